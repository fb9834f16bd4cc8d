import { beforeAll, expect, it } from 'vitest'
import { type Actor } from '../../../domain/access/actor.ts'
import { verifyAudit } from '../../../server/audit/audit.ts'
import { getPool } from '../../../server/db/pool.ts'
import { auditGuardRefusals } from '../../../server/thresholds/live/audit-guard-refusals.ts'
import { callAs, signUp } from '../access/call-as.ts'
import { begin, now, submittedBy } from './rule-admins.ts'

let irina: Actor

beforeAll(async () => {
  ;({ irina } = await begin())
})

async function entries(action: string) {
  const { rows } = await getPool().query(
    `SELECT actor_name AS who, subject_id AS subject, before, after FROM audit_entries WHERE action = $1 ORDER BY seq`,
    [action],
  )
  return rows
}

it('statements that the guards refused are counted in the audit, though each was rolled back', async () => {
  const { version } = await submittedBy(irina)
  const tries = [
    `UPDATE rule_set_versions SET status = 'approved' WHERE version = ${version}`,
    'DELETE FROM rule_set_events',
    `UPDATE audit_entries SET actor_name = 'nobody'`,
  ]
  for (const text of tries) await expect(getPool().query(text)).rejects.toMatchObject({ code: '42501' })
  expect(await auditGuardRefusals(now)).toBe(3)
  expect(await auditGuardRefusals(now)).toBe(0)
  expect(await entries('database.refused')).toEqual([
    { who: 'Database', subject: 'guards', before: { total: 0 }, after: { total: 3 } },
  ])
})

it('two processes at once count a refusal once', async () => {
  await expect(getPool().query('DELETE FROM rule_set_versions')).rejects.toMatchObject({ code: '42501' })
  const counted = await Promise.all([auditGuardRefusals(now), auditGuardRefusals(now)])
  expect(counted.sort()).toEqual([0, 1])
})

it('a counter that somebody set back is in the audit as well', async () => {
  await getPool().query(`SELECT setval('guard_refusals', 1)`)
  await auditGuardRefusals(now)
  expect(await entries('database.refusalsRecounted')).toMatchObject([{ after: { total: 1 } }])
})

it.each([
  [
    'stopping a rule past its cap',
    `INSERT INTO rule_incidents (id, rule, version, tripped_at, since, alerts, customers, cap)
     VALUES (gen_random_uuid(), 'paid-twice', 1, now(), now(), 9, 9, 1)`,
  ],
  [
    'a cap that lets every rule only watch',
    'INSERT INTO threshold_policy (id, cap_per_hour, emergency_minutes) VALUES (1, 1, 60)',
  ],
  [
    'an hour more for a second signature',
    `INSERT INTO threshold_policy (id, emergency_minutes) VALUES (1, 120)
     ON CONFLICT (id) DO UPDATE SET emergency_minutes = 120`,
  ],
  ['forgetting incidents', 'TRUNCATE rule_incidents'],
])('%s without its entry in the audit is refused', async (_, statement) => {
  await expect(getPool().query(statement)).rejects.toMatchObject({ code: '42501' })
})

it('a session that claims to apply somebody else’s changes meets the guards as well', async () => {
  const client = await getPool().connect()
  try {
    const asReplica = async (statement: string) => {
      await client.query('SET session_replication_role = replica')
      await client.query(statement)
    }
    for (const statement of [
      `UPDATE rule_set_versions SET status = 'retired' WHERE status = 'active'`,
      `UPDATE rule_set_versions SET note = 'Never looked at' WHERE status = 'active'`,
      'DELETE FROM rule_set_events',
      `UPDATE audit_entries SET actor_name = 'nobody'`,
      `INSERT INTO threshold_policy (id, emergency_minutes) VALUES (1, 600) ON CONFLICT (id) DO UPDATE SET emergency_minutes = 600`,
    ])
      await expect(asReplica(statement)).rejects.toMatchObject({ code: '42501' })
  } finally {
    client.release(true)
  }
})

it('a change that a role does not allow is refused and audited with who tried it', async () => {
  const staff = await callAs((await signUp('staff')).sessionId)
  await expect(staff.thresholds.createDraft({ note: 'Mine', from: null })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  expect(await entries('access.refused')).toMatchObject([
    { subject: 'thresholds.createDraft', after: { permission: 'thresholds.write' } },
  ])
})

it('the audit’s chain is whole after all that', async () => {
  expect(await verifyAudit()).toMatchObject({ holds: true })
})
