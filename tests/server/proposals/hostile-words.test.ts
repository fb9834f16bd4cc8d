import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { getPool } from '../../../server/db/pool.ts'
import { addDesks, addPerson, minute, monday } from '../cases/care-desks.ts'
import { callerOf, fine, submitStory } from '../jury/jury-people.ts'
import { openHearings } from '../../../server/jury/jury.ts'

type Caller = ReturnType<typeof callerOf>

let zofia: SignedIn
let marek: SignedIn
let audrey: SignedIn
let proposalId: string

beforeAll(async () => {
  await addDesks()
  zofia = await addPerson('Zofia', 'staff', 'branch')
  marek = await addPerson('Marek', 'manager', 'cards')
  audrey = await addPerson('Audrey', 'auditor')
  proposalId = await submitStory(zofia, monday)
  await openHearings(monday + minute)
})

const on = () => ({ proposalId, version: 1 })
const plan = {
  ...{
    metric: 'cases-opened' as const,
    filters: [],
    direction: 'down good' as const,
    bucket: 'week' as const,
  },
  ...{ baselineBuckets: 20, windowBuckets: 12, smallestChange: 2, triggerFirst: null, triggerLast: null },
}

/** Every door through which somebody writes about a proposal, with who may open it. */
const doors: readonly (readonly [
  string,
  () => SignedIn,
  (caller: Caller, text: string) => Promise<unknown>,
])[] = [
  ['an appeal', () => zofia, ({ proposals }, reason) => proposals.appeal({ ...on(), reason })],
  ['a withdrawal', () => zofia, ({ proposals }, reason) => proposals.withdraw({ ...on(), reason })],
  ['a note', () => marek, ({ proposals }, note) => proposals.join({ proposalId, part: 'joined', note })],
  [
    'an answer',
    () => marek,
    ({ proposals }, text) => proposals.giveAnswer({ ...on(), text, nextDueAt: monday + 60 * minute }),
  ],
  [
    'a handing on',
    () => marek,
    ({ proposals }, reason) => proposals.passAnswer({ ...on(), to: audrey.personId, reason }),
  ],
  ['a purpose', () => audrey, ({ proposals }, purpose) => proposals.readOriginal({ proposalId, purpose })],
  [
    'a link',
    () => zofia,
    ({ proposals }, label) =>
      proposals.addLink({
        ...{ proposalId, link: { label, url: 'https://recordings.example.org/1', fromMs: null, toMs: null } },
      }),
  ],
  ['a question', () => marek, ({ jury }, question) => jury.ask({ proposalId, question })],
  ['its answer', () => zofia, ({ jury }, answer) => jury.answer({ questionId: randomUUID(), answer })],
  ['a comment', () => zofia, ({ jury }, text) => jury.comment({ proposalId, text })],
  [
    'a score’s note',
    () => marek,
    ({ jury }, note) =>
      jury.score({ proposalId, round: 1, edition: 0, score: { answers: fine, confidence: 'sure', note } }),
  ],
  [
    'a letter',
    () => marek,
    ({ jury }, reason) =>
      jury.writeLetter({ ...on(), decision: { verdict: 'accepted', reason, wouldChange: '' } }),
  ],
  ['a merging', () => marek, ({ jury }, reason) => jury.merge({ proposalId, into: randomUUID(), reason })],
  ['its undoing', () => marek, ({ jury }, reason) => jury.undoMerge({ proposalId, reason })],
  [
    'a plan',
    () => marek,
    ({ effects }, steps) =>
      effects.savePlan({ proposalId, ownerId: marek.personId, plan: { ...plan, steps } }),
  ],
  [
    'a stop',
    () => marek,
    ({ effects }, reason) => effects.stop({ ...on(), reason, whatWouldChange: reason }),
  ],
]

/** Everything that a refused word could have changed. */
async function stored(): Promise<string> {
  const { rows } = await getPool().query<{ all: string }>(
    `SELECT concat_ws(' ', (SELECT count(*) FROM proposal_events), (SELECT count(*) FROM jury_reviews), (SELECT count(*) FROM audit_entries),
       (SELECT count(*) FROM jury_questions), (SELECT count(*) FROM proposal_comments), (SELECT count(*) FROM proposal_supporters),
       (SELECT count(*) FROM effect_plans), (SELECT sum(version) FROM jury_rounds)) AS all`,
  )
  return rows[0]!.all
}

describe('whatever is written about a proposal', () => {
  test.each(doors)(
    '%s of a megabyte is refused as input and leaves nothing behind',
    async (_what, who, write) => {
      const before = await stored()
      await expect(write(callerOf(who(), monday + 2 * minute), 'x'.repeat(1_000_000))).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      })
      expect(await stored()).toBe(before)
    },
  )

  const reasoned = [
    'an appeal',
    'an answer',
    'a handing on',
    'a purpose',
    'a question',
    'a comment',
    'a letter',
    'a merging',
  ]
  test.each(doors.filter(([what]) => [...reasoned, 'its undoing', 'a plan', 'a stop'].includes(what)))(
    '%s without words is refused, spaces and signs that cannot be seen included',
    async (_what, who, write) => {
      const before = await stored()
      for (const nothing of ['', '  \n ', '\u200b \u202e\u00ad'])
        await expect(write(callerOf(who(), monday + 2 * minute), nothing)).rejects.toThrow()
      expect(await stored()).toBe(before)
    },
  )
})
