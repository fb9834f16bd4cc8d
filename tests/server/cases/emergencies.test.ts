import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { answerSupervisor, getCase, recordOnCase } from '../../../server/cases/cases.ts'
import { castOfBranch, openAtBranch, seen } from './branch-case.ts'
import { minute, monday } from './care-desks.ts'

let eva: SignedIn
let marta: SignedIn
let nina: SignedIn

beforeAll(async () => {
  ;({ eva, marta, nina } = await castOfBranch())
})

const open = () => openAtBranch(eva, { kind: 'stolen' })
const look = (id: string) => getCase(id, { signedIn: marta, now: monday + 9 * minute })
const ask = (id: string, question: string, minutes: number) =>
  recordOnCase(id, 'supervisor.asked', { question }, seen(eva, 1, monday + minutes * minute))
const answer = (id: string, who: SignedIn, askedMinutes: number, minutes: number) =>
  answerSupervisor(
    { caseId: id, askedAt: monday + askedMinutes * minute, answer: 'Yes', granted: true },
    seen(who, 1, monday + minutes * minute),
  )

describe('an emergency', () => {
  test('is contained by one press, whatever colleagues wrote since the operator looked', async () => {
    const id = await open()
    await recordOnCase(id, 'note.added', { text: 'The police asks' }, seen(marta, 1, monday + minute))
    await recordOnCase(id, 'emergency.contained', { what: 'Cards' }, seen(eva, 1, monday + 2 * minute))
    expect((await look(id)).containedAt?.getTime()).toBe(monday + 2 * minute)
  })

  test('is contained once', async () => {
    const id = await open()
    await recordOnCase(id, 'emergency.contained', { what: 'Cards' }, seen(eva, 1, monday + minute))
    const again = recordOnCase(id, 'emergency.contained', { what: 'Cards' }, seen(marta, 1, monday + minute))
    await expect(again).rejects.toMatchObject({ details: { reason: 'containedAlready' } })
  })

  test('the supervisor’s answer arrives though the operator went on with the steps', async () => {
    const id = await open()
    await ask(id, 'Cash of 2,000?', 1)
    const step = { step: 'calm', playbookVersion: 1, language: null, text: '' }
    await recordOnCase(id, 'emergency.stepDone', step, seen(eva, 2, monday + 2 * minute))
    await answer(id, marta, 1, 3)
    expect((await look(id)).supervisorAskedAt).toBeNull()
  })

  test('an answer never goes to another question than the one that was read', async () => {
    const id = await open()
    await ask(id, 'Cash of 2,000?', 1)
    await answer(id, nina, 1, 2)
    await ask(id, 'May I open the account again?', 3)
    await expect(answer(id, marta, 1, 4)).rejects.toMatchObject({ details: { reason: 'otherQuestion' } })
    expect((await look(id)).supervisorAskedAt).toBe(monday + 3 * minute)
  })
})

test('a decision is still made on what was seen: resolving a case that changed meanwhile is refused', async () => {
  const id = await openAtBranch(eva)
  await recordOnCase(id, 'note.added', { text: 'She rang again' }, seen(marta, 1, monday + minute))
  const done = { done: 'Sent', customerHadToAct: false }
  const resolve = recordOnCase(id, 'case.resolved', done, seen(eva, 1, monday + 2 * minute))
  await expect(resolve).rejects.toMatchObject({ details: { reason: 'changedMeanwhile' } })
})
