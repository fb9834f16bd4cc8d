import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import {
  acceptHandoff,
  answerSupervisor,
  getCase,
  getNow,
  listMyWork,
  recordContact,
  recordOnCase,
  runCaseTimers,
} from '../../../server/cases/cases.ts'
import { castOfBranch, idsOf, offerToCards, openAtBranch, seen } from './branch-case.ts'
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
const offer = (caseId: string, change: object = {}, now?: number) =>
  offerToCards(caseId, eva, { ...change, now })

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
    await answerSupervisor(
      { caseId: id, askedAt: monday + minute, answer: 'Yes', granted: true },
      seen(marta, 2, monday + 3 * minute),
    )
    expect(idsOf((await getNow(monday + 4 * minute)).supervisors)).not.toContain(id)
  })

  test('once somebody has accepted, no time to accept is due any more', async () => {
    const id = await open()
    await offer(id)
    const row = async (now: number) =>
      (await getNow(now)).limbo.rows.find(({ caseId }) => caseId === id) ?? null
    expect(await row(monday + 2 * minute)).toMatchObject({ dueAt: monday + 11 * minute })
    const handoffId = (await getCase(id, at(monday))).handoffs[0]!.id
    await acceptHandoff({ caseId: id, handoffId }, seen(igor, 2, monday + 3 * minute))
    expect(await row(monday + 4 * minute)).toMatchObject({ dueAt: null })
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

  test.each([
    ['manager', true],
    ['otherDesk', true],
    ['customer', false],
    ['thirdParty', false],
  ] as const)(
    'while the next step is with %s a case without a word can be silent: %s',
    async (to, silent) => {
      const id = await open()
      const pause = { to, reason: 'They decide.', nextDueAt: monday + 48 * hour }
      await recordOnCase(id, 'turn.passed', pause, seen(eva, 1, monday + minute))
      expect(idsOf((await getNow(monday + 25 * hour)).silent).includes(id)).toBe(silent)
    },
  )

  test('whoever is to hear of us by the kind of case alone is on Now within its last hour, until they do', async () => {
    const id = await open()
    const due = (await getCase(id, at(monday))).nextDueAt!.getTime()
    expect(idsOf((await getNow(due - hour - minute)).promises)).not.toContain(id)
    for (const moment of [due - hour, due - minute]) {
      const now = await getNow(moment)
      expect(idsOf(now.promises).filter((one) => one === id)).toEqual([id])
      expect(idsOf(now.broken)).not.toContain(id)
    }
    const news = {
      direction: 'out',
      channel: 'phone',
      twoWay: false,
      substantive: false,
      text: 'No news',
    } as const
    await recordContact({ caseId: id, contact: news, next: null }, seen(eva, 1, due - minute))
    expect(idsOf((await getNow(due)).promises)).not.toContain(id)
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
