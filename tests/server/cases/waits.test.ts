import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import {
  getCase,
  openCaseByPerson,
  recordContact,
  recordOnCase,
  runCaseTimers,
} from '../../../server/cases/cases.ts'
import { castOfBranch, noticesOf, openAtBranch, seen } from './branch-case.ts'
import { hour, minute, monday } from './care-desks.ts'

let eva: SignedIn
let marta: SignedIn

beforeAll(async () => {
  ;({ eva, marta } = await castOfBranch())
})

const at = (now: number, signedIn = marta) => ({ signedIn, now })
const open = (now?: number, kind?: string, customerRef?: string) =>
  openAtBranch(eva, { now, kind, customerRef })

describe('waits', () => {
  const pause = { to: 'customer', reason: 'A photo of the receipt', nextDueAt: monday + hour } as const

  test('a paused case comes back to us when its time has come, not before, and its owner hears of it', async () => {
    const id = await open()
    await recordOnCase(id, 'turn.passed', pause, seen(eva, 1, monday + minute))
    await runCaseTimers(monday + hour - 1)
    expect(await getCase(id, at(monday))).toMatchObject({ turn: 'customer', turnReason: pause.reason })
    await runCaseTimers(monday + hour + 5 * minute)
    expect(await getCase(id, at(monday))).toMatchObject({
      ...{
        turn: 'us',
        turnSince: new Date(monday + hour),
        turnReason: null,
        nextDueAt: new Date(monday + 25 * hour),
      },
    })
    expect(await noticesOf(eva, id)).toEqual(['case.cameBack'])
    await runCaseTimers(monday + 2 * hour)
    expect((await getCase(id, at(monday))).version).toBe(3)
  })

  test('the next contact of a paused case is the promise when that comes first', async () => {
    const id = await open()
    await recordOnCase(id, 'turn.passed', pause, seen(eva, 1, monday + minute))
    const promise = { promiseId: randomUUID(), dueAt: monday + 30 * minute, text: 'We call' }
    await recordOnCase(id, 'promise.made', promise, seen(eva, 2, monday + 2 * minute))
    expect(await getCase(id, at(monday))).toMatchObject({ nextDueAt: new Date(monday + 30 * minute) })
    await runCaseTimers(monday + 31 * minute)
    expect(await getCase(id, at(monday))).toMatchObject({
      ...{ turn: 'customer', nextDueAt: new Date(monday + hour) },
    })
    expect(await noticesOf(eva, id)).toEqual(['promise.broken'])
  })

  test('“no news yet” keeps the promise and names the next time in one move', async () => {
    const id = await open()
    const promise = { promiseId: randomUUID(), dueAt: monday + 30 * minute, text: 'We call' }
    await recordOnCase(id, 'promise.made', promise, seen(eva, 1, monday + minute))
    const contact = {
      direction: 'out',
      channel: 'sms',
      twoWay: false,
      substantive: true,
      text: 'No news yet',
    }
    const next = { dueAt: monday + 3 * hour, text: 'We call again' }
    await recordContact(
      { caseId: id, contact: { ...contact, direction: 'out' }, next },
      seen(eva, 2, monday + 20 * minute),
    )
    const found = await getCase(id, at(monday))
    expect(found.promises).toMatchObject([{ state: 'kept' }, { state: 'open', text: 'We call again' }])
    expect(found).toMatchObject({ nextDueAt: new Date(next.dueAt) })
  })

  test('a case can be opened with the promise that the customer was given', async () => {
    const next = { dueAt: monday + hour, text: 'We call you' }
    const facts = { customerRef: 'anna', kind: 'card', desk: 'branch', channel: 'phone', summary: 'Card' }
    const { id, version } = await openCaseByPerson(
      { ...facts, requestKey: randomUUID(), segment: null, language: 'pl', alertId: null, next },
      { signedIn: eva, now: monday, requestId: 'test' },
    )
    expect(await getCase(id, at(monday))).toMatchObject({ version, nextDueAt: new Date(next.dueAt) })
  })
})
