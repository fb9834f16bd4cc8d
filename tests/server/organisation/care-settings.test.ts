import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { stolenWalletSteps } from '../../../domain/cases/default-playbook.ts'
import { isOpenAt } from '../../../domain/time/business-time.ts'
import { verifyAudit } from '../../../server/audit/audit.ts'
import { getCase, listCaseKinds, openCaseByPerson } from '../../../server/cases/cases.ts'
import { loadDeskCalendars } from '../../../server/cases/desk-calendars.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { organisationRouter } from '../../../server/organisation/organisation-router.ts'
import { createCallerFactory } from '../../../server/trpc/procedure.ts'
import { addDesks, addPerson, minute, monday } from '../cases/care-desks.ts'

const day = 24 * 60 * minute
const name = { en: 'Queue', pl: 'Kolejka', ru: 'Очередь' }
const settings = { name, phone: '+48 22 555 01 01', acceptMinutes: 15, briefFields: [] }
const hours = (change: object = {}) => ({
  ...{ zone: 'Europe/Warsaw', holidays: [], specialOpenings: [] },
  weekly: {
    monday: [
      { opens: '09:00', closes: '13:00' },
      { opens: '14:00', closes: '24:00' },
    ],
  },
  ...change,
})

let admin: SignedIn
let eva: SignedIn
let now = monday

beforeAll(async () => {
  await addDesks()
  admin = await addPerson('Ada', 'admin')
  eva = await addPerson('Eva', 'staff', 'branch')
})

/** The real router, as a signed-in person reaches it. */
const as = (signedIn: SignedIn) =>
  createCallerFactory(organisationRouter)({ signedIn, now: () => now, requestId: 'test' } as never)
const versionOf = async (key: string) => (await as(admin).desk({ key })).version

test('a desk is added with its hours, and only an administrator may', async () => {
  const desk = { key: 'returns', settings, calendar: hours() }
  await expect(as(eva).addDesk(desk)).rejects.toMatchObject({ cause: { code: 'forbidden' } })
  await as(admin).addDesk(desk)
  expect(await as(admin).desk({ key: 'returns' })).toMatchObject({
    name,
    version: 1,
    active: true,
    open: true,
  })
  await expect(as(admin).addDesk(desk)).rejects.toMatchObject({
    cause: { problems: [{ path: 'key', code: 'taken' }] },
  })
})

describe('hours', () => {
  test('new ones hold from their date on; what has passed keeps the hours of its time', async () => {
    const before = isOpenAt((await loadDeskCalendars(getPrisma()))('cards'), monday)
    await as(admin).setHours({
      ...{ key: 'cards', expectedVersion: await versionOf('cards'), from: '2026-06-15' },
      calendar: hours({ weekly: { saturday: [{ opens: '10:00', closes: '12:00' }] } }),
    })
    const calendar = (await loadDeskCalendars(getPrisma()))('cards')
    expect([before, isOpenAt(calendar, monday), isOpenAt(calendar, monday + 7 * day)]).toEqual([
      true,
      true,
      false,
    ])
    const saturdayAtTen = monday + 12 * day
    expect(isOpenAt(calendar, saturdayAtTen)).toBe(true)
    const [planned, inForce] = (await as(admin).desk({ key: 'cards' })).hours
    expect([planned?.state, inForce?.state]).toEqual(['planned', 'inForce'])
  })

  test('planned ones can be taken back, those in force cannot', async () => {
    const [planned] = (await as(admin).desk({ key: 'cards' })).hours
    const drop = async (validFrom: number) =>
      as(admin).dropPlannedHours({ key: 'cards', expectedVersion: await versionOf('cards'), validFrom })
    await expect(drop(0)).rejects.toMatchObject({ cause: { problems: [{ code: 'begun' }] } })
    await drop(planned!.validFrom)
    expect((await as(admin).desk({ key: 'cards' })).hours).toHaveLength(1)
  })

  test.each([
    ['no window at all', { weekly: {} }],
    [
      'only a special opening that has passed',
      {
        weekly: {},
        specialOpenings: [{ date: '2026-06-01', name: '', windows: [{ opens: '09:00', closes: '10:00' }] }],
      },
    ],
    [
      'a single hour that the clocks skip',
      {
        weekly: {},
        specialOpenings: [{ date: '2027-03-28', name: '', windows: [{ opens: '02:00', closes: '03:00' }] }],
      },
    ],
  ])('a calendar with %s never opens, and is refused with what to do', async (_what, change) => {
    const setHours = as(admin).setHours({
      ...{ key: 'branch', expectedVersion: await versionOf('branch'), from: '2026-06-08' },
      calendar: hours(change),
    })
    await expect(setHours).rejects.toMatchObject({
      cause: {
        problems: [{ path: 'calendar', code: 'neverOpens' }],
        userMessage: expect.stringContaining('Add a window'),
      },
    })
  })

  test('the past cannot be changed', async () => {
    const setHours = as(admin).setHours({
      ...{ key: 'branch', expectedVersion: await versionOf('branch'), from: '2026-06-07', calendar: hours() },
    })
    await expect(setHours).rejects.toMatchObject({ cause: { problems: [{ code: 'past' }] } })
  })

  test.each([
    ['a numeric offset as a zone', { zone: '+02:00' }],
    ['25 hours in a day', { weekly: { monday: [{ opens: '00:00', closes: '25:00' }] } }],
    ['a window that closes before it opens', { weekly: { monday: [{ opens: '17:00', closes: '09:00' }] } }],
    [
      'windows that overlap',
      {
        weekly: {
          monday: [
            { opens: '09:00', closes: '12:00' },
            { opens: '11:00', closes: '13:00' },
          ],
        },
      },
    ],
    [
      'a holiday named twice',
      {
        holidays: [
          { date: '2026-12-25', name: '' },
          { date: '2026-12-25', name: '' },
        ],
      },
    ],
    ['a date that is not in the calendar', { holidays: [{ date: '2026-02-30', name: '' }] }],
  ])('%s is no calendar', async (_what, change) => {
    const setHours = as(admin).setHours({
      ...{ key: 'branch', expectedVersion: await versionOf('branch'), from: '2026-06-08' },
      calendar: hours(change) as never,
    })
    await expect(setHours).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

test('two administrators change a desk at once: the second learns of it', async () => {
  const change = { key: 'branch', expectedVersion: await versionOf('branch'), settings }
  const answers = await Promise.allSettled([as(admin).changeDesk(change), as(admin).changeDesk(change)])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = answers.find((answer) => answer.status === 'rejected') as PromiseRejectedResult
  expect(refused.reason).toMatchObject({
    cause: { code: 'conflict', details: { version: change.expectedVersion + 1 } },
  })
})

test('people belong to a desk with their languages; administrators and unknown people cannot', async () => {
  const member = { part: 'lead', languages: ['pl', 'ru'] } as const
  const add = async (personId: string) =>
    as(admin).setMember({
      ...{ key: 'cards', expectedVersion: await versionOf('cards'), personId },
      ...{ part: member.part, languages: [...member.languages] },
    })
  await add(eva.personId)
  const added = { personId: eva.personId, name: 'Eva', ...member }
  expect((await as(admin).desk({ key: 'cards' })).members).toEqual([expect.objectContaining(added)])
  for (const stranger of [admin.personId, '0197523e-0000-7000-8000-000000000009']) {
    await expect(add(stranger)).rejects.toMatchObject({ cause: { problems: [{ code: 'unknownPerson' }] } })
  }
  const seen = { key: 'cards', expectedVersion: await versionOf('cards'), personId: eva.personId }
  await as(admin).removeMember(seen)
  expect((await as(admin).desk({ key: 'cards' })).members).toEqual([])
})

const openEmergency = async (kind: string) =>
  openCaseByPerson(
    {
      ...{ requestKey: crypto.randomUUID(), customerRef: 'anna', kind, desk: 'branch', channel: 'phone' },
      ...{ summary: 'Wallet gone', segment: null, language: 'pl', alertId: null },
    },
    { signedIn: eva, now, requestId: 'test' },
  )

describe('a desk with customers', () => {
  test('is not taken out of use; an empty one is, and comes back', async () => {
    await openEmergency('card')
    const close = async (key: string) => as(admin).closeDesk({ key, expectedVersion: await versionOf(key) })
    await expect(close('branch')).rejects.toMatchObject({ cause: { problems: [{ code: 'customersWait' }] } })
    await close('returns')
    expect(await as(admin).desk({ key: 'returns' })).toMatchObject({ active: false })
    await as(admin).openDesk({ key: 'returns', expectedVersion: await versionOf('returns') })
    expect(await as(admin).desk({ key: 'returns' })).toMatchObject({ active: true })
  })
})

describe('playbooks', () => {
  const save = (basedOn: number, script: string, note: string | null) =>
    as(admin).savePlaybook({
      ...{ key: 'wallet', basedOn, name, note },
      steps: stolenWalletSteps.map((step, index) =>
        index === 0 ? { ...step, script: { ...step.script, en: script } } : step,
      ),
    })

  test('a running emergency keeps its version, a new one follows the next', async () => {
    await save(0, 'First', null)
    const kind = {
      name,
      emergency: true,
      targetMinutes: 60,
      contactMinutes: 30,
      playbookKey: 'wallet',
      active: true,
      position: 1,
    }
    await as(admin).addKind({ key: 'wallet-gone', settings: kind })
    const running = await openEmergency('wallet-gone')
    now += minute
    await save(1, 'Second', 'Calmer words')
    const next = await openEmergency('wallet-gone')
    const scriptOf = async (id: string) =>
      (await getCase(id, { signedIn: eva, now })).playbook?.steps[0]?.script.en
    expect([await scriptOf(running.id), await scriptOf(next.id)]).toEqual(['First', 'Second'])
    const { version, versions } = await as(admin).playbook({ key: 'wallet' })
    expect(version).toBe(2)
    expect(versions.map((one) => [one.version, one.note, one.savedBy])).toEqual([
      [2, 'Calmer words', 'Ada'],
      [1, null, 'Ada'],
    ])
  })

  test('a save on an old version is refused, not written over the newer one', async () => {
    await expect(save(1, 'Third', 'Late')).rejects.toMatchObject({
      cause: { code: 'conflict', details: { version: 2 } },
    })
    await expect(save(0, 'Other', null)).rejects.toMatchObject({ cause: { code: 'conflict' } })
  })

  test('the next version says what changed', async () => {
    await expect(save(2, 'Third', ' ')).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('a text missing in one language is no playbook', async () => {
    const [first] = stolenWalletSteps
    const steps = [{ ...first!, script: { en: 'Stop', pl: '', ru: 'Стоп' } }]
    await expect(
      as(admin).savePlaybook({ key: 'gap', basedOn: 0, name, steps, note: null }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('kinds of case', () => {
  test('emergencies come first, then the chosen order, whatever the alphabet says', async () => {
    const plain = {
      name,
      emergency: false,
      targetMinutes: 60,
      contactMinutes: 30,
      playbookKey: null,
      active: true,
    }
    await as(admin).addKind({ key: 'aaa', settings: { ...plain, position: 300 } })
    await as(admin).addKind({ key: 'zzz', settings: { ...plain, position: 5 } })
    const keys = (await listCaseKinds()).map(({ key }) => key)
    expect(keys.indexOf('wallet-gone')).toBeLessThan(keys.indexOf('zzz'))
    expect(keys.indexOf('zzz')).toBeLessThan(keys.indexOf('aaa'))
  })

  test('an emergency without a playbook, or with one that is not there, is refused', async () => {
    const kind = { name, emergency: true, targetMinutes: 60, contactMinutes: 30, active: true, position: 1 }
    await expect(
      as(admin).addKind({ key: 'lost', settings: { ...kind, playbookKey: null } }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(
      as(admin).addKind({ key: 'lost', settings: { ...kind, playbookKey: 'nothing' } }),
    ).rejects.toMatchObject({ cause: { problems: [{ code: 'unknownPlaybook' }] } })
  })
})

test('every change stands in the audit, unbroken', async () => {
  expect(await verifyAudit()).toMatchObject({ holds: true })
  const actions = await getPrisma().auditEntry.findMany({ distinct: ['action'], select: { action: true } })
  expect(actions.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      ...['desk.add', 'desk.change', 'desk.close', 'desk.open', 'desk.setHours', 'desk.dropPlannedHours'],
      ...['desk.setMember', 'desk.removeMember', 'caseKind.add', 'playbook.save'],
    ]),
  )
})
