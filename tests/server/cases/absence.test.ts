import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import {
  acceptHandoff,
  assignCase,
  getCase,
  listDesks,
  listMyWork,
  mergeCase,
  recordOnCase,
  runCaseTimers,
  sendMemo,
  setPresence,
  takeCase,
} from '../../../server/cases/cases.ts'
import { castOfBranch, noticesOf, offerToCards, openAtBranch, seen } from './branch-case.ts'
import { hour, minute, monday } from './care-desks.ts'

let eva: SignedIn
let igor: SignedIn
let marta: SignedIn

beforeAll(async () => {
  ;({ eva, igor, marta } = await castOfBranch())
})

const at = (now: number, signedIn = marta) => ({ signedIn, now })
const open = (now?: number, kind?: string, customerRef?: string) =>
  openAtBranch(eva, { now, kind, customerRef })

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

  test('whoever covers hears what the absent colleague is told', async () => {
    const id = await open()
    const promise = { promiseId: randomUUID(), dueAt: monday + hour, text: 'We call' }
    await recordOnCase(id, 'promise.made', promise, seen(eva, 1, monday + minute))
    await away(monday + 8 * hour, igor.personId)
    await runCaseTimers(monday + hour + minute)
    expect(await noticesOf(eva, id)).toEqual(['promise.broken'])
    expect(await noticesOf(igor, id)).toEqual(['promise.broken'])
    expect(await noticesOf(marta, id)).toEqual([])
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

  test('staff of another desk do not take a case that they handed over: its customer is with that desk', async () => {
    const id = await open()
    await offerToCards(id, eva)
    const handoffId = (await getCase(id, at(monday))).handoffs[0]!.id
    await acceptHandoff({ caseId: id, handoffId }, seen(igor, 2, monday + 2 * minute))
    const take = takeCase(id, seen(eva, 3, monday + 3 * minute))
    await expect(take).rejects.toMatchObject({ problems: [{ code: 'notOfDesk' }] })
    expect(await getCase(id, at(monday))).toMatchObject({ desk: 'cards', ownerId: igor.personId })
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
