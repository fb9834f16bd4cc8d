import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { openHearings } from '../../../server/jury/jury.ts'
import { addCast, minute, monday } from '../cases/care-desks.ts'
import { decideTogether } from '../jury/decide-together.ts'
import { callerOf, submitStory } from '../jury/jury-people.ts'

let zofia: SignedIn
let igor: SignedIn
let marek: SignedIn
let anna: SignedIn
let irina: SignedIn
let audrey: SignedIn

beforeAll(async () => {
  ;({ zofia, igor, marek, anna, irina, audrey } = await addCast({
    zofia: ['staff', 'branch'],
    igor: ['staff', 'cards'],
    marek: ['manager', 'cards'],
    anna: ['manager'],
    irina: ['ruleAdmin'],
    audrey: ['auditor'],
  }))
})

const card = '4111 1111 1111 1111'

async function heard(anonymous = false): Promise<string> {
  const proposalId = await submitStory(zofia, monday, { anonymous })
  await openHearings(monday + minute)
  return proposalId
}

/** A story of a case whose customer is known by the letters of their reference. */
async function heardOfCase(): Promise<string> {
  const { id: caseId } = await callerOf(zofia, monday).cases.open({
    ...{ requestKey: crypto.randomUUID(), customerRef: 'Wisniewska-77', kind: 'card', desk: 'branch' },
    ...{ channel: 'branch', summary: 'Wrong address', segment: null, language: 'pl', alertId: null },
  })
  const proposalId = await heard()
  await getPrisma().proposal.update({
    where: { id: proposalId },
    data: { sourceKind: 'case', sourceId: caseId },
  })
  return proposalId
}

const tables = async () => {
  const prisma = getPrisma()
  return JSON.stringify([
    await prisma.proposalComment.findMany(),
    await prisma.juryQuestion.findMany(),
    await prisma.juryReview.findMany(),
    await prisma.juryRound.findMany(),
    await prisma.proposalEventRow.findMany(),
    await prisma.proposalSupporter.findMany(),
    await prisma.effectPlan.findMany(),
    (await prisma.auditEntry.findMany()).map(({ before, after }) => [before, after]),
  ])
}

describe('whatever is written about a proposal', () => {
  test('holds neither personal data, nor names of its case, nor overrides of direction, in any table', async () => {
    const proposalId = await heardOfCase()
    const secret = `about Mrs Wisniewska and ${card} \u202edesrever`
    const seen = async () => ({
      proposalId,
      version: (await callerOf(marek, monday).jury.get({ proposalId })).version,
    })
    const at = monday + 2 * minute
    await callerOf(igor, at).proposals.join({ proposalId, part: 'joined', note: `I saw it ${secret}` })
    await callerOf(igor, at).jury.comment({ proposalId, text: `A word ${secret}` })
    await callerOf(irina, at).jury.ask({ proposalId, question: `A question ${secret}?` })
    const [question] = await callerOf(zofia, at).jury.myQuestions({ proposalId })
    await callerOf(zofia, at).jury.answer({ questionId: question!.id, answer: `An answer ${secret}` })
    const score = { answers: { benefit: 3 }, confidence: 'sure' as const, note: `A note ${secret}` }
    for (const judge of [marek, irina])
      await callerOf(judge, at).jury.score({ proposalId, round: 1, edition: 0, score })
    await callerOf(marek, at).jury.openTalk(await seen())
    await callerOf(marek, at).jury.writeLetter({
      ...(await seen()),
      decision: { verdict: 'accepted', reason: `We shall do it, thinking ${secret}`, wouldChange: '' },
    })
    await callerOf(irina, at).jury.readLetter(await seen())
    await callerOf(marek, at).jury.release({ moves: [await seen()] })
    const plan = {
      ...{
        metric: 'cases-opened' as const,
        filters: [],
        direction: 'down good' as const,
        bucket: 'week' as const,
      },
      ...{ baselineBuckets: 20, windowBuckets: 12, smallestChange: 2, triggerFirst: null, triggerLast: null },
    }
    await callerOf(marek, at).effects.savePlan({
      ...{ proposalId, ownerId: marek.personId, plan: { ...plan, steps: `Steps ${secret}` } },
    })
    await callerOf(audrey, at).proposals.readOriginal({ proposalId, purpose: `A complaint ${secret}` })
    const kept = await tables()
    expect(kept).toContain('An answer about Mrs [name 1] and [card 1]')
    expect(kept).not.toMatch(/Wisniewska(?!-77)|4111/)
    expect(kept).not.toContain('\u202e')
  })

  test('in which nothing can be seen is refused', async () => {
    const proposalId = await heard()
    await expect(callerOf(igor, monday).jury.comment({ proposalId, text: '\u200b\u200b' })).rejects.toThrow(
      /can be read/,
    )
    await expect(callerOf(irina, monday).jury.ask({ proposalId, question: '\u202e' })).rejects.toThrow()
  })
})

describe('an author who stays unnamed', () => {
  test('is named by nobody’s comment, not by their own either', async () => {
    const proposalId = await heard(true)
    await callerOf(igor, monday).jury.comment({ proposalId, text: 'Well said, Zofia!' })
    await callerOf(zofia, monday + minute).jury.comment({ proposalId, text: 'Thank you. Zofia' })
    const { comments } = await callerOf(igor, monday).jury.comments({ proposalId })
    expect(comments?.map(({ text }) => text)).toEqual(['Well said, [name 1]!', 'Thank you. [name 1]'])
  })
})

describe('a letter', () => {
  test('that is shorter without personal data than it was typed stays readable for ever', async () => {
    const proposalId = await heard()
    const pair = { writer: marek, reader: irina }
    await decideTogether({ proposalId, at: monday + 5 * minute }, pair, {
      ...{ verdict: 'accepted', reason: 'Agreed: ring our desk, +48 600 123 456.' },
    })
    const { reason, status } = await callerOf(zofia, monday).proposals.get({ proposalId })
    expect([status, reason]).toEqual(['accepted', 'Agreed: ring our desk, [phone 1].'])
  })

  test('that says nothing but personal data is refused before it can be read', async () => {
    const proposalId = await heard()
    const pair = { writer: marek, reader: irina }
    const numbers = `${card}, +48 600 123 456, ${card}`
    await expect(
      decideTogether({ proposalId, at: monday + 5 * minute }, pair, { verdict: 'accepted', reason: numbers }),
    ).rejects.toThrow(/own words/)
  })
})

test('an answer that does not decide yet cannot put the next one off for longer than 30 days', async () => {
  const proposalId = await heard()
  const { version, answerer } = await callerOf(zofia, monday).proposals.get({ proposalId })
  const owing = [marek, anna].find(({ name }) => name === answerer)!
  const give = (days: number) =>
    callerOf(owing, monday + minute).proposals.giveAnswer({
      ...{ proposalId, version, text: 'We look at it with the cards desk now.' },
      nextDueAt: monday + minute + days * 86_400_000,
    })
  await expect(give(31)).rejects.toThrow(/30 days/)
  await expect(give(1e6)).rejects.toThrow(/30 days/)
  await expect(give(30)).resolves.toBeUndefined()
})
