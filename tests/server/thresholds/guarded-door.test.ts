import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor } from '../../../domain/access/actor.ts'
import { nextStatuses } from '../../../domain/thresholds/version-status.ts'
import { verifyAudit } from '../../../server/audit/audit.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { runDueSwitches } from '../../../server/thresholds/live/run-due-switches.ts'
import { approveVersion, requestChanges } from '../../../server/thresholds/verbs/review-version.ts'
import { saveDraft } from '../../../server/thresholds/verbs/save-draft.ts'
import { scheduleVersion } from '../../../server/thresholds/verbs/schedule-version.ts'
import { submitVersion } from '../../../server/thresholds/verbs/submit-version.ts'
import {
  activated,
  approvedBy,
  auditOf,
  begin,
  draftOf,
  hourMs,
  now,
  read,
  rulesOf,
  submittedBy,
  window,
  withThreshold,
} from './rule-admins.ts'

let irina: Actor
let tomasz: Actor
let olga: Actor

beforeAll(async () => {
  ;({ irina, tomasz, olga } = await begin())
})

const by = (actor: Actor, edition: number) => ({ actor, now, expectedEdition: edition })

describe('a version of the rules', () => {
  it('becomes active when another person approved its sealed bundle, and the one before retires', async () => {
    const version = await activated(irina, tomasz, 'far-above-usual', 11)
    expect(await read(version)).toMatchObject({ status: 'active', activatedAt: now, baseVersion: 1 })
    expect(await read(1)).toMatchObject({ status: 'retired', retiredAt: now })
    expect(await auditOf(version)).toEqual([
      ...['drafted', 'edited', 'submitted', 'approved', 'scheduled', 'announced', 'activated'],
    ])
  })

  it('is not approved by its author, and the attempt is in the audit', async () => {
    const { version, edition, seal } = await submittedBy(irina)
    await expect(approveVersion(version, { seal, comment: null }, by(irina, edition))).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect((await auditOf(version)).at(-1)).toBe('refused')
    expect((await read(version)).status).toBe('inReview')
  })

  it('is not approved by somebody who edited it', async () => {
    const { version, edition } = await draftOf(irina)
    const { merchantCriteria, ...rules } = await rulesOf(version)
    const content = { rules: withThreshold(rules, 'far-above-usual', 13), merchantCriteria, note: 'Edited' }
    const saved = await saveDraft(version, { ...content, ramp: null }, by(tomasz, edition))
    await submitVersion(version, window, by(irina, saved.edition))
    const { seal } = await read(version)
    await expect(
      approveVersion(version, { seal, comment: null }, by(tomasz, saved.edition)),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await approveVersion(version, { seal, comment: null }, by(olga, saved.edition))
    expect((await read(version)).status).toBe('approved')
  })

  it('is approved once', async () => {
    const { version, edition, seal } = await approvedBy(irina, tomasz)
    await expect(approveVersion(version, { seal, comment: null }, by(olga, edition))).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('is approved by one of two who press at once', async () => {
    const { version, edition, seal } = await submittedBy(irina)
    const results = await Promise.allSettled(
      [tomasz, olga].map((actor) => approveVersion(version, { seal, comment: null }, by(actor, edition))),
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('loses its approval by any edit', async () => {
    const { version, edition, seal } = await approvedBy(irina, tomasz)
    const { merchantCriteria, ...rules } = await rulesOf(version)
    const content = { rules: withThreshold(rules, 'far-above-usual', 14), merchantCriteria, note: 'Edited' }
    const saved = await saveDraft(version, { ...content, ramp: null }, by(irina, edition))
    expect(await read(version)).toMatchObject({ status: 'draft', edition: edition + 1 })
    await expect(
      approveVersion(version, { seal, comment: null }, by(tomasz, saved.edition)),
    ).rejects.toMatchObject({ code: 'conflict' })
    await expect(scheduleVersion(version, null, by(tomasz, saved.edition))).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('loses its approval by another note: what it is for is part of what was approved', async () => {
    const { version, edition } = await approvedBy(irina, tomasz)
    const { rules, merchantCriteria } = await rulesOf(version)
    const content = { rules, merchantCriteria, note: 'For another reason', ramp: null }
    await saveDraft(version, content, by(olga, edition))
    expect(await read(version)).toMatchObject({ status: 'draft', edition: edition + 1, note: content.note })
    await submitVersion(version, window, by(irina, edition + 1))
    const { seal } = await read(version)
    await expect(
      approveVersion(version, { seal, comment: null }, by(olga, edition + 1)),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is not approved with the seal of an earlier edition', async () => {
    const { version, edition, seal } = await submittedBy(irina)
    await requestChanges(version, { seal, comment: 'Lower, please' }, by(tomasz, edition))
    const { merchantCriteria, ...rules } = await rulesOf(version)
    const content = { rules: withThreshold(rules, 'far-above-usual', 15), merchantCriteria, note: 'Lower' }
    const saved = await saveDraft(version, { ...content, ramp: null }, by(irina, edition))
    await submitVersion(version, window, by(irina, saved.edition))
    await expect(
      approveVersion(version, { seal, comment: null }, by(tomasz, saved.edition)),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is suspended instead of activated when another one became active meanwhile', async () => {
    const late = await approvedBy(irina, tomasz, 'paid-twice', 90)
    await activated(irina, tomasz, 'far-above-usual', 16)
    expect(await read(late.version)).toMatchObject({
      status: 'suspended',
      suspendedReason: 'activeChanged',
    })
  })

  it('is not approved once another one became active since it was tested', async () => {
    const { version, edition, seal } = await submittedBy(irina, 'paid-twice', 40)
    const meanwhile = await activated(tomasz, irina, 'far-above-usual', 33)
    await expect(
      approveVersion(version, { seal, comment: null }, { actor: tomasz, now, expectedEdition: edition }),
    ).rejects.toMatchObject({
      ...{ code: 'unprocessable', details: { reason: 'testedAgainstEarlier', active: meanwhile } },
    })
    expect(await read(version)).toMatchObject({ status: 'inReview' })
  })

  it('waits for its time', async () => {
    const { version, edition } = await approvedBy(irina, tomasz, 'far-above-usual', 17)
    await scheduleVersion(version, now + hourMs, by(irina, edition))
    expect(await runDueSwitches(now + hourMs - 1)).toBe(0)
    while ((await runDueSwitches(now + hourMs)) > 0);
    expect(await read(version)).toMatchObject({ status: 'active', activatedAt: now + hourMs })
  })

  it('does not go live with the approval of somebody who has left', async () => {
    const { version, edition } = await approvedBy(irina, olga, 'far-above-usual', 18)
    await scheduleVersion(version, null, by(irina, edition))
    await getPool().query(`UPDATE people SET status = 'disabled' WHERE id = $1`, [olga.id])
    while ((await runDueSwitches(now)) > 0);
    await getPool().query(`UPDATE people SET status = 'active' WHERE id = $1`, [olga.id])
    expect(await read(version)).toMatchObject({ status: 'suspended', suspendedReason: 'approverLeft' })
  })
})

describe('side doors in SQL', () => {
  const refused = { code: '42501' }

  it.each([
    ['activating a draft', `UPDATE rule_set_versions SET status = 'active', activated_at = now()`],
    ['approving without a signature', `UPDATE rule_set_versions SET status = 'approved'`],
    ['editing rules without an edition', `UPDATE rule_set_versions SET rules = rules || '{"rules": []}'`],
    ['another note under the same edition', `UPDATE rule_set_versions SET note = 'For another reason'`],
    ['deleting a version', 'DELETE FROM rule_set_versions'],
  ])('refuse %s', async (_, statement) => {
    const { version } = await submittedBy(irina)
    await expect(getPool().query(`${statement} WHERE version = ${version}`)).rejects.toMatchObject(refused)
    expect((await read(version)).status).toBe('inReview')
  })

  it.each([
    [
      'the rules of the active version',
      `UPDATE rule_set_versions SET rules = rules || '{"rules": []}', edition = edition + 1`,
    ],
    ['the note of the active version', `UPDATE rule_set_versions SET note = 'For another reason'`],
    [
      'retiring it without a successor',
      `UPDATE rule_set_versions SET status = 'retired', retired_at = now()`,
    ],
  ])('refuse %s', async (_, statement) => {
    await expect(getPool().query(`${statement} WHERE status = 'active'`)).rejects.toMatchObject(refused)
  })

  it.each(['rule_set_editions', 'sealed_bundles', 'review_decisions', 'rule_set_events'])(
    'refuse to change or shorten %s',
    async (table) => {
      await expect(getPool().query(`DELETE FROM ${table}`)).rejects.toMatchObject(refused)
      await expect(getPool().query(`UPDATE ${table} SET version = 99`)).rejects.toMatchObject(refused)
      await expect(getPool().query(`TRUNCATE ${table}`)).rejects.toMatchObject(refused)
    },
  )

  it('refuse a second version that begins active', async () => {
    await expect(
      getPool().query(
        `INSERT INTO rule_set_versions (version, status, rules, seal, activated_at)
         SELECT 900, 'active', rules || '{"version": 900}', seal, now() FROM rule_set_versions WHERE version = 1`,
      ),
    ).rejects.toMatchObject(refused)
  })

  it('refuse a signature in the name of the author', async () => {
    const { version, edition, seal } = await submittedBy(irina)
    await expect(sign(version, edition, seal, irina)).rejects.toMatchObject(refused)
  })

  it('refuse a signature without its entry in the audit', async () => {
    const { version, edition, seal } = await submittedBy(irina)
    await expect(sign(version, edition, seal, tomasz)).rejects.toMatchObject(refused)
  })

  it('refuse a move without its entry in the audit', async () => {
    const { version } = await submittedBy(irina)
    await expect(
      getPool().query(`UPDATE rule_set_versions SET status = 'draft' WHERE version = $1`, [version]),
    ).rejects.toMatchObject(refused)
  })

  function sign(version: number, edition: number, seal: string, actor: Actor) {
    return getPool().query(
      `INSERT INTO review_decisions (id, version, edition, seal, decision, decided_by, decided_by_name, at)
       VALUES (gen_random_uuid(), $1, $2, decode($3, 'hex'), 'approved', $4, 'x', now())`,
      [version, edition, seal, actor.id],
    )
  }
})

it('the audit’s chain is whole after all that was tried', async () => {
  expect(await verifyAudit()).toMatchObject({ holds: true })
  expect(await getPrisma().ruleSetVersion.count({ where: { status: 'active' } })).toBe(1)
})

it('the database allows the same steps as the list that the product shows', async () => {
  const { rows } = await getPool().query<{ body: string }>(
    `SELECT pg_get_functiondef('guard_rule_set_version'::regproc) AS body`,
  )
  const steps = [...rows[0]!.body.matchAll(/WHEN '(\w+)' THEN ARRAY\[([^\]]*)\]/g)].map(
    ([, from, to]) => [from!, [...to!.matchAll(/'(\w+)'/g)].map(([, status]) => status!)] as const,
  )
  expect(Object.fromEntries(steps)).toEqual(
    Object.fromEntries(Object.entries(nextStatuses).filter(([, next]) => next.length > 0)),
  )
})
