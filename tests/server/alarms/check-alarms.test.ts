import { beforeEach, describe, expect, test } from 'vitest'
import {
  addAlarm,
  acknowledgeAlarm,
  changeAlarm,
  type NewAlarm,
  snoozeAlarm,
} from '../../../server/alarms/change-alarm.ts'
import { checkAlarms } from '../../../server/alarms/check-alarms.ts'
import { listAlarms } from '../../../server/alarms/list-alarms.ts'
import { previewAlarm } from '../../../server/alarms/preview-alarm.ts'
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

async function watch(condition: AlarmCondition, signedIn: SignedIn, of: Partial<NewAlarm> = {}) {
  const change = { signedIn, now: start, requestId: 'r' }
  const alarm = {
    name: 'Many questions',
    metric: 'alert-volume',
    query: '',
    desk: null,
    email: true,
  } as const
  const { alarmId } = await addAlarm({ ...alarm, condition, ...of }, change)
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

const unusual: AlarmCondition = { kind: 'unusual', side: 'above', deviations: 3, leastN: 5 }

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
    const href = `${origin}/review/alerts?period=2026-03-02&bucket=hour&zone=UTC`
    expect(webhooks.map(({ payload }) => payload)).toMatchObject([
      { alarmId, observed: 6, limit: 5, n: 6, href },
    ])
    expect(mails[0]?.text).toContain(href)
    expect(await getPrisma().notification.count({ where: { personId: owner.personId } })).toBe(1)
  })

  test('says before it is set what it would see, and keeps nothing of the look', async () => {
    await raiseAlerts(6, start - 30 * minuteMs)
    const look = (condition: AlarmCondition) =>
      previewAlarm({ metric: 'alert-volume', query: '', condition }, start)
    expect(await look(above)).toEqual({ observed: 6, limit: 5, n: 6, rings: true })
    expect((await look({ ...above, limit: 6 })).rings).toBe(false)
    expect((await look({ ...above, leastN: 7 })).rings).toBe(false)
    expect(await look({ kind: 'noData', hours: 1 })).toMatchObject({ n: 6, rings: false })
    await expect(
      previewAlarm({ metric: 'harm-averted', query: '', condition: above }, start),
    ).rejects.toMatchObject({ code: 'invalidInput' })
    expect(await getPrisma().metricAlarm.count()).toBe(0)
  })

  test('looks only at what its filters let through, and says so in words', async () => {
    const owner = await person()
    await watch(above, owner, { query: 'filter=rule:isNot:extra-zero' })
    await watch(above, owner, { query: 'filter=rule:is:extra-zero' })
    await raiseAlerts(6, start - 30 * minuteMs)
    await checkAlarms(start, origin)
    const mails = await getPrisma().outgoingMail.findMany({ where: { personId: owner.personId } })
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('Where: Rule is ')
    expect(mails[0]?.text).toContain('filter=rule%3Ais%3Aextra-zero')
  })

  test('of a median rings when nobody answers at all: what was waited at least is known', async () => {
    const owner = await person()
    const condition = { ...above, limit: 10 * minuteMs, hours: 24 } as const
    await watch(condition, owner, { metric: 'time-to-confirmation' })
    await raiseAlerts(3, start - 90 * minuteMs)
    await checkAlarms(start, origin)
    const [alarm] = await listAlarms(owner.personId)
    expect(alarm).toMatchObject({ state: 'raised', limit: 10 * minuteMs, n: 3 })
    expect(alarm?.observed).toBeGreaterThanOrEqual(89 * minuteMs)
  })

  test.each([
    ['a figure of money', { metric: 'harm-averted' }, above],
    ['what is usual for an hour of a share', { metric: 'ask-rate' }, unusual],
    ['a filter that the figure does not know', { query: 'filter=desk:is:cards' }, above],
  ] as const)('cannot watch %s', async (_, of, condition) => {
    const owner = await person()
    await expect(watch(condition, owner, of)).rejects.toMatchObject({ code: 'invalidInput' })
  })

  test('that is changed begins quiet again, and of two changes at once the second is refused', async () => {
    const owner = await person()
    const { alarmId, change } = await watch(above, owner)
    await raiseAlerts(9, start - 30 * minuteMs)
    await checkAlarms(start, origin)
    const [raised] = await listAlarms(owner.personId)
    const changed = {
      ...raised!,
      alarmId,
      condition: { ...above, limit: 50 },
      expectedVersion: raised!.version,
    }
    await changeAlarm(changed, change)
    expect((await listAlarms(owner.personId))[0]).toMatchObject({ state: 'quiet', observed: null })
    await expect(changeAlarm(changed, change)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('holds an hour against the same hour on the wall of the weeks before, over a change of clocks', async () => {
    const owner = await person()
    // 2026-03-29 clocks go forward in Warsaw: Monday 12:00 is 10:00Z after it and 11:00Z before.
    const monday = Date.parse('2026-03-30T11:05:00Z')
    await watch(unusual, owner, { query: 'zone=Europe/Warsaw' })
    for (let week = 1; week <= 6; week++) {
      await raiseAlerts(3, Date.parse('2026-03-30T11:10:00Z') - week * 7 * 24 * 60 * minuteMs)
    }
    await raiseAlerts(30, Date.parse('2026-03-30T10:10:00Z'))
    await checkAlarms(monday, origin)
    // Six weeks with 3 and two with nothing: mean 2.25, squares 13.5 of 7 degrees are below Poisson's 2.25.
    expect((await listAlarms(owner.personId))[0]?.limit).toBeCloseTo(2.25 + 3 * Math.sqrt(2.25), 9)
    expect((await listAlarms(owner.personId))[0]?.state).toBe('raised')
  })

  test('that somebody acknowledged stays so until the figure is back, and then ends', async () => {
    const { alarmId, change } = await watch(above, await person())
    await raiseAlerts(9, start - 30 * minuteMs)
    await checkAlarms(start, origin)
    await acknowledgeAlarm(alarmId, change)
    await checkAlarms(start + minuteMs, origin)
    expect((await listAlarms(''))[0]).toMatchObject({ state: 'acknowledged', acknowledgedBy: 'Maria' })
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
    expect(alarms.find(({ state }) => state === 'quiet')?.failure).toBe('invalidInput')
  })
})
