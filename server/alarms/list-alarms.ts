import { getPrisma } from '../db/prisma.ts'
import { readAlarm } from './alarm-row.ts'

/** All alarms, raised ones first, then by name: everybody who reads figures sees what is watched and by whom. */
export async function listAlarms(personId: string) {
  const prisma = getPrisma()
  const rows = await prisma.metricAlarm.findMany({
    where: { deletedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  const taken = await prisma.metricAlarmEvent.findMany({
    where: {
      type: 'acknowledged',
      alarmId: { in: rows.flatMap(({ id, state }) => (state === 'acknowledged' ? [id] : [])) },
    },
    orderBy: { seq: 'asc' },
    select: { alarmId: true, by: true },
  })
  const takenBy = new Map(taken.map(({ alarmId, by }) => [alarmId, by]))
  const known = [...rows.map(({ ownerId }) => ownerId), ...taken.flatMap(({ by }) => by ?? [])]
  const people = await prisma.person.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const order = { raised: 0, acknowledged: 1, quiet: 2 }
  return rows
    .map(readAlarm)
    .map((alarm) => ({
      ...{ alarmId: alarm.id, name: alarm.name, metric: alarm.metric, query: alarm.query },
      ...{ condition: alarm.condition, desk: alarm.desk, email: alarm.email, active: alarm.active },
      ...{ state: alarm.state, stateSince: alarm.stateSince.getTime(), version: alarm.version },
      ...{ observed: alarm.observed, limit: alarm.limit, n: alarm.n, failure: alarm.failure },
      snoozedUntil: alarm.snoozedUntil?.getTime() ?? null,
      checkedAt: alarm.checkedAt?.getTime() ?? null,
      owner: nameOf.get(alarm.ownerId) ?? '',
      /** null: nobody is at it. */
      acknowledgedBy: nameOf.get(takenBy.get(alarm.id) ?? '') ?? null,
      mine: alarm.ownerId === personId,
    }))
    .sort((left, right) => order[left.state] - order[right.state])
}
