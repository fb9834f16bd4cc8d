import { beforeEach, describe, expect, test } from 'vitest'
import { addAlarm, acknowledgeAlarm, snoozeAlarm } from '../../../server/alarms/change-alarm.ts'
import { checkAlarms } from '../../../server/alarms/check-alarms.ts'
import { listAlarms } from '../../../server/alarms/list-alarms.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { writeEntries } from '../analytics/ledger.ts'
import { type AlarmCondition } from '../../../domain/alarms/alarm-condition.ts'
import { type SignedIn } from '../../../domain/access/actor.ts'

const start = Date.parse('2026-03-02T12:00:00Z')
const minuteMs = 60_000
const origin = 'https://care.example'
let next = 0

async function person(role: SignedIn['role'] = 'manager'): Promise<SignedIn> {
  const email = `p${next++}@example.com`
  const { id } = await getPrisma().person.create({ data: { email, name: 'Maria', passwordHash: '', role } })
  return {
    ...{ personId: id, sessionId: '', name: 'Maria', email, role },
    ...{ language: 'en', colourScheme: 'auto', shortcuts: true },
  }
}

async function watch(condition: AlarmCondition, signedIn: SignedIn) {
  const change = { signedIn, now: start, requestId: 'r' }
  const { alarmId } = await addAlarm(
    { name: 'Many questions', metric: 'alert-volume', query: '', condition, desk: null, email: true },
    change,
  )
  return { alarmId, change }
}

async function raiseAlerts(count: number, at: number): Promise<void> {
  const stamp = next++
  await writeEntries(
    Array.from({ length: count }, (_, place) => ({
      id: `a${stamp}-${place}`,
      at: at + place,
      alert: { rules: ['extra-zero'] },
    })),
  )
}

const above: AlarmCondition = {
  kind: 'threshold',
  side: 'above',
  limit: 5,
  hours: 1,
  leastN: 0,
  hysteresis: 0.2,
}

beforeEach(async () => {
  await getPrisma().metricAlarm.deleteMany()
  await getPrisma().outgoingMail.deleteMany()
  await getPrisma().webhookMessage.deleteMany()
  await getPrisma().alert.deleteMany()
})

describe('an alarm', () => {
  test('is told once in the app, by e-mail and by webhook, with what was seen and where to look', async () => {
    const owner = await person()
    const { alarmId } = await watch(above, owner)
    await raiseAlerts(6, start - 90 * minuteMs)
    const now = start
    await checkAlarms(now, origin)
    await checkAlarms(now + minuteMs, origin)
    const [mail, ...more] = await getPrisma().outgoingMail.findMany({ where: { personId: owner.personId } })
    expect(more).toHaveLength(0)
    // The hour that had begun at 10:00 is over; 11:00 to 12:00 is the last complete one and has nothing.
    expect(mail).toBeUndefined()
    await raiseAlerts(6, start - 30 * minuteMs)
    await checkAlarms(now + 2 * minuteMs, origin)
    await checkAlarms(now + 3 * minuteMs, origin)
    const mails = await getPrisma().outgoingMail.findMany({ where: { personId: owner.personId } })
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('Observed: 6')
    expect(mails[0]?.text).toContain(`${origin}/settings/alarms#${alarmId}`)
    const webhooks = await getPrisma().webhookMessage.findMany({ where: { type: 'alarm.raised' } })
    expect(webhooks.map(({ payload }) => payload)).toMatchObject([{ alarmId, observed: 6, limit: 5, n: 6 }])
    expect(await getPrisma().notification.count({ where: { personId: owner.personId } })).toBe(1)
  })

  test('that somebody acknowledged stays so until the figure is back, and then ends', async () => {
    const { alarmId, change } = await watch(above, await person())
    await raiseAlerts(9, start - 30 * minuteMs)
    await checkAlarms(start, origin)
    await acknowledgeAlarm(alarmId, change)
    await checkAlarms(start + minuteMs, origin)
    expect((await listAlarms(''))[0]?.state).toBe('acknowledged')
    await checkAlarms(start + 60 * minuteMs, origin)
    expect((await listAlarms(''))[0]?.state).toBe('quiet')
    await expect(acknowledgeAlarm(alarmId, change)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('that is silent says at the end of its silence what still holds', async () => {
    const { alarmId, change } = await watch(above, await person())
    await snoozeAlarm({ alarmId, until: start + 5 * minuteMs }, change)
    await raiseAlerts(9, start - 30 * minuteMs)
    await checkAlarms(start, origin)
    expect(await getPrisma().outgoingMail.count()).toBe(0)
    await checkAlarms(start + 6 * minuteMs, origin)
    expect(await getPrisma().outgoingMail.count()).toBe(1)
  })

  test('of somebody who may no longer read figures tells them nothing', async () => {
    const owner = await person()
    await watch(above, owner)
    await getPrisma().person.update({ where: { id: owner.personId }, data: { role: 'staff' } })
    await raiseAlerts(9, start - 30 * minuteMs)
    await checkAlarms(start, origin)
    expect(await getPrisma().outgoingMail.count()).toBe(0)
  })

  test('that nobody could look at says why and does not keep the others from it', async () => {
    const owner = await person()
    const { alarmId } = await watch(above, owner)
    await getPrisma().metricAlarm.update({ where: { id: alarmId }, data: { query: 'zone=Mars/Base' } })
    await watch(above, owner)
    await raiseAlerts(9, start - 30 * minuteMs)
    expect(await checkAlarms(start, origin)).toBe(2)
    const alarms = await listAlarms(owner.personId)
    expect(alarms.map(({ state }) => state).sort()).toEqual(['quiet', 'raised'])
    expect(alarms.find(({ state }) => state === 'quiet')?.failure).not.toBeNull()
  })
})
