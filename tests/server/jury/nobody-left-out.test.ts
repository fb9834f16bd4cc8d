import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { openHearings } from '../../../server/jury/jury.ts'
import { checkAnswers } from '../../../server/proposals/answers/check-answers.ts'
import { addCast, minute, monday } from '../cases/care-desks.ts'
import { decideTogether } from './decide-together.ts'
import { callerOf, submitStory } from './jury-people.ts'

let zofia: SignedIn
let igor: SignedIn
let olga: SignedIn
let marek: SignedIn
let anna: SignedIn
let irina: SignedIn

beforeAll(async () => {
  ;({ zofia, igor, olga, marek, anna, irina } = await addCast({
    zofia: ['staff', 'branch'],
    igor: ['staff', 'branch'],
    olga: ['ruleAdmin', 'branch'],
    marek: ['manager', 'cards'],
    anna: ['manager'],
    irina: ['ruleAdmin'],
  }))
})

const reason = 'Both want the address to change until the card is made.'

async function heard(author: SignedIn, texts?: Record<string, string>): Promise<string> {
  const proposalId = await submitStory(author, monday, { texts })
  await openHearings(monday + minute)
  return proposalId
}

const join = (proposalId: string, into: string) =>
  callerOf(anna, monday + 2 * minute).jury.merge({ proposalId, into, reason })

const newsOf = async (person: SignedIn) =>
  (await callerOf(person, monday).notifications.list()).items.map(({ sentence }) => sentence)

describe('whoever goes on inside another proposal', () => {
  test('is credited through every joining, hears what becomes of it, and may not judge it', async () => {
    const [first, second, third] = [await heard(olga), await heard(igor), await heard(zofia)]
    await join(first, second)
    await join(second, third)
    await expect(callerOf(olga, monday).jury.get({ proposalId: third })).rejects.toThrow(/not for you/)
    const pair = { writer: marek, reader: irina }
    await decideTogether({ proposalId: third, at: monday + 5 * minute }, pair, {
      ...{ verdict: 'accepted', reason: 'Three stories say the same, and the form is cheap to change.' },
    })
    for (const person of [zofia, igor, olga])
      expect((await newsOf(person)).filter((sentence) => /has been decided/.test(sentence))).toHaveLength(1)
    const { authors } = await callerOf(marek, monday).effects.get({ proposalId: third })
    expect([...authors].sort()).toEqual(['Igor', 'Olga', 'Zofia'])
  })

  test('is owed an answer again when the other author takes theirs back, without learning who that was', async () => {
    const [inner, outer] = [await heard(igor), await heard(zofia)]
    await join(inner, outer)
    const { version } = await callerOf(zofia, monday).proposals.get({ proposalId: outer })
    await callerOf(zofia, monday + 3 * minute).proposals.withdraw({
      ...{ proposalId: outer, version, reason: 'I was mistaken.' },
    })
    const alone = await callerOf(igor, monday).proposals.get({ proposalId: inner })
    expect(alone).toMatchObject({ status: 'inReview', mergedInto: null, reason: null })
    expect(alone.answerDueAt!.getTime()).toBeGreaterThan(monday)
    expect(alone.events.at(-1)).toMatchObject({ type: 'merge.undone', name: null, text: null })
    expect(await newsOf(igor)).toContainEqual(expect.stringMatching(/on its own again/))
    expect((await callerOf(marek, monday).jury.list()).items.map(({ id }) => id)).toContain(inner)
    expect(await checkAnswers()).toMatchObject({ unanswered: [], ownerless: [] })
  })
})

test('an appeal cannot be ended by whoever declined it letting it go on elsewhere', async () => {
  const [appealed, other] = [await heard(zofia), await heard(igor)]
  const pair = { writer: marek, reader: irina }
  await decideTogether({ proposalId: appealed, at: monday + 5 * minute }, pair, {
    ...{ verdict: 'declined', reason: 'The form lists every street from January on.' },
  })
  const { version } = await callerOf(zofia, monday).proposals.get({ proposalId: appealed })
  await callerOf(zofia, monday + 10 * minute).proposals.appeal({
    ...{ proposalId: appealed, version, reason: 'New streets appear all year round.' },
  })
  await openHearings(monday + 11 * minute)
  const merge = (person: SignedIn) =>
    callerOf(person, monday + 12 * minute).jury.merge({ proposalId: appealed, into: other, reason })
  await expect(merge(marek)).rejects.toThrow(/somebody else/)
  await expect(merge(anna)).resolves.toBeUndefined()
})
