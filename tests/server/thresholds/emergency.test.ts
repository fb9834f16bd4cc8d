import { beforeAll, beforeEach, expect, it } from 'vitest'
import { type Actor } from '../../../domain/access/actor.ts'
import { getPool } from '../../../server/db/pool.ts'
import { endUnsignedEmergencies } from '../../../server/thresholds/live/end-unsigned-emergencies.ts'
import { listMarkers } from '../../../server/thresholds/thresholds.ts'
import { countersignVersion } from '../../../server/thresholds/verbs/review-version.ts'
import { rollBack } from '../../../server/thresholds/verbs/roll-back.ts'
import { stopEmergency } from '../../../server/thresholds/verbs/stop-emergency.ts'
import { activated, begin, hourMs, now, read, rulesOf, window } from './rule-admins.ts'

let irina: Actor
let tomasz: Actor
let first: number
const because = { note: 'Too many questions', window }

beforeAll(async () => {
  ;({ irina, tomasz } = await begin())
})

beforeEach(async () => {
  const { rows } = await getPool().query(`SELECT version FROM rule_set_versions WHERE status = 'active'`)
  first = rows[0].version
})

const stop = (rules: readonly string[]) =>
  stopEmergency({ kind: 'switchOff', rules }, because, { actor: irina, now })

it('an emergency stop is live at once and returns by itself when nobody else signs in time', async () => {
  const { version, signBy } = await stop(['paid-twice'])
  expect(await read(version)).toMatchObject({ status: 'active', kind: 'emergency', signBy: now + hourMs })
  expect((await rulesOf(version)).rules.find(({ key }) => key === 'paid-twice')?.enabled).toBe(false)
  expect(await endUnsignedEmergencies(signBy - 1)).toBe(0)
  expect(await endUnsignedEmergencies(signBy)).toBe(1)
  expect((await read(version)).status).toBe('retired')
  expect((await read(first)).status).toBe('active')
  const markers = await listMarkers({ from: now, to: signBy + 1, rules: ['paid-twice'] })
  expect(markers.map(({ kind }) => kind)).toEqual(['thresholdsActivated', 'thresholdsReturned'])
})

it('an emergency stays when another person signs, and its author cannot', async () => {
  const { version, signBy } = await stop(['bought-twice'])
  const { seal, edition } = await read(version)
  const said = { seal, comment: null }
  const by = (actor: Actor) => ({ actor, now, expectedEdition: edition })
  await expect(countersignVersion(version, said, by(irina))).rejects.toMatchObject({ code: 'forbidden' })
  await countersignVersion(version, said, by(tomasz))
  expect(await endUnsignedEmergencies(signBy + hourMs)).toBe(0)
  expect(await read(version)).toMatchObject({ status: 'active', signBy: null })
})

it('an emergency can only switch off what is on', async () => {
  await expect(stop(['no-such-rule'])).rejects.toMatchObject({ code: 'unprocessable' })
})

it('an emergency in SQL cannot bring rules that were never active', async () => {
  const client = await getPool().connect()
  try {
    await client.query('BEGIN')
    await client.query(
      `INSERT INTO rule_set_versions (version, status, kind, rules, seal, base_version, created_by)
       SELECT 800, 'draft', 'emergency', rules || '{"version": 800, "rules": []}', seal, version, $1
       FROM rule_set_versions WHERE status = 'active'`,
      [irina.id],
    )
    const live = client.query(
      `UPDATE rule_set_versions SET status = 'active', activated_at = now(), sign_by = now() WHERE version = 800`,
    )
    await expect(live).rejects.toMatchObject({
      code: '42501',
      message: 'An emergency only switches rules off or brings back rules that were active',
    })
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
})

it('a rollback goes through the door and brings exactly the earlier rules back', async () => {
  const before = await rulesOf(first)
  const changed = await activated(irina, tomasz, 'far-above-usual', 21)
  const { version } = await rollBack({ version: first, note: 'Back', window }, { actor: irina, now })
  expect(await read(version)).toMatchObject({
    ...{ status: 'inReview', kind: 'rollback', restoresVersion: first, baseVersion: changed },
  })
  const { rules, merchantCriteria } = await rulesOf(version)
  expect({ rules, merchantCriteria }).toEqual({
    rules: before.rules,
    merchantCriteria: before.merchantCriteria,
  })
})
