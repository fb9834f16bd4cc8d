import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Conflict, type Ties, findConflict } from '../../../domain/jury/find-conflict.ts'
import { requireOwnWords } from '../../../domain/jury/jury-decision.ts'
import { type JuryPhase, jurySight } from '../../../domain/jury/jury-phase.ts'
import { readersOf } from '../../../domain/jury/readers-of.ts'
import { rankQueue, type Waiting } from '../../../domain/jury/rank-queue.ts'
import { releaseObstacles } from '../../../domain/jury/release-decisions.ts'

const ties: Ties = { author: 'zofia', mergedAuthors: ['igor'], managersOfAuthor: ['marek'], owners: ['ola'] }

describe('findConflict', () => {
  it.each<[string, Conflict | null]>([
    ['zofia', 'author'],
    ['igor', 'mergedAuthor'],
    ['marek', 'manager'],
    ['ola', 'owner'],
    ['tomek', null],
  ])('finds of %s: %s', (person, conflict) => {
    expect(findConflict(person, ties)).toBe(conflict)
  })
})

describe('jurySight', () => {
  it.each<[JuryPhase, boolean, boolean, boolean]>([
    ['blind', false, false, false],
    ['blind', true, false, false],
    ['talking', false, false, false],
    ['talking', true, true, false],
    ['pending', false, false, true],
    ['pending', true, true, true],
    ['released', false, true, true],
  ])('while %s, own score %s: scores %s, letter %s', (phase, hasScored, scores, letter) => {
    expect(jurySight(phase, { hasScored })).toEqual({ scores, letter })
  })
})

it('a letter that waits is shown to everybody of the jury but whoever declared a conflict of interest', () => {
  expect(jurySight('pending', { hasScored: false, hasConflict: true }).letter).toBe(false)
  expect(jurySight('released', { hasScored: false, hasConflict: true }).letter).toBe(true)
})

describe('readersOf', () => {
  const abstained = (reviewer: string, reason: 'conflict' | 'noTime') =>
    ({ kind: 'abstained', reviewer, reason }) as const
  it.each([
    ['everybody but the writer', [], ['b', 'c']],
    ['nobody with a declared conflict', [abstained('b', 'conflict')], ['c']],
    ['who had no time to score', [abstained('b', 'noTime')], ['b', 'c']],
    [
      'those with one when nobody else is left',
      [abstained('b', 'conflict'), abstained('c', 'conflict')],
      ['b', 'c'],
    ],
  ])('are %s', (_who, reviews, readers) => {
    expect(readersOf(['a', 'b', 'c'], reviews, 'a')).toEqual(readers)
  })
})

describe('rankQueue', () => {
  const item = (id: string, change: Partial<Waiting>): Waiting => ({
    ...{ id, scored: 0, needed: 2, answerDueAt: 100, submittedAt: 1 },
    ...change,
  })

  it('gives what lacks reviews first, the least reviewed, then the most urgent, then the oldest', () => {
    const ranked = rankQueue([
      item('enough', { scored: 2 }),
      item('one', { scored: 1, answerDueAt: 1 }),
      item('later', { answerDueAt: 200 }),
      item('young', { submittedAt: 9 }),
      item('old', { submittedAt: 2 }),
      item('wide', { scored: 2, needed: 3 }),
    ])
    expect(ranked.map(({ id }) => id)).toEqual(['old', 'young', 'later', 'one', 'wide', 'enough'])
  })

  it('is a total order: the same whatever came first', () => {
    const items = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        scored: fc.integer({ min: 0, max: 3 }),
        needed: fc.integer({ min: 2, max: 4 }),
        answerDueAt: fc.option(fc.integer({ min: 0, max: 5 })),
        submittedAt: fc.integer({ min: 0, max: 5 }),
      }),
      { selector: ({ id }) => id, maxLength: 12 },
    )
    fc.assert(
      fc.property(items, (list) => {
        expect(rankQueue(list.toReversed())).toEqual(rankQueue(list))
      }),
    )
  })
})

describe('requireOwnWords', () => {
  const reason = 'It would need a second signature at every branch.'
  const declined = {
    verdict: 'declined' as const,
    reason,
    wouldChange: 'A trial at two branches for a month.',
  }

  it('takes a reason of its own with what would change it', () => {
    expect(() => requireOwnWords(declined, ['Another reason altogether.'])).not.toThrow()
  })

  it('refuses to decline without saying what would change it', () => {
    expect(() => requireOwnWords({ ...declined, wouldChange: '' }, [])).toThrow(/would change/)
  })

  it('refuses a reason that was sent before, whatever its case, spaces and signs', () => {
    const copied = '  it would need: a SECOND signature, at every branch!! '
    expect(() => requireOwnWords(declined, [copied])).toThrow(/word for word/)
  })

  it('asks of an accepted proposal only a reason', () => {
    expect(() => requireOwnWords({ verdict: 'accepted', reason, wouldChange: '' }, [])).not.toThrow()
  })
})

describe('releaseObstacles', () => {
  it('names letters without a reader, and those that only their writer has read', () => {
    const obstacles = releaseObstacles([
      { proposalId: 'a', writtenBy: 'marek', readBy: 'irina' },
      { proposalId: 'b', writtenBy: 'marek', readBy: null },
      { proposalId: 'c', writtenBy: 'marek', readBy: 'marek' },
    ])
    expect([...obstacles]).toEqual([
      ['b', 'unread'],
      ['c', 'readByWriter'],
    ])
  })
})
