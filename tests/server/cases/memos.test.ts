import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import {
  decideMemo,
  getCase,
  getNow,
  recordOnCase,
  runCaseTimers,
  sendMemo,
} from '../../../server/cases/cases.ts'
import { castOfBranch, idsOf, noticesOf, openAtBranch, seen } from './branch-case.ts'
import { hour, minute, monday } from './care-desks.ts'

let eva: SignedIn
let marta: SignedIn
let nina: SignedIn

beforeAll(async () => {
  ;({ eva, marta, nina } = await castOfBranch())
})

const at = (now: number, signedIn = marta) => ({ signedIn, now })
const open = (now?: number, kind?: string, customerRef?: string) =>
  openAtBranch(eva, { now, kind, customerRef })

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

  test('everybody whom a memo ever asked has a name on the case page, also once it went on to another', async () => {
    const id = await open()
    await send(id)
    await runCaseTimers(monday + hour)
    const { people } = await getCase(id, at(monday))
    expect([people[marta.personId], people[nina.personId]]).toEqual(['Marta', 'Nina'])
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
