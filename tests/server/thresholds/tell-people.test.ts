import { beforeAll, beforeEach, expect, it } from 'vitest'
import { type Actor } from '../../../domain/access/actor.ts'
import { isNotificationKind } from '../../../domain/notifications/notification-kinds.ts'
import { writeNotification } from '../../../domain/notifications/write-notification.ts'
import { type RampPlan } from '../../../domain/thresholds/ramp-plan.ts'
import { getPool } from '../../../server/db/pool.ts'
import { endUnsignedEmergencies } from '../../../server/thresholds/live/end-unsigned-emergencies.ts'
import { runDueSwitches } from '../../../server/thresholds/live/run-due-switches.ts'
import { runRamps } from '../../../server/thresholds/live/run-ramps.ts'
import { tripRules } from '../../../server/thresholds/live/trip-rules.ts'
import { letRampOn, takeBackRamp } from '../../../server/thresholds/verbs/move-ramp.ts'
import { approveVersion, requestChanges } from '../../../server/thresholds/verbs/review-version.ts'
import { saveDraft } from '../../../server/thresholds/verbs/save-draft.ts'
import { saveThresholdPolicy } from '../../../server/thresholds/verbs/save-threshold-policy.ts'
import { scheduleVersion } from '../../../server/thresholds/verbs/schedule-version.ts'
import { stopEmergency } from '../../../server/thresholds/verbs/stop-emergency.ts'
import { submitVersion } from '../../../server/thresholds/verbs/submit-version.ts'
import { decide } from '../../../server/screening/screening.ts'
import { request, transfer } from '../screening/transactions.ts'
import { begin, draftOf, now, read, rulesOf, submittedBy, window } from './rule-admins.ts'

let irina: Actor
let tomasz: Actor

beforeAll(async () => {
  ;({ irina, tomasz } = await begin())
})

beforeEach(async () => {
  await getPool().query('DELETE FROM notifications')
})

/** What people were told, as `name: kind, where it leads`. */
async function told(): Promise<string[]> {
  const { rows } = await getPool().query<{
    name: string
    kind: string
    subject: string
    facts: { title: string }
  }>(
    `SELECT p.name, n.kind, n.subject_id AS subject, n.facts FROM notifications n JOIN people p ON p.id = n.person_id ORDER BY 1, 2`,
  )
  return rows.map(({ name, kind, facts }) => {
    if (!isNotificationKind(kind)) throw new Error(`${kind} has no words`)
    return `${name}: ${writeNotification(kind, facts, 'en')}`
  })
}

it('whoever may approve hears of a version in review, its author does not', async () => {
  const { version } = await submittedBy(irina)
  expect(await told()).toEqual([
    `Olga: Version ${version} (A change) of the rules waits for your approval.`,
    `Tomasz: Version ${version} (A change) of the rules waits for your approval.`,
  ])
})

it('the author hears what a reviewer decided', async () => {
  const first = await submittedBy(irina)
  const second = await submittedBy(irina)
  await getPool().query('DELETE FROM notifications')
  const by = { actor: tomasz, now, expectedEdition: 2 }
  await approveVersion(first.version, { seal: first.seal, comment: null }, by)
  await requestChanges(second.version, { seal: second.seal, comment: 'Lower, please' }, by)
  expect(await told()).toEqual([
    `Irina: Version ${first.version} (A change) is approved by a second person.`,
    `Irina: Changes are asked for in version ${second.version} (A change). Read the comment.`,
  ])
})

it('a ramp that waits for somebody’s word tells those who may give it once a step, and its author may not', async () => {
  const hour = 3_600_000
  const ramp: RampPlan = {
    steps: [
      { ppm: 10_000, hours: 1, answers: 0, needsApproval: true },
      { ppm: 500_000, hours: 1, answers: 0, needsApproval: true },
    ],
    guardrails: { alertsPerHour: null, needlessPercent: null, decisionMsP99: null },
  }
  const drafted = await draftOf(irina, 'far-above-usual', 14)
  const { rules, merchantCriteria } = await rulesOf(drafted.version)
  const by = (actor: Actor, expectedEdition: number, at = now) => ({ actor, now: at, expectedEdition })
  const { edition } = await saveDraft(
    drafted.version,
    { rules, merchantCriteria, note: 'By steps', ramp },
    by(irina, drafted.edition),
  )
  await submitVersion(drafted.version, window, by(irina, edition))
  const { seal } = await read(drafted.version)
  await approveVersion(drafted.version, { seal, comment: null }, by(tomasz, edition))
  await scheduleVersion(drafted.version, null, by(tomasz, edition))
  while ((await runDueSwitches(now)) > 0);
  await getPool().query('DELETE FROM notifications')

  expect(await runRamps(now + hour - 1)).toBe(0)
  expect(await runRamps(now + hour)).toBe(1)
  expect(await runRamps(now + hour + 1)).toBe(0)
  const words = `Version ${drafted.version} (By steps) has passed its gates and waits for somebody to let it go on.`
  expect(await told()).toEqual([`Olga: ${words}`, `Tomasz: ${words}`])

  await expect(letRampOn(drafted.version, by(irina, edition, now + hour))).rejects.toMatchObject({
    ...{ code: 'forbidden', details: { reason: 'notYourOwn' } },
  })
  await letRampOn(drafted.version, by(tomasz, edition, now + hour + 2))
  expect(await runRamps(now + hour + 3)).toBe(1)
  expect(await read(drafted.version)).toMatchObject({ status: 'ramping', rampStep: 1 })
  await getPool().query('DELETE FROM notifications')
  expect(await runRamps(now + 2 * hour + 3)).toBe(1)
  expect(await told()).toHaveLength(2)
  await takeBackRamp(drafted.version, by(irina, edition, now + 2 * hour + 4))
})

it('an emergency calls for its second signature, and its author hears when it returned without one', async () => {
  const { version, signBy } = await stopEmergency(
    { kind: 'switchOff', rules: ['paid-twice'] },
    { note: 'Too many', window },
    { actor: irina, now },
  )
  const call = `Version ${version} (Too many) went live as an emergency and waits for a second signature.`
  const calls = (await told()).filter((one) => one.includes('emergency'))
  expect(calls).toEqual([`Olga: ${call}`, `Tomasz: ${call}`])
  await getPool().query('DELETE FROM notifications')
  await endUnsignedEmergencies(signBy)
  expect(await told()).toContain(
    `Irina: Version ${version} (Too many) was taken back; the version before decides again.`,
  )
})

it('every rule administrator hears of a rule that tripped, by its name', async () => {
  await saveThresholdPolicy({ capPerHour: 1, emergencyMinutes: 60 }, 0, { actor: irina, now })
  for (const customer of ['a', 'b']) {
    const large = transfer({
      ...{ id: `trip ${customer}`, customerRef: customer, amountMinor: 30_000_000, occurredAt: Date.now() },
      payee: { ref: `payee ${customer}`, name: null },
    })
    await decide(request(large))
  }
  expect(await tripRules(Date.now())).toBe(1)
  const words = 'The rule “Large payment” asked more than its cap and only watches now.'
  expect(await told()).toEqual([`Irina: ${words}`, `Olga: ${words}`, `Tomasz: ${words}`])
})
