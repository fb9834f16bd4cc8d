import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import {
  acceptHandoff,
  decideMemo,
  declineHandoff,
  getCase,
  getNow,
  listMyWork,
  markServed,
  offerHandoff,
  recordOnCase,
  releaseCustomer,
  runCaseTimers,
  sendMemo,
  setPresence,
  takeCase,
} from '../../../server/cases/cases.ts'
import { verifyAudit } from '../../../server/audit/audit.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { offerToCards, openAtBranch, seen } from './branch-case.ts'
import { addCast, addPerson, minute, monday } from './care-desks.ts'

let eva: SignedIn
let igor: SignedIn
let ola: SignedIn
let marta: SignedIn

beforeAll(async () => {
  ;({ eva, igor, ola, marta } = await addCast({
    eva: ['staff', 'branch'],
    igor: ['staff', 'cards'],
    ola: ['staff', 'cards'],
    marta: ['manager'],
  }))
})

const open = (now?: number, kind?: string, requestKey?: string) =>
  openAtBranch(eva, { now, kind, requestKey })

const offer = (caseId: string, version: number, now: number, mode: 'warm' | 'cold' = 'warm') =>
  offerToCards(caseId, eva, { version, now, mode })

async function handoffId(caseId: string) {
  return (await getCase(caseId, { signedIn: marta, now: monday })).handoffs.at(-1)!.id
}

test('a double press on “open” opens one case', async () => {
  const key = randomUUID()
  expect(await open(monday, 'card', key)).toBe(await open(monday + 1, 'card', key))
})

test('a customer is handed over warm, accepted, served, promised and resolved, each with its stamp', async () => {
  const id = await open()
  await offer(id, 1, monday + minute)
  await acceptHandoff({ caseId: id, handoffId: await handoffId(id) }, seen(igor, 2, monday + 3 * minute))
  await releaseCustomer({ caseId: id, handoffId: await handoffId(id) }, seen(eva, 3, monday + 4 * minute))
  await markServed({ caseId: id, handoffId: await handoffId(id) }, seen(igor, 4, monday + 5 * minute))
  const promiseId = randomUUID()
  await recordOnCase(
    id,
    'promise.made',
    { promiseId, dueAt: monday + 60 * minute, text: 'We call you' },
    seen(igor, 5, monday + 6 * minute),
  )
  await recordOnCase(
    id,
    'case.resolved',
    { done: 'New card ordered', customerHadToAct: false },
    seen(igor, 6, monday + 50 * minute),
  )
  const found = await getCase(id, { signedIn: marta, now: monday + 55 * minute })
  expect(found).toMatchObject({
    status: 'resolved',
    desk: 'cards',
    ownerId: igor.personId,
    handoffCount: 1,
    version: 7,
  })
  expect(found.handoffs[0]).toMatchObject({
    state: 'served',
    acceptanceMs: 2 * minute,
    acceptanceBusinessMs: 2 * minute,
  })
  expect(found.promises[0]).toMatchObject({ state: 'kept' })
  expect(found.segments.map(({ desk, ms }) => [desk, ms / minute])).toEqual([
    ['branch', 3],
    ['cards', 47],
  ])
})

test('until acceptance the customer is on the sender’s list, and in limbo on Now', async () => {
  const id = await open()
  await offer(id, 1, monday + minute, 'cold')
  expect((await listMyWork({ signedIn: eva, now: monday + minute })).cases.map((card) => card.id)).toContain(
    id,
  )
  expect(
    (await listMyWork({ signedIn: igor, now: monday + minute })).offers.map(({ caseId }) => caseId),
  ).toContain(id)
  expect((await getNow(monday + 2 * minute)).limbo.rows.map(({ caseId }) => caseId)).toContain(id)
})

test('two colleagues accept at once: one does, the other learns of it', async () => {
  const id = await open()
  await offer(id, 1, monday + minute)
  const accept = async (who: SignedIn) =>
    acceptHandoff({ caseId: id, handoffId: await handoffId(id) }, seen(who, 2, monday + 2 * minute))
  const [first, second] = await Promise.allSettled([accept(igor), accept(ola)])
  expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
  const refused = first.status === 'rejected' ? first : (second as PromiseRejectedResult)
  expect(refused.reason).toMatchObject({ code: 'conflict', details: { version: 3 } })
})

test('nobody of another desk can answer an offer', async () => {
  const id = await open()
  await offer(id, 1, monday + minute)
  const answer = declineHandoff(
    { caseId: id, handoffId: await handoffId(id), reason: 'wrongDesk', text: 'No' },
    seen(eva, 2, monday + 2 * minute),
  )
  await expect(answer).rejects.toMatchObject({ code: 'forbidden' })
})

describe('a desk that cannot receive', () => {
  const saturday = monday + 5 * 24 * 60 * minute
  test('closed: no cold handoff', async () => {
    const id = await open(saturday)
    await expect(offer(id, 1, saturday + minute, 'cold')).rejects.toMatchObject({
      code: 'unprocessable',
      userMessage: expect.stringContaining('closed'),
    })
  })
  test('empty: no cold handoff', async () => {
    for (const signedIn of [igor, ola]) {
      await setPresence(
        { state: 'away', until: null, coveredBy: null, note: null },
        { signedIn, now: monday, requestId: 'test' },
      )
    }
    const id = await open()
    await expect(offer(id, 1, monday + minute, 'cold')).rejects.toMatchObject({
      userMessage: expect.stringContaining('Nobody'),
    })
    for (const signedIn of [igor, ola]) {
      await setPresence(
        { state: 'here', until: null, coveredBy: null, note: null },
        { signedIn, now: monday, requestId: 'test' },
      )
    }
  })
  test('a brief with a gap is named by its field', async () => {
    const id = await open()
    const gap = offerHandoff(
      { caseId: id, mode: 'cold', toDesk: 'cards', toPerson: null, brief: {}, plannedReturn: false },
      seen(eva, 1, monday + minute),
    )
    await expect(gap).rejects.toMatchObject({ problems: [expect.objectContaining({ path: 'brief.wish' })] })
  })
})

test('an offer that nobody accepts expires and returns the customer; an accepted one does not', async () => {
  const [lost, taken] = [await open(), await open()]
  await offer(lost, 1, monday + minute)
  await offer(taken, 1, monday + minute)
  await acceptHandoff(
    { caseId: taken, handoffId: await handoffId(taken) },
    seen(igor, 2, monday + 2 * minute),
  )
  await runCaseTimers(monday + 12 * minute)
  const now = monday + 13 * minute
  expect((await getCase(lost, { signedIn: eva, now })).handoffs[0]).toMatchObject({
    state: 'expired',
    expiredInHours: true,
  })
  expect(await getCase(lost, { signedIn: eva, now })).toMatchObject({ desk: 'branch' })
  expect((await getCase(taken, { signedIn: eva, now })).handoffs[0]).toMatchObject({ state: 'accepted' })
})

test('a promise is broken once, when its time has passed', async () => {
  const id = await open()
  await recordOnCase(
    id,
    'promise.made',
    { promiseId: randomUUID(), dueAt: monday + 10 * minute, text: 'Call' },
    seen(eva, 1, monday + minute),
  )
  await runCaseTimers(monday + 10 * minute)
  expect((await getCase(id, { signedIn: eva, now: monday })).promises[0]).toMatchObject({ state: 'open' })
  await Promise.all([runCaseTimers(monday + 11 * minute), runCaseTimers(monday + 11 * minute)])
  const found = await getCase(id, { signedIn: eva, now: monday })
  expect(found.promises[0]).toMatchObject({ state: 'broken' })
  expect(found.events.filter(({ type }) => type === 'promise.broken')).toHaveLength(1)
})

test('a memo waits for the manager who was asked, and only that manager decides it', async () => {
  const id = await open()
  const text = { problem: 'Card withdrawn', tried: 'Product desks', request: 'Allow a reissue' }
  await sendMemo(
    { caseId: id, to: marta.personId, dueAt: monday + 240 * minute, ...text },
    seen(eva, 1, monday + minute),
  )
  const found = await getCase(id, { signedIn: eva, now: monday })
  expect(found).toMatchObject({ turn: 'manager' })
  const memoId = found.memos[0]!.id
  const decision = {
    caseId: id,
    memoId,
    decision: 'granted',
    reason: 'Yes',
    referTo: null,
    dueAt: null,
  } as const
  await expect(decideMemo(decision, seen(eva, 2, monday + 2 * minute))).rejects.toMatchObject({
    code: 'forbidden',
  })
  await decideMemo(decision, seen(marta, 2, monday + 3 * minute))
  expect(await getCase(id, { signedIn: eva, now: monday })).toMatchObject({ turn: 'us' })
})

test('a colleague of another desk reaches the covered case until the absence ends, and not after', async () => {
  const id = await open()
  const olek = await addPerson('Olek', 'staff', 'cards')
  await setPresence(
    { state: 'away', until: monday + 60 * minute, coveredBy: olek.personId, note: null },
    { signedIn: eva, now: monday, requestId: 'test' },
  )
  const during = { signedIn: olek, now: monday + 59 * minute }
  expect((await listMyWork(during)).cases.map((card) => card.id)).toContain(id)
  expect(await getCase(id, during)).toMatchObject({ id })
  const after = { signedIn: olek, now: monday + 60 * minute }
  expect((await listMyWork(after)).cases.map((card) => card.id)).not.toContain(id)
  await expect(getCase(id, after)).rejects.toMatchObject({ code: 'notFound' })
})

test('a covering colleague finds the absent one’s case among the own and takes it over', async () => {
  const id = await open()
  const tomek = await addPerson('Tomek', 'staff', 'branch')
  await setPresence(
    { state: 'away', until: null, coveredBy: tomek.personId, note: 'Ill' },
    { signedIn: eva, now: monday, requestId: 'test' },
  )
  expect(
    (await listMyWork({ signedIn: tomek, now: monday + minute })).cases.map((card) => card.id),
  ).toContain(id)
  await takeCase(id, seen(tomek, 1, monday + minute))
  const found = await getCase(id, { signedIn: tomek, now: monday })
  expect(found.events.at(-1)).toMatchObject({ type: 'owner.changed', payload: { reason: 'cover' } })
  await setPresence(
    { state: 'here', until: null, coveredBy: null, note: null },
    { signedIn: eva, now: monday, requestId: 'test' },
  )
})

test('a case outside of a person’s reach is not found', async () => {
  const id = await open()
  await expect(getCase(id, { signedIn: igor, now: monday })).rejects.toMatchObject({ code: 'notFound' })
})

test('an emergency runs round the clock: its offer expires on a Saturday night', async () => {
  const night = monday + 5 * 24 * 60 * minute + 13 * 60 * minute
  const id = await open(night, 'stolen')
  await recordOnCase(id, 'emergency.contained', { what: 'Cards blocked' }, seen(eva, 1, night))
  await offer(id, 2, night + minute)
  await runCaseTimers(night + 12 * minute)
  expect((await getCase(id, { signedIn: eva, now: night })).handoffs[0]).toMatchObject({
    state: 'expired',
    expiredInHours: false,
  })
})

test('timelines cannot be rewritten, not even by SQL, and the audit of all this is unbroken', async () => {
  await expect(getPrisma().caseEvent.updateMany({ data: { type: 'x' } })).rejects.toThrow(/append-only/)
  expect(await verifyAudit()).toMatchObject({ holds: true })
})
