import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import {
  answerSupervisor,
  assignCase,
  decideMemo,
  getCase,
  getNow,
  listDesks,
  listMyWork,
  loseCustomer,
  mergeCase,
  acceptHandoff,
  offerHandoff,
  openCaseByPerson,
  recordContact,
  recordOnCase,
  releaseCustomer,
  runCaseTimers,
  sendMemo,
  setPresence,
  takeCase,
} from '../../../server/cases/cases.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { addDesks, addPerson, minute, monday } from './care-desks.ts'

const hour = 60 * minute
let eva: SignedIn
let igor: SignedIn
let marta: SignedIn
let nina: SignedIn

beforeAll(async () => {
  await addDesks()
  eva = await addPerson('Eva', 'staff', 'branch')
  igor = await addPerson('Igor', 'staff', 'cards')
  marta = await addPerson('Marta', 'manager', 'branch')
  nina = await addPerson('Nina', 'manager')
})

const seen = (signedIn: SignedIn, expectedVersion: number, now: number) => ({
  ...{ signedIn, expectedVersion, now, requestId: 'test' },
})
const at = (now: number, signedIn = marta) => ({ signedIn, now })

async function open(now = monday, kind = 'card', customerRef = 'anna') {
  const opened = await openCaseByPerson(
    {
      ...{ requestKey: randomUUID(), customerRef, kind, desk: 'branch', channel: 'branch' },
      ...{ summary: 'Card swallowed', segment: null, language: 'pl', alertId: null },
    },
    { signedIn: eva, now, requestId: 'test' },
  )
  return opened.id
}

const offer = (caseId: string, change: object = {}, now = monday + minute) =>
  offerHandoff(
    {
      ...{ caseId, mode: 'warm', toDesk: 'cards', toPerson: null },
      ...{ brief: { wish: 'A new card' }, plannedReturn: false, ...change },
    },
    seen(eva, 1, now),
  )

/** The kinds of what a person was told of a case, in the order in which it happened. */
async function noticesOf(person: SignedIn, caseId: string): Promise<string[]> {
  const where = { personId: person.personId, subjectId: caseId }
  return (await getPrisma().notification.findMany({ where, orderBy: { at: 'asc' } })).map(({ kind }) => kind)
}

const idsOf = (list: { readonly rows: readonly { readonly caseId: string }[] }) =>
  list.rows.map(({ caseId }) => caseId)

describe('Now', () => {
  test('a customer who was let go and whom nobody accepted stays in limbo until we speak with them', async () => {
    const id = await open()
    await offer(id, { mode: 'cold' })
    await runCaseTimers(monday + 12 * minute)
    expect((await getCase(id, at(monday + 13 * minute))).handoffs[0]).toMatchObject({ state: 'expired' })
    const limbo = (await getNow(monday + 13 * minute)).limbo
    expect(limbo.rows.find(({ caseId }) => caseId === id)).toMatchObject({
      ...{ desk: 'branch', toDesk: null, since: monday + minute },
    })
    const mine = (await listMyWork(at(monday + 15 * minute, eva))).cases
    expect(mine.find((card) => card.id === id)).toMatchObject({ cameBack: 'expired' })
    const spoke = {
      direction: 'out',
      channel: 'phone',
      twoWay: true,
      substantive: true,
      text: 'Sorry',
    } as const
    await recordContact({ caseId: id, contact: spoke, next: null }, seen(eva, 3, monday + 14 * minute))
    expect(idsOf((await getNow(monday + 15 * minute)).limbo)).not.toContain(id)
    expect(
      (await listMyWork(at(monday + 15 * minute, eva))).cases.find((card) => card.id === id),
    ).toMatchObject({
      cameBack: null,
    })
  })

  test('an operator who asks a supervisor is seen until the answer', async () => {
    const id = await open(monday, 'stolen')
    await recordOnCase(id, 'supervisor.asked', { question: 'Cash of 2,000?' }, seen(eva, 1, monday + minute))
    expect(idsOf((await getNow(monday + 2 * minute)).supervisors)).toContain(id)
    await answerSupervisor({ caseId: id, answer: 'Yes', granted: true }, seen(marta, 2, monday + 3 * minute))
    expect(idsOf((await getNow(monday + 4 * minute)).supervisors)).not.toContain(id)
  })

  test('a case of which the customer hears nothing for a day is silent, and no longer once they have', async () => {
    const id = await open()
    const next = monday + 25 * hour
    expect(idsOf((await getNow(monday + 23 * hour)).silent)).not.toContain(id)
    expect(idsOf((await getNow(next)).silent)).toContain(id)
    const news = {
      direction: 'out',
      channel: 'phone',
      twoWay: false,
      substantive: false,
      text: 'No news',
    } as const
    await recordContact({ caseId: id, contact: news, next: null }, seen(eva, 1, next))
    expect(idsOf((await getNow(next + minute)).silent)).not.toContain(id)
  })

  test('a broken promise is on Now until the customer hears from us', async () => {
    const id = await open()
    const promise = { promiseId: randomUUID(), dueAt: monday + hour, text: 'We call' }
    await recordOnCase(id, 'promise.made', promise, seen(eva, 1, monday + minute))
    expect(idsOf((await getNow(monday + 30 * minute)).promises)).toContain(id)
    await runCaseTimers(monday + hour + minute)
    expect(idsOf((await getNow(monday + hour + minute)).broken)).toContain(id)
    const spoke = {
      direction: 'out',
      channel: 'phone',
      twoWay: true,
      substantive: true,
      text: 'Sorry',
    } as const
    await recordContact({ caseId: id, contact: spoke, next: null }, seen(eva, 3, monday + 2 * hour))
    expect(idsOf((await getNow(monday + 2 * hour)).broken)).not.toContain(id)
  })
})

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

describe('sides of a handoff', () => {
  test('only the sending side lets go of the customer; neither side’s colleagues end it for them', async () => {
    const id = await open()
    await offer(id)
    const handoffId = (await getCase(id, at(monday))).handoffs[0]!.id
    await acceptHandoff({ caseId: id, handoffId }, seen(igor, 2, monday + 2 * minute))
    const on = { caseId: id, handoffId }
    const release = releaseCustomer(on, seen(igor, 3, monday + 3 * minute))
    await expect(release).rejects.toMatchObject({ code: 'forbidden', details: { reason: 'notSender' } })
    const lost = loseCustomer({ ...on, text: 'Hung up' }, seen(nina, 3, monday + 3 * minute))
    await expect(lost).rejects.toMatchObject({ code: 'forbidden', details: { reason: 'notReceiver' } })
    await loseCustomer({ ...on, text: 'Hung up' }, seen(igor, 3, monday + 3 * minute))
    expect((await getCase(id, at(monday))).handoffs[0]).toMatchObject({ state: 'customerLost' })
  })

  test('the sender of an expired offer is told that the customer is theirs again', async () => {
    const id = await open()
    await offer(id)
    await runCaseTimers(monday + 12 * minute)
    expect(await noticesOf(eva, id)).toEqual(['handoff.expired'])
  })

  test('somebody of two desks is not counted as a receiver of their own customer, and cannot accept', async () => {
    const both = await addPerson('Olga', 'staff', 'branch', 'cards')
    const available = async (who: SignedIn) =>
      (await listDesks(at(monday, who))).find(({ key }) => key === 'cards')!.available
    expect(await available(both)).toBe((await available(eva)) - 1)
    const id = await open()
    await takeCase(id, seen(both, 1, monday))
    await offerHandoff(
      {
        ...{ caseId: id, mode: 'warm', toDesk: 'cards', toPerson: null, plannedReturn: false },
        brief: { wish: 'x' },
      },
      seen(both, 2, monday + minute),
    )
    expect((await listMyWork(at(monday, both))).offers).toEqual([])
    const handoffId = (await getCase(id, at(monday))).handoffs[0]!.id
    const accept = acceptHandoff({ caseId: id, handoffId }, seen(both, 3, monday + 2 * minute))
    await expect(accept).rejects.toMatchObject({ problems: [{ code: 'toOneself' }] })
  })

  test('an emergency that is not contained does not go to a closed desk, whoever belongs to it', async () => {
    const night = monday + 14 * hour
    const id = await open(night, 'stolen')
    await expect(offer(id, {}, night + minute)).rejects.toMatchObject({ details: { reason: 'containFirst' } })
  })
})

describe('memos', () => {
  const memo = { problem: 'Card withdrawn', tried: 'Product desks', request: 'Allow a reissue' }
  const send = async (id: string) => {
    await sendMemo(
      { caseId: id, to: marta.personId, dueAt: monday + hour, ...memo },
      seen(eva, 1, monday + minute),
    )
    return (await getCase(id, at(monday))).memos[0]!.id
  }

  test('silence past the due time asks the next manager; an answered memo is left alone', async () => {
    const [silent, answered] = [await open(), await open()]
    const [, memoId] = [await send(silent), await send(answered)]
    const granted = { decision: 'granted', reason: 'Yes', referTo: null, dueAt: null } as const
    await decideMemo({ caseId: answered, memoId, ...granted }, seen(marta, 2, monday + 30 * minute))
    await runCaseTimers(monday + hour - 1)
    expect((await getCase(silent, at(monday))).memos[0]).toMatchObject({ toPerson: marta.personId })
    await runCaseTimers(monday + hour)
    expect((await getCase(silent, at(monday))).memos[0]).toMatchObject({
      ...{ toPerson: nina.personId, state: 'sent', escalations: 1 },
    })
    expect((await getCase(answered, at(monday))).memos[0]).toMatchObject({ state: 'granted', escalations: 0 })
  })

  test('a referred memo waits for the other manager, with a new due time', async () => {
    const id = await open()
    const memoId = await send(id)
    const refer = { decision: 'referred', reason: 'Her product', referTo: nina.personId } as const
    const decision = { caseId: id, memoId, ...refer, dueAt: monday + 5 * hour }
    await decideMemo(decision, seen(marta, 2, monday + 2 * minute))
    const { memos, turn } = await getCase(id, at(monday))
    expect(memos).toMatchObject([
      { toPerson: marta.personId, state: 'referred', decidedAt: new Date(monday + 2 * minute) },
      {
        ...{ toPerson: nina.personId, state: 'sent', dueAt: new Date(monday + 5 * hour), decidedAt: null },
        ...{ ...memo, sentBy: eva.personId },
      },
    ])
    expect(turn).toBe('manager')
    const granted = { decision: 'granted', reason: 'Yes', referTo: null, dueAt: null } as const
    const next = { caseId: id, memoId: memos[1]!.id, ...granted }
    await decideMemo(next, seen(nina, 3, monday + 3 * minute))
    expect(await noticesOf(eva, id)).toEqual(['memo.decided'])
  })

  test('a memo of a case that was resolved without it is no manager’s any more', async () => {
    const id = await open()
    await send(id)
    const done = { done: 'Solved at the desk', customerHadToAct: false }
    await recordOnCase(id, 'case.resolved', done, seen(eva, 2, monday + 5 * minute))
    await runCaseTimers(monday + 2 * hour)
    expect((await getCase(id, at(monday))).memos[0]).toMatchObject({ state: 'withdrawn', escalations: 0 })
    expect(idsOf((await getNow(monday + 2 * hour)).memos)).not.toContain(id)
  })

  test('nobody refers to somebody who decides nothing', async () => {
    const id = await open()
    const memoId = await send(id)
    const refer = { decision: 'referred', reason: 'x', referTo: eva.personId, dueAt: monday + hour } as const
    await expect(
      decideMemo({ caseId: id, memoId, ...refer }, seen(marta, 2, monday + 2 * minute)),
    ).rejects.toMatchObject({ code: 'unprocessable' })
  })
})

describe('absence', () => {
  const away = (until: number | null, coveredBy: string | null) =>
    setPresence(
      { state: 'away', until, coveredBy, note: null },
      { signedIn: eva, now: monday, requestId: 'test' },
    )

  test('the case says who covers; the colleague takes over the promise and is its keeper', async () => {
    const id = await open()
    const promise = { promiseId: randomUUID(), dueAt: monday + hour, text: 'We call' }
    await recordOnCase(id, 'promise.made', promise, seen(eva, 1, monday + minute))
    await away(null, marta.personId)
    expect((await getCase(id, at(monday + 2 * minute))).ownerAway).toMatchObject({ coveredByName: 'Marta' })
    await takeCase(id, seen(marta, 2, monday + 3 * minute))
    const found = await getCase(id, at(monday + 4 * minute))
    expect(found).toMatchObject({ ownerId: marta.personId, ownerAway: null })
    expect(found.promises[0]).toMatchObject({ state: 'open', text: 'We call' })
    expect((await listMyWork(at(monday + 15 * minute, marta))).cases.map((card) => card.id)).toContain(id)
  })

  test('ends by itself when its time has come: the desk has people again', async () => {
    await away(monday + hour, null)
    const available = async (now: number) =>
      (await listDesks(at(now))).find(({ key }) => key === 'branch')!.available
    expect(await available(monday + hour - 1)).toBe((await available(monday + hour)) - 1)
    const id = await open()
    expect((await getCase(id, at(monday + hour - 1))).ownerAway).not.toBeNull()
    expect((await getCase(id, at(monday + hour))).ownerAway).toBeNull()
  })

  test('nobody goes away until a day that is over', async () => {
    await expect(away(monday, null)).rejects.toMatchObject({
      problems: [{ path: 'until', code: 'awayPast' }],
    })
  })

  test('whoever takes the case of somebody who is back takes it, and does not cover', async () => {
    const id = await open()
    await away(monday + hour, marta.personId)
    await takeCase(id, seen(marta, 1, monday + 2 * hour))
    const taken = (await getCase(id, at(monday))).events.at(-1)!
    expect(taken).toMatchObject({ type: 'owner.changed', payload: { reason: 'taken' } })
  })

  test('nobody covers for themselves', async () => {
    await expect(away(null, eva.personId)).rejects.toMatchObject({ code: 'unprocessable' })
  })
})

describe('duplicates and owners', () => {
  test('a duplicate goes on in the other case, is counted apart and cannot be moved any more', async () => {
    const [kept, duplicate] = [await open(), await open()]
    await mergeCase({ caseId: duplicate, into: kept, reason: 'Rang twice' }, seen(eva, 1, monday + minute))
    expect(await getCase(duplicate, at(monday))).toMatchObject({
      ...{ status: 'merged', mergedInto: kept, excluded: 'duplicate' },
    })
    const note = recordOnCase(duplicate, 'note.added', { text: 'x' }, seen(eva, 2, monday + 2 * minute))
    await expect(note).rejects.toMatchObject({ code: 'conflict', details: { mergedInto: kept } })
  })

  test.each([
    ['a promise to the customer', 'promiseBeforeMerging'],
    ['a memo that waits', 'memoBeforeMerging'],
  ])('not with %s: nobody would keep it', async (_what, reason) => {
    const [kept, duplicate] = [await open(), await open()]
    if (reason === 'promiseBeforeMerging') {
      const promise = { promiseId: randomUUID(), dueAt: monday + hour, text: 'We call' }
      await recordOnCase(duplicate, 'promise.made', promise, seen(eva, 1, monday + minute))
    } else {
      const memo = { problem: 'x', tried: '', request: 'x', to: marta.personId, dueAt: monday + hour }
      await sendMemo({ caseId: duplicate, ...memo }, seen(eva, 1, monday + minute))
    }
    const merge = mergeCase({ caseId: duplicate, into: kept, reason: 'Twice' }, seen(eva, 2, monday + minute))
    await expect(merge).rejects.toMatchObject({ code: 'conflict', details: { reason } })
  })

  test('not into itself, not into another customer’s case, not into one that is merged', async () => {
    const [kept, duplicate, mine] = [await open(), await open(), await open()]
    const strangers = await open(monday, 'card', 'piotr')
    await mergeCase({ caseId: duplicate, into: kept, reason: 'Twice' }, seen(eva, 1, monday + minute))
    for (const into of [mine, strangers, duplicate]) {
      const merge = mergeCase({ caseId: mine, into, reason: 'x' }, seen(eva, 1, monday + 2 * minute))
      await expect(merge).rejects.toMatchObject({ problems: [{ path: 'into', code: 'mergeTarget' }] })
    }
  })

  test('a case is given only to a colleague of the desk that has it', async () => {
    const id = await open()
    const give = (owner: string, version: number) =>
      assignCase({ caseId: id, owner }, seen(eva, version, monday + minute))
    await expect(give(igor.personId, 1)).rejects.toMatchObject({ code: 'unprocessable' })
    await give(marta.personId, 1)
    expect(await getCase(id, at(monday))).toMatchObject({ ownerId: marta.personId })
  })
})

describe('what a sender sees of a desk is what is so', () => {
  test('the usual time is the median of what was accepted in the last day, and not said below three', async () => {
    const now = monday + 5 * 24 * hour + 30 * hour
    const usual = async () => (await listDesks(at(now))).find(({ key }) => key === 'cards')!.usualAcceptanceMs
    expect(await usual()).toBeNull()
    for (const [index, waited] of [2, 4, 9].entries()) {
      const offeredAt = now - hour + index * minute
      const id = await open(offeredAt - minute)
      await offer(id, {}, offeredAt)
      const { handoffs } = await getCase(id, at(offeredAt))
      await acceptHandoff(
        { caseId: id, handoffId: handoffs[0]!.id },
        seen(igor, 2, offeredAt + waited * minute),
      )
    }
    expect(await usual()).toBe(4 * minute)
  })

  test('languages are those of members who are here', async () => {
    const languages = async () => (await listDesks(at(monday))).find(({ key }) => key === 'cards')!.languages
    const where = { deskKey_personId: { deskKey: 'cards', personId: igor.personId } }
    await getPrisma().deskMember.update({ where, data: { languages: ['ru'] } })
    expect(await languages()).toEqual(['ru'])
    const away = { state: 'away', until: null, coveredBy: null, note: null } as const
    await setPresence(away, { signedIn: igor, now: monday, requestId: 'test' })
    expect(await languages()).toEqual([])
    await setPresence({ ...away, state: 'here' }, { signedIn: igor, now: monday, requestId: 'test' })
  })
})

describe('impossible handoffs', () => {
  test.each([
    ['to the own desk', () => ({ toDesk: 'branch' }), 'toDesk'],
    ['to oneself', () => ({ toPerson: eva.personId }), 'toPerson'],
    ['to a desk that is not there', () => ({ toDesk: 'nowhere' }), 'toDesk'],
  ])('%s', async (_what, change, path) => {
    const id = await open()
    await expect(offer(id, change())).rejects.toMatchObject({
      problems: [{ path, code: expect.any(String) }],
    })
    expect((await getCase(id, at(monday))).handoffs).toEqual([])
  })

  test('an emergency that is not contained moves only to somebody who takes it on the line', async () => {
    const id = await open(monday, 'stolen')
    await expect(offer(id, { mode: 'cold' })).rejects.toMatchObject({ code: 'conflict' })
    await offer(id)
    expect((await getCase(id, at(monday))).handoffs[0]).toMatchObject({ mode: 'warm', state: 'offered' })
  })

  test('a case is not resolved while its customer is on the way', async () => {
    const id = await open()
    await offer(id)
    const done = { done: 'Done', customerHadToAct: false }
    await expect(
      recordOnCase(id, 'case.resolved', done, seen(eva, 2, monday + 2 * minute)),
    ).rejects.toMatchObject({ code: 'conflict', details: { state: 'offered' } })
  })
})
