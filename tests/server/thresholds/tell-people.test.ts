import { beforeAll, beforeEach, expect, it } from 'vitest'
import { type Actor } from '../../../domain/access/actor.ts'
import { isNotificationKind } from '../../../domain/notifications/notification-kinds.ts'
import { writeNotification } from '../../../domain/notifications/write-notification.ts'
import { getPool } from '../../../server/db/pool.ts'
import { endUnsignedEmergencies } from '../../../server/thresholds/live/end-unsigned-emergencies.ts'
import { tripRules } from '../../../server/thresholds/live/trip-rules.ts'
import { approveVersion, requestChanges } from '../../../server/thresholds/verbs/review-version.ts'
import { saveThresholdPolicy } from '../../../server/thresholds/verbs/save-threshold-policy.ts'
import { stopEmergency } from '../../../server/thresholds/verbs/stop-emergency.ts'
import { decide } from '../../../server/screening/screening.ts'
import { request, transfer } from '../screening/transactions.ts'
import { begin, now, submittedBy, window } from './rule-admins.ts'

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
