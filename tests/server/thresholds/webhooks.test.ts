import { beforeAll, beforeEach, expect, it } from 'vitest'
import { type Actor } from '../../../domain/access/actor.ts'
import { webhookEvents } from '../../../domain/delivery/webhook-events.ts'
import { type RampPlan } from '../../../domain/thresholds/ramp-plan.ts'
import { getPool } from '../../../server/db/pool.ts'
import { onPool } from '../../../server/db/query.ts'
import { endUnsignedEmergencies } from '../../../server/thresholds/live/end-unsigned-emergencies.ts'
import { runDueSwitches } from '../../../server/thresholds/live/run-due-switches.ts'
import { getActiveVersion } from '../../../server/thresholds/stored-version.ts'
import { takeBackRamp } from '../../../server/thresholds/verbs/move-ramp.ts'
import { approveVersion } from '../../../server/thresholds/verbs/review-version.ts'
import { rollBack } from '../../../server/thresholds/verbs/roll-back.ts'
import { saveDraft } from '../../../server/thresholds/verbs/save-draft.ts'
import { scheduleVersion } from '../../../server/thresholds/verbs/schedule-version.ts'
import { stopEmergency } from '../../../server/thresholds/verbs/stop-emergency.ts'
import { submitVersion } from '../../../server/thresholds/verbs/submit-version.ts'
import { activated, approvedBy, begin, draftOf, now, read, rulesOf, window } from './rule-admins.ts'

let irina: Actor
let tomasz: Actor
let predecessor: number

const at = new Date(now).toISOString()

beforeAll(async () => {
  ;({ irina, tomasz } = await begin())
})

beforeEach(async () => {
  await getPool().query('DELETE FROM webhook_messages')
  predecessor = (await getActiveVersion(onPool)).version
})

/** What other systems were told, in the form that is promised to them. */
async function told() {
  const { rows } = await getPool().query<{ type: keyof typeof webhookEvents; payload: unknown }>(
    'SELECT type, payload FROM webhook_messages ORDER BY at, id',
  )
  return rows.map(({ type, payload }) => ({ type, ...webhookEvents[type].parse(payload) }))
}

it('a version that becomes active is told as thresholds.activated, with its predecessor, its rules and its seal', async () => {
  const version = await activated(irina, tomasz, 'far-above-usual', 11)
  const { seal } = await read(version)
  expect(await told()).toEqual([
    {
      ...{ type: 'thresholds.activated', kind: 'change', version, predecessor, seal },
      ...{ rules: ['far-above-usual'], activatedAt: at },
    },
  ])
})

it('nothing is told of a version before it decides', async () => {
  await approvedBy(irina, tomasz)
  expect(await told()).toEqual([])
})

it('a rollback that becomes active is told as thresholds.rolled_back', async () => {
  const { version } = await rollBack({ version: 1, note: 'Back', window }, { actor: irina, now })
  const { seal, edition } = await read(version)
  const by = { actor: tomasz, now, expectedEdition: edition }
  await approveVersion(version, { seal, comment: null }, by)
  await scheduleVersion(version, null, by)
  while ((await runDueSwitches(now)) > 0);
  expect(await told()).toMatchObject([
    { type: 'thresholds.rolled_back', kind: 'rollback', version, predecessor, seal },
  ])
})

it('a ramp that is taken back is told as thresholds.rolled_back to the version that decides for everybody again', async () => {
  const ramp: RampPlan = {
    steps: [{ ppm: 10_000, hours: 1, answers: 0, needsApproval: false }],
    guardrails: { alertsPerHour: null, needlessPercent: null, decisionMsP99: null },
  }
  const draft = await draftOf(irina, 'far-above-usual', 24)
  const { rules, merchantCriteria } = await rulesOf(draft.version)
  const by = (actor: Actor, expectedEdition: number) => ({ actor, now, expectedEdition })
  const content = { rules, merchantCriteria, note: 'By steps', ramp }
  const { edition } = await saveDraft(draft.version, content, by(irina, draft.edition))
  await submitVersion(draft.version, window, by(irina, edition))
  const { seal } = await read(draft.version)
  await approveVersion(draft.version, { seal, comment: null }, by(tomasz, edition))
  await scheduleVersion(draft.version, null, by(tomasz, edition))
  while ((await runDueSwitches(now)) > 0);
  await takeBackRamp(draft.version, by(irina, edition))
  expect(await told()).toMatchObject([
    { type: 'thresholds.rolled_back', version: predecessor, predecessor: draft.version },
  ])
})

it('an emergency is told when it begins, and as thresholds.rolled_back when it returns unsigned', async () => {
  const { version, signBy } = await stopEmergency(
    { kind: 'switchOff', rules: ['paid-twice'] },
    { note: 'Too many', window },
    { actor: irina, now },
  )
  await endUnsignedEmergencies(signBy)
  expect(await told()).toMatchObject([
    { type: 'thresholds.activated', kind: 'emergency', version, predecessor, rules: ['paid-twice'] },
    { type: 'thresholds.rolled_back', version: predecessor, predecessor: version },
  ])
})
