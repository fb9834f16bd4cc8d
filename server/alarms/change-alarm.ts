import { randomUUID } from 'node:crypto'
import { type AlarmCondition } from '../../domain/alarms/alarm-condition.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { type EveryMetricKey } from '../../domain/metrics/metrics.ts'
import { type SignedIn } from '../../domain/access/actor.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import { noSuchAlarm } from './alarm-row.ts'
import { checkWatched } from './check-watched.ts'

/** Who changes an alarm, and when (epoch ms). */
export interface AlarmChange {
  readonly signedIn: SignedIn
  readonly now: number
  readonly requestId: string
}

export interface NewAlarm {
  readonly name: string
  readonly metric: EveryMetricKey
  /** Filters and zone as a query; a period in it is left out: an alarm looks at the last hours. */
  readonly query: string
  readonly condition: AlarmCondition
  /** In whose hours it watches; null: round the clock. */
  readonly desk: string | null
  readonly email: boolean
}

/** Adds an alarm for the person who makes it. Throws `invalidInput` for a metric, filter or condition that cannot be watched. */
export async function addAlarm(input: NewAlarm, change: AlarmChange): Promise<{ readonly alarmId: string }> {
  const id = randomUUID()
  const kept = checked(input)
  await getPrisma().$transaction(async (tx) => {
    const at = new Date(change.now)
    await tx.metricAlarm.create({
      data: { id, ownerId: change.signedIn.personId, stateSince: at, createdAt: at, ...kept },
    })
    await audit(tx, 'alarms.add', id, { after: kept }, change)
  })
  return { alarmId: id }
}

/** Changes an own alarm; it begins quiet again. Throws `notFound`, `conflict`, `invalidInput`. */
export async function changeAlarm(
  input: NewAlarm & { readonly alarmId: string; readonly expectedVersion: number; readonly active: boolean },
  change: AlarmChange,
): Promise<void> {
  const kept = { ...checked(input), active: input.active }
  await getPrisma().$transaction(async (tx) => {
    const alarm = await getOwn(tx, input.alarmId, change)
    const { count } = await tx.metricAlarm.updateMany({
      where: { id: alarm.id, version: input.expectedVersion },
      data: {
        ...{ ...kept, version: alarm.version + 1, state: 'quiet', stateSince: new Date(change.now) },
        ...{ checkedAt: null, observed: null, limit: null, n: null, failure: null, snoozedUntil: null },
      },
    })
    if (count === 0) {
      throw new AppError('conflict', {
        userMessage: 'This alarm was changed meanwhile. Look at it again.',
        details: { version: alarm.version },
      })
    }
    await audit(
      tx,
      'alarms.change',
      alarm.id,
      { before: { name: alarm.name, condition: alarm.condition }, after: kept },
      change,
    )
  })
}

/** Takes an own alarm away. Throws `notFound`. */
export async function removeAlarm(alarmId: string, change: AlarmChange): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    const alarm = await getOwn(tx, alarmId, change)
    await tx.metricAlarm.update({
      where: { id: alarm.id },
      data: { deletedAt: new Date(change.now), active: false },
    })
    await audit(tx, 'alarms.remove', alarm.id, { before: { name: alarm.name } }, change)
  })
}

/** Says that somebody is at it: the alarm is told no further until it has ended. Throws `notFound`, `conflict` when it is not raised. */
export async function acknowledgeAlarm(alarmId: string, change: AlarmChange): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    const { count } = await tx.metricAlarm.updateMany({
      where: { id: alarmId, deletedAt: null, state: 'raised' },
      data: { state: 'acknowledged', version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', { userMessage: 'This alarm is not raised any more.' })
    await record(tx, alarmId, 'acknowledged', change)
    await audit(tx, 'alarms.acknowledge', alarmId, {}, change)
  })
}

/** Keeps an alarm silent until an instant (epoch ms), at most 30 days ahead; null ends that. It goes on watching. Throws `notFound`. */
export async function snoozeAlarm(
  { alarmId, until }: { readonly alarmId: string; readonly until: number | null },
  change: AlarmChange,
): Promise<void> {
  const longest = change.now + 30 * 86_400_000
  if (until !== null && (until <= change.now || until > longest)) {
    throw new AppError('invalidInput', { userMessage: 'An alarm can be silent for at most 30 days.' })
  }
  await getPrisma().$transaction(async (tx) => {
    const alarm = await getOwn(tx, alarmId, change)
    const snoozedUntil = until === null ? null : new Date(until)
    await tx.metricAlarm.update({ where: { id: alarm.id }, data: { snoozedUntil } })
    await record(tx, alarmId, until === null ? 'woken' : 'snoozed', change)
    await audit(tx, 'alarms.snooze', alarm.id, { after: { until } }, change)
  })
}

function checked({ name, desk, email, ...watched }: NewAlarm) {
  return { ...checkWatched(watched), name: name.trim(), desk, email }
}

async function getOwn(tx: Tx, alarmId: string, { signedIn }: AlarmChange) {
  const alarm = await tx.metricAlarm.findFirst({
    where: { id: alarmId, ownerId: signedIn.personId, deletedAt: null },
  })
  if (alarm === null) throw noSuchAlarm()
  return alarm
}

async function record(tx: Tx, alarmId: string, type: string, { signedIn, now }: AlarmChange): Promise<void> {
  const seq = (await tx.metricAlarmEvent.count({ where: { alarmId } })) + 1
  await tx.metricAlarmEvent.create({
    data: { alarmId, seq, type, at: new Date(now), by: signedIn.personId },
  })
}

async function audit(
  tx: Tx,
  action: string,
  subjectId: string,
  difference: { readonly before?: unknown; readonly after?: unknown },
  { signedIn, now, requestId }: AlarmChange,
): Promise<void> {
  await appendAudit(tx, {
    ...{ actor: toActor(signedIn), action, subjectKind: 'alarm', subjectId, at: now, requestId },
    ...difference,
  })
}
