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
  const owners = await prisma.person.findMany({
    where: { id: { in: rows.map(({ ownerId }) => ownerId) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(owners.map(({ id, name }) => [id, name]))
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
      mine: alarm.ownerId === personId,
    }))
    .sort((left, right) => order[left.state] - order[right.state])
}
