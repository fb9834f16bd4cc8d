import { AppError } from '../../domain/errors/app-error.ts'
import { alarmWords } from '../../domain/alarms/alarm-words.ts'
import { judgeAlarm } from '../../domain/alarms/judge-alarm.ts'
import { isPermitted } from '../../domain/access/permissions.ts'
import { roles } from '../../domain/access/roles.ts'
import { languages } from '../../domain/language/language.ts'
import { describeFilters } from '../../domain/metrics/describe-filters.ts'
import { defaultScope, scopeQuery } from '../../domain/metrics/scope.ts'
import { pageOfMetric } from '../../domain/views/page-of-metric.ts'
import { isOpenAt } from '../../domain/time/business-time.ts'
import { type MetricAlarm, type Person } from '../../generated/prisma/client.ts'
import { readNameOf } from '../analytics/analytics.ts'
import { loadDeskTerms } from '../cases/cases.ts'
import { inSnapshot } from '../db/in-snapshot.ts'
import { inTransaction } from '../db/query.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import { announce } from '../delivery/delivery.ts'
import { notify, queueMail } from '../notifications/notifications.ts'
import { logFailure } from '../observability/log.ts'
import { readAlarm, type StoredAlarm } from './alarm-row.ts'
import { readWindow, type WindowReading } from './read-window.ts'

/** So often each alarm is looked at. */
const everyMs = 60_000

/** So many at one go: a long list does not hold the others up. */
const batch = 50

/**
 * Looks at the alarms that are due at `now` (epoch ms) and tells their owners what changed, once, in the transaction of the change.
 * `origin` is the address of this installation. Answers how many were looked at.
 */
export async function checkAlarms(now: number, origin: string): Promise<number> {
  const due = await getPrisma().metricAlarm.findMany({
    where: {
      ...{ active: true, deletedAt: null },
      OR: [{ checkedAt: null }, { checkedAt: { lte: new Date(now - everyMs) } }],
    },
    orderBy: { checkedAt: { sort: 'asc', nulls: 'first' } },
    take: batch,
  })
  for (const row of due) await checkAlarm(row, now, origin)
  return due.length
}

async function checkAlarm(row: MetricAlarm, now: number, origin: string): Promise<void> {
  try {
    const alarm = readAlarm(row)
    if (await isClosed(alarm, now)) return await keep(alarm, now, { failure: null })
    const reading = await readWindow(alarm, now)
    const { state, event, limit } = judgeAlarm(alarm.condition, alarm.state, reading)
    const seen = { observed: reading.observed, limit, n: reading.n, failure: null }
    const silent = alarm.snoozedUntil !== null && alarm.snoozedUntil.getTime() > now
    // A silent alarm stays as it was: what it would have said is said when its silence is over, if it still holds.
    if (event === null || (silent && event === 'raised')) return await keep(alarm, now, seen)
    await getPrisma().$transaction(async (tx) => {
      const { count } = await tx.metricAlarm.updateMany({
        where: { id: alarm.id, version: alarm.version },
        data: {
          ...seen,
          state,
          stateSince: new Date(now),
          checkedAt: new Date(now),
          version: alarm.version + 1,
        },
      })
      if (count === 1) await tell(tx, alarm, { event, ...seen, reading, now, origin })
    })
  } catch (cause) {
    // One alarm that cannot be looked at (a rule that is gone, too much data) must not keep the others from it.
    logFailure(cause, { job: 'check-alarms', alarmId: row.id })
    const failure = cause instanceof AppError ? cause.code : 'internal'
    await getPrisma().metricAlarm.update({
      where: { id: row.id },
      data: { failure, checkedAt: new Date(now) },
    })
  }
}

async function keep(alarm: StoredAlarm, now: number, seen: Partial<MetricAlarm>): Promise<void> {
  await getPrisma().metricAlarm.updateMany({
    where: { id: alarm.id, version: alarm.version },
    data: {
      checkedAt: new Date(now),
      failure: seen.failure,
      ...(seen.n !== undefined && { observed: seen.observed, limit: seen.limit, n: seen.n }),
    },
  })
}

async function isClosed({ desk }: StoredAlarm, now: number): Promise<boolean> {
  if (desk === null) return false
  const { calendarOf } = await inSnapshot(loadDeskTerms)
  return !isOpenAt(calendarOf(desk), now)
}

interface Told {
  readonly event: 'raised' | 'ended'
  readonly observed: number | null
  readonly limit: number | null
  readonly n: number
  readonly reading: WindowReading
  readonly now: number
  readonly origin: string
}

async function tell(tx: Tx, alarm: StoredAlarm, told: Told): Promise<void> {
  const { event, observed, limit, n, reading, now, origin } = told
  const { scope, window } = reading
  const seq = (await tx.metricAlarmEvent.count({ where: { alarmId: alarm.id } })) + 1
  await tx.metricAlarmEvent.create({
    data: { ...{ alarmId: alarm.id, seq, type: event, at: new Date(now) }, ...{ observed, limit, n } },
  })
  const shown = scopeQuery({ ...scope, compare: defaultScope.compare })
  const href = `${origin}${pageOfMetric(alarm.metric)}?${shown}`
  await announce(inTransaction(tx), [
    {
      ...{ type: event === 'raised' ? 'alarm.raised' : 'alarm.ended', at: now, customerRef: null },
      payload: {
        ...{ alarmId: alarm.id, name: alarm.name, metric: alarm.metric, scope: alarm.query },
        ...{ observed, limit, n, href, at: new Date(now).toISOString() },
      },
    },
  ])
  const owner = await tx.person.findUnique({ where: { id: alarm.ownerId } })
  if (owner === null || !mayHear(owner)) return
  if (event === 'raised') {
    const notice = {
      to: owner.id,
      kind: 'alarm.raised',
      subjectId: alarm.id,
      facts: { title: alarm.name },
    } as const
    await notify(tx, [notice], now)
  }
  if (!alarm.email) return
  const language = languages.find((one) => one === owner.language) ?? 'en'
  const words = alarmWords(
    {
      ...{ event, name: alarm.name, metric: alarm.metric, observed, limit, n, href, window },
      scope: describeFilters(scope.filters, language, await readNameOf(language)),
      zone: scope.zone ?? 'UTC',
      alarmHref: `${origin}/settings/alarms#${alarm.id}`,
    },
    language,
  )
  await queueMail(tx, { personId: owner.id, recipient: owner.email, ...words }, now)
}

/** Somebody who has left, or may read figures no longer, is told nothing. */
function mayHear({ status, role }: Person): boolean {
  const known = roles.find((one) => one === role)
  return status === 'active' && known !== undefined && isPermitted(known, 'analytics.read')
}
