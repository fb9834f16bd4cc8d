import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { verifyAudit } from '../../../server/audit/audit.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { openHearings } from '../../../server/jury/jury.ts'
import { addCast, addPerson, minute, monday } from '../cases/care-desks.ts'
import { callerOf, fine, poor, submitStory } from './jury-people.ts'

let zofia: SignedIn
let marek: SignedIn
let anna: SignedIn
let irina: SignedIn
let hania: SignedIn

beforeAll(async () => {
  ;({ zofia, marek, anna, irina, hania } = await addCast({
    zofia: ['staff', 'branch'],
    marek: ['manager', 'cards'],
    anna: ['manager'],
    irina: ['ruleAdmin'],
    hania: ['manager', 'branch'],
  }))
})

const sure = { confidence: 'sure' as const, note: '' }
const reason = 'The form is cheap to change and it happens every week.'

async function versionOf(proposalId: string) {
  const { version } = await callerOf(marek, monday).jury.get({ proposalId })
  return version
}

async function heard(now: number, change?: Parameters<typeof submitStory>[2]) {
  const proposalId = await submitStory(zofia, now, change)
  await openHearings(now + minute)
  return proposalId
}

async function score(person: SignedIn, proposalId: string, answers = fine) {
  const { round, edition } = await callerOf(person, monday).jury.get({ proposalId })
  await callerOf(person, monday + 5 * minute).jury.score({
    ...{ proposalId, round, edition, score: { answers, ...sure } },
  })
}

async function talk(proposalId: string) {
  await callerOf(marek, monday + 6 * minute).jury.openTalk({
    proposalId,
    version: await versionOf(proposalId),
  })
}

async function write(
  proposalId: string,
  verdict: 'accepted' | 'declined',
  own = `${reason} (${proposalId})`,
) {
  const wouldChange = verdict === 'declined' ? 'Figures of a month from two branches.' : ''
  await callerOf(marek, monday + 7 * minute).jury.writeLetter({
    ...{ proposalId, version: await versionOf(proposalId) },
    decision: { verdict, reason: own, wouldChange },
  })
}

describe('a proposal before the jury', () => {
  test('is heard as soon as it is submitted: those who may judge are told, its author’s manager is not', async () => {
    const proposalId = await heard(monday)
    expect((await callerOf(irina, monday).notifications.list()).items[0]?.href).toBe(`/jury/${proposalId}`)
    expect((await callerOf(hania, monday).notifications.list()).unread).toBe(0)
    expect((await callerOf(hania, monday).jury.list()).items).toEqual([])
    await expect(callerOf(hania, monday).jury.get({ proposalId })).rejects.toThrow(/not for you/)
    await expect(callerOf(zofia, monday).jury.list()).rejects.toThrow()
    const { status } = await callerOf(zofia, monday).proposals.get({ proposalId })
    expect(status).toBe('inReview')
    expect(await openHearings(monday + 2 * minute)).toBe(0)
  })

  test('shows nobody’s scores while the jury is blind, and then only to those who scored', async () => {
    const proposalId = await heard(monday)
    await score(marek, proposalId)
    await score(anna, proposalId)
    const blind = await callerOf(marek, monday).jury.get({ proposalId })
    expect(blind).toMatchObject({ phase: 'blind', scored: 2, scores: null })
    await talk(proposalId)
    const { scores } = await callerOf(marek, monday).jury.get({ proposalId })
    expect(scores?.reviews.map(({ name }) => name).sort()).toEqual(['Anna', 'Marek'])
    expect((await callerOf(irina, monday).jury.get({ proposalId })).scores).toBeNull()
  })

  test('asks for a further reviewer when the scores are wide apart, and does not talk before', async () => {
    const proposalId = await heard(monday)
    await score(marek, proposalId)
    await score(anna, proposalId, poor)
    const told = await callerOf(irina, monday).notifications.list()
    const ofIt = told.items.filter(({ href }) => href === `/jury/${proposalId}`)
    expect(ofIt.map(({ sentence }) => sentence)).toEqual([expect.stringMatching(/two minds/)])
    await expect(talk(proposalId)).rejects.toThrow(/takes 3 scores/)
    await score(irina, proposalId)
    await expect(talk(proposalId)).resolves.toBeUndefined()
  })

  test('gets a letter only from somebody who scored, in words of its own', async () => {
    const proposalId = await heard(monday)
    await expect(write(proposalId, 'accepted')).rejects.toThrow(/End the blind scoring/)
    await score(marek, proposalId)
    await score(irina, proposalId)
    await talk(proposalId)
    await expect(
      callerOf(anna, monday).jury.writeLetter({
        ...{ proposalId, version: await versionOf(proposalId) },
        decision: { verdict: 'accepted', reason, wouldChange: '' },
      }),
    ).rejects.toThrow(/own score first/)
    await write(proposalId, 'accepted', 'A reason that is sent twice, word for word.')
    const other = await heard(monday)
    await score(marek, other)
    await score(irina, other)
    await talk(other)
    await expect(write(other, 'accepted', 'A reason that is sent twice; word for word')).rejects.toThrow(
      /word for word/,
    )
  })

  test('is told to the author only when somebody else has read the letter, and together with the others', async () => {
    const both = [await heard(monday), await heard(monday)]
    for (const proposalId of both) {
      await score(marek, proposalId)
      await score(irina, proposalId)
      await talk(proposalId)
      await write(proposalId, proposalId === both[0] ? 'accepted' : 'declined')
    }
    const [first, second] = both as [string, string]
    const moves = async () =>
      Promise.all(both.map(async (proposalId) => ({ proposalId, version: await versionOf(proposalId) })))
    const read = async (person: SignedIn, proposalId: string) =>
      callerOf(person, monday).jury.readLetter({ proposalId, version: await versionOf(proposalId) })
    await expect(read(marek, first)).rejects.toThrow(/Somebody else/)
    await read(irina, first)
    await expect(callerOf(marek, monday).jury.release({ moves: await moves() })).rejects.toThrow(
      /read by somebody else/,
    )
    expect((await callerOf(zofia, monday).proposals.get({ proposalId: first })).status).toBe('inReview')
    await read(irina, second)
    await callerOf(marek, monday + 9 * minute).jury.release({ moves: await moves() })
    expect(await callerOf(zofia, monday).proposals.get({ proposalId: first })).toMatchObject({
      ...{ status: 'accepted', decidedBy: 'Marek' },
    })
    expect(await callerOf(zofia, monday).proposals.get({ proposalId: second })).toMatchObject({
      ...{ status: 'declined', whatWouldChange: 'Figures of a month from two branches.' },
    })
    const news = (await callerOf(zofia, monday).notifications.list()).items.map(({ sentence }) => sentence)
    expect(news.filter((sentence) => /has been decided/.test(sentence))).toHaveLength(2)
  })

  test('has to be read again when its letter changes', async () => {
    const proposalId = await heard(monday)
    await score(marek, proposalId)
    await score(irina, proposalId)
    await talk(proposalId)
    await write(proposalId, 'accepted')
    const at = async () => ({ proposalId, version: await versionOf(proposalId) })
    await callerOf(irina, monday).jury.readLetter(await at())
    await write(proposalId, 'accepted', 'Another wording than the one that was read before.')
    await expect(callerOf(marek, monday).jury.release({ moves: [await at()] })).rejects.toThrow(/read/)
  })

  test('asks nobody any more for what is done: a score, an answer, a reading, or anything once the letter is out', async () => {
    const proposalId = await heard(monday)
    const asked = async (person: SignedIn) => {
      const rows = await getPrisma().notification.findMany({
        where: { personId: person.personId, subjectId: proposalId },
        orderBy: { kind: 'asc' },
      })
      return rows.map(({ kind }) => kind)
    }
    expect([await asked(marek), await asked(anna)]).toEqual([['review.wanted'], ['review.wanted']])
    await score(marek, proposalId)
    expect([await asked(marek), await asked(anna)]).toEqual([[], ['review.wanted']])
    await callerOf(irina, monday).jury.ask({ proposalId, question: 'How often does it happen?' })
    expect(await asked(zofia)).toEqual(['question.asked'])
    const [question] = await callerOf(zofia, monday).jury.myQuestions({ proposalId })
    await callerOf(zofia, monday).jury.answer({ questionId: question!.id, answer: 'Every week.' })
    expect([await asked(zofia), await asked(irina)]).toEqual([[], ['question.answered', 'review.wanted']])
    await score(irina, proposalId)
    await talk(proposalId)
    await write(proposalId, 'accepted')
    expect([await asked(irina), await asked(anna)]).toEqual([
      ['letter.toRead', 'question.answered'],
      ['letter.toRead'],
    ])
    const at = async () => ({ proposalId, version: await versionOf(proposalId) })
    await callerOf(marek, monday).jury.withdrawLetter(await at())
    expect(await asked(anna)).toEqual([])
    await write(proposalId, 'accepted')
    await callerOf(irina, monday).jury.readLetter(await at())
    expect([await asked(irina), await asked(anna)]).toEqual([['question.answered'], []])
    await callerOf(anna, monday).jury.ask({ proposalId, question: 'Is it so in other branches?' })
    await callerOf(marek, monday + 9 * minute).jury.release({ moves: [await at()] })
    expect([await asked(zofia), await asked(anna)]).toEqual([['decision.released'], []])
  })

  test('goes on without whoever handed it back as a conflict of interest, until they score after all', async () => {
    const proposalId = await heard(monday)
    const other = await heard(monday)
    const asAnna = callerOf(anna, monday + 5 * minute).jury
    const { round } = await asAnna.get({ proposalId })
    await asAnna.abstain({ proposalId, round, edition: 0, reason: 'conflict' })
    expect(await asAnna.get({ proposalId })).toMatchObject({ hasConflict: true, own: { reason: 'conflict' } })
    await score(marek, proposalId)
    await score(irina, proposalId)
    await talk(proposalId)
    await write(proposalId, 'accepted')
    expect(await asAnna.get({ proposalId })).toMatchObject({ letter: null })
    expect(
      await getPrisma().notification.count({
        where: { personId: anna.personId, subjectId: proposalId, kind: 'letter.toRead' },
      }),
    ).toBe(0)
    const at = { proposalId, version: await versionOf(proposalId) }
    const why = 'They speak of the same address of the card.'
    for (const move of [
      () => asAnna.readLetter(at),
      () => asAnna.withdrawLetter(at),
      () => asAnna.ask({ proposalId, question: 'How often?' }),
      () => asAnna.merge({ proposalId: other, into: proposalId, reason: why }),
      () => asAnna.merge({ proposalId, into: other, reason: why }),
    ])
      await expect(move()).rejects.toThrow(/conflict of interest/)
    await callerOf(irina, monday).jury.readLetter(at)
    const seen = { proposalId: other, round: 1, edition: 0 }
    await asAnna.abstain({ ...seen, reason: 'conflict' })
    await asAnna.score({ ...seen, edition: 1, score: { answers: fine, ...sure } })
    await asAnna.ask({ proposalId: other, question: 'How often does it happen?' })
  })

  test('cannot be moved by somebody who saw an older state', async () => {
    const proposalId = await heard(monday)
    const version = await versionOf(proposalId)
    await score(marek, proposalId)
    await score(irina, proposalId)
    await talk(proposalId)
    await expect(callerOf(marek, monday).jury.openTalk({ proposalId, version })).rejects.toThrow(/faster/)
  })

  test('takes the scores of members who judge in the same moment, each by the state that all of them saw', async () => {
    const proposalId = await heard(monday)
    const handIn = ({ person, answers }: { person: SignedIn; answers: typeof fine }) =>
      callerOf(person, monday + 5 * minute).jury.score({
        ...{ proposalId, round: 1, edition: 0, score: { answers, ...sure } },
      })
    const before = (await callerOf(anna, monday).notifications.list()).items.length
    await Promise.all([
      handIn({ person: marek, answers: fine }),
      handIn({ person: irina, answers: poor }),
      callerOf(anna, monday).jury.abstain({ proposalId, round: 1, edition: 0, reason: 'noTime' }),
    ])
    expect(await callerOf(anna, monday).jury.get({ proposalId })).toMatchObject({ scored: 2, needed: 3 })
    const rows = await getPrisma().juryReview.findMany({ where: { proposalId }, orderBy: { kind: 'asc' } })
    expect(rows.map(({ kind, version }) => [kind, version])).toEqual([
      ['abstained', 1],
      ['scored', 1],
      ['scored', 1],
    ])
    // Asked for once at most: whoever had abstained already is not.
    const after = (await callerOf(anna, monday).notifications.list()).items.length
    expect(after - before).toBeLessThanOrEqual(1)
  })

  test('keeps one of two scores of the same member from two windows, and says so in the other', async () => {
    const proposalId = await heard(monday)
    const handIn = (answers: typeof fine) =>
      callerOf(marek, monday + 5 * minute).jury.score({
        ...{ proposalId, round: 1, edition: 0, score: { answers, ...sure } },
      })
    const results = await Promise.allSettled([handIn(fine), handIn(poor)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { cause: { code: 'conflict', details: { reason: 'ownReviewChanged' } } },
    })
    await score(marek, proposalId)
    expect(await callerOf(marek, monday).jury.get({ proposalId })).toMatchObject({ edition: 2, scored: 1 })
  })

  test('lets no score in beside a decision: they wait for each other', async () => {
    const proposalId = await heard(monday)
    await score(marek, proposalId)
    await score(irina, proposalId)
    await talk(proposalId)
    const version = await versionOf(proposalId)
    const letter = { verdict: 'accepted' as const, reason: `${reason} Beside a score.`, wouldChange: '' }
    const [written, scored] = await Promise.allSettled([
      callerOf(marek, monday + 7 * minute).jury.writeLetter({ proposalId, version, decision: letter }),
      callerOf(anna, monday + 7 * minute).jury.score({
        ...{ proposalId, round: 1, edition: 0, score: { answers: fine, ...sure } },
      }),
    ])
    expect(written.status).toBe('fulfilled')
    const { scored: count, phase } = await callerOf(marek, monday).jury.get({ proposalId })
    expect([phase, count]).toEqual(['pending', scored.status === 'fulfilled' ? 3 : 2])
  })

  test('goes on inside another one with both authors’ credit, and stands alone again', async () => {
    const igor = await addPerson('Igor', 'staff', 'cards')
    const into = await heard(monday)
    const proposalId = await submitStory(igor, monday)
    await openHearings(monday + minute)
    await expect(callerOf(anna, monday).jury.merge({ proposalId: into, into, reason })).rejects.toThrow(
      /itself/,
    )
    await callerOf(anna, monday + 2 * minute).jury.merge({ proposalId, into, reason })
    expect(await callerOf(igor, monday).proposals.get({ proposalId })).toMatchObject({
      ...{ status: 'merged', mergedInto: into },
    })
    expect((await callerOf(anna, monday).jury.list()).items.map(({ id }) => id)).not.toContain(proposalId)
    await callerOf(anna, monday + 3 * minute).jury.undoMerge({ proposalId, reason: 'Two matters after all.' })
    expect(await callerOf(igor, monday).proposals.get({ proposalId })).toMatchObject({ status: 'inReview' })
  })

  test('lets the jury ask its author without unmasking either', async () => {
    const proposalId = await heard(monday, { anonymous: true })
    await callerOf(irina, monday).jury.ask({ proposalId, question: 'How often does it happen?' })
    const [question] = await callerOf(zofia, monday).jury.myQuestions({ proposalId })
    expect(JSON.stringify(question)).not.toMatch(/Irina/)
    const questionId = question!.id
    await expect(callerOf(marek, monday).jury.answer({ questionId, answer: 'Every week.' })).rejects.toThrow(
      /not for you/,
    )
    await callerOf(zofia, monday).jury.answer({ questionId, answer: 'Every week, says Zofia.' })
    const { questions } = await callerOf(irina, monday).jury.get({ proposalId })
    expect(questions[0]?.answer).toMatch(/Every week/)
    expect(questions[0]?.answer).not.toMatch(/Zofia/)
    await expect(callerOf(zofia, monday).jury.answer({ questionId, answer: 'Once more.' })).rejects.toThrow(
      /already/,
    )
  })

  test('is heard again by another writer after an appeal', async () => {
    const proposalId = await heard(monday)
    await score(marek, proposalId)
    await score(irina, proposalId)
    await talk(proposalId)
    await write(proposalId, 'declined')
    const at = async () => ({ proposalId, version: await versionOf(proposalId) })
    await callerOf(irina, monday).jury.readLetter(await at())
    await callerOf(marek, monday + 9 * minute).jury.release({ moves: [await at()] })
    const { version } = await callerOf(zofia, monday).proposals.get({ proposalId })
    await callerOf(zofia, monday + 10 * minute).proposals.appeal({
      ...{ proposalId, version, reason: 'The figures of a month are attached now.' },
    })
    expect(await openHearings(monday + 11 * minute)).toBe(1)
    const again = await callerOf(marek, monday).jury.get({ proposalId })
    expect(again).toMatchObject({ round: 2, phase: 'blind', own: null })
    expect(again.appeal?.reason).toBe('The figures of a month are attached now.')
    expect(again.appeal?.answer).toMatch(/cheap to change/)
    expect(again.appeal?.wouldChange).toBe('Figures of a month from two branches.')
    await score(marek, proposalId)
    await score(anna, proposalId)
    await talk(proposalId)
    await expect(write(proposalId, 'accepted')).rejects.toThrow(/decided by somebody else/)
  })

  test('leaves an unbroken audit, and a released letter cannot be rewritten by anybody', async () => {
    expect(await verifyAudit()).toMatchObject({ holds: true })
    await expect(
      getPrisma().juryRound.updateMany({ where: { phase: 'released' }, data: { reason: 'Something else.' } }),
    ).rejects.toThrow(/released/)
  })
})
