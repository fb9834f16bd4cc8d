import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import {
  acceptHandoff,
  getCase,
  listDesks,
  listMyWork,
  loseCustomer,
  offerHandoff,
  recordOnCase,
  releaseCustomer,
  runCaseTimers,
  setPresence,
  takeCase,
} from '../../../server/cases/cases.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { castOfBranch, noticesOf, offerToCards, openAtBranch, seen } from './branch-case.ts'
import { addPerson, hour, minute, monday } from './care-desks.ts'

let eva: SignedIn
let igor: SignedIn
let marta: SignedIn
let nina: SignedIn

beforeAll(async () => {
  ;({ eva, igor, marta, nina } = await castOfBranch())
})

const at = (now: number, signedIn = marta) => ({ signedIn, now })
const open = (now?: number, kind?: string, customerRef?: string) =>
  openAtBranch(eva, { now, kind, customerRef })
const offer = (caseId: string, change: object = {}, now?: number) =>
  offerToCards(caseId, eva, { ...change, now })

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
