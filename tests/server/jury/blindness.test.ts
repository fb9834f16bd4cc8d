import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { type Action, isPermitted } from '../../../domain/access/permissions.ts'
import { parseScope } from '../../../domain/metrics/scope.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { exportReview } from '../../../server/effects/effects.ts'
import { openHearings } from '../../../server/jury/jury.ts'
import { getFile } from '../../../server/proposals/proposals.ts'
import { rootRouter } from '../../../server/trpc/root-router.ts'
import { addDesks, addPerson, minute, monday } from '../cases/care-desks.ts'
import { callerOf, submitStory } from './jury-people.ts'

interface Procedure {
  readonly _def: { readonly type: string; readonly meta?: { readonly permission?: Action | object } }
}

const procedures = Object.entries(
  rootRouter._def.procedures as unknown as Readonly<Record<string, Procedure>>,
)

let author: SignedIn
let supporter: SignedIn
let judges: SignedIn[]
let proposalId: string
let reference: string
let evidenceId: string

/** What only the author typed: a number that the redaction covers, and their own name. */
const secret = '4111 1111 1111 1111'

beforeAll(async () => {
  await addDesks()
  author = await addPerson('Wirginia', 'staff', 'branch')
  supporter = await addPerson('Ksawery', 'staff', 'cards')
  judges = [await addPerson('Marek', 'manager', 'cards'), await addPerson('Irina', 'ruleAdmin')]
  proposalId = await submitStory(author, monday, {
    texts: {
      essence: `The customer with the card ${secret} wanted another address.`,
      helped: 'It helped that I, Wirginia, knew whom to ring at the plant.',
    },
  })
  const proposal = await getPrisma().proposal.findUniqueOrThrow({ where: { id: proposalId } })
  reference = proposal.reference
  evidenceId = (
    await getPrisma().proposalEvidence.create({
      data: {
        ...{ id: crypto.randomUUID(), proposalId, kind: 'file', label: 'letter.pdf' },
        ...{ originalName: 'Wirginia.pdf', contentType: 'application/pdf', addedAt: new Date(monday) },
        file: { create: { content: Buffer.from(`Wirginia ${secret}`) } },
      },
    })
  ).id
  await openHearings(monday + minute)
  await callerOf(supporter, monday + 2 * minute).proposals.join({
    ...{ proposalId, part: 'joined', note: 'Wirginia is right, I had the same.' },
  })
  await callerOf(supporter, monday + 2 * minute).jury.comment({
    ...{ proposalId, text: 'Well said, Wirginia!' },
  })
  await callerOf(author, monday + 2 * minute).jury.comment({ proposalId, text: 'Thank you.' })
  await callerOf(judges[0]!, monday + 3 * minute).jury.ask({ proposalId, question: 'How often?' })
  const [question] = await callerOf(author, monday).jury.myQuestions({ proposalId })
  await callerOf(author, monday + 4 * minute).jury.answer({
    ...{ questionId: question!.id, answer: `Weekly. Wirginia, card ${secret}` },
  })
})

/** Everything that any procedure takes an id or a choice by; each is tried on each. */
const inputs = (): unknown[] => [
  undefined,
  {},
  { proposalId },
  { id: proposalId },
  { caseId: proposalId },
  { alertId: proposalId },
  { scope: {} },
  { scope: {}, choice: {} },
  { scope: { period: 'all' }, choice: { stage: 'submitted' } },
  { scope: { period: 'all' }, choice: { desk: 'branch' } },
  ...['all', 'mine', 'toAnswer'].map((view) => ({ view, status: null, search: '' })),
  ...['Wirginia', 'branch', secret, author.personId, reference, 'address'].map((search) => ({
    ...{ view: 'all', status: null, search },
  })),
  { search: 'Wirginia' },
  { query: 'Wirginia' },
  { text: 'Wirginia' },
]

async function answersOf(judge: SignedIn): Promise<Map<string, string[]>> {
  const caller = callerOf(judge, monday + 5 * minute) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >
  const answers = new Map<string, string[]>()
  for (const [name, { _def }] of procedures) {
    const permission = _def.meta?.permission
    if (_def.type !== 'query' || typeof permission !== 'string' || !isPermitted(judge.role, permission))
      continue
    const [area = '', ...rest] = name.split('.')
    const call = rest.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], caller[area])
    for (const input of inputs()) {
      const answer = await (call as (given: unknown) => Promise<unknown>)(input).then(
        (value) => JSON.stringify(value) ?? '',
        // What a procedure refuses it does not tell.
        () => null,
      )
      if (answer !== null) answers.set(name, [...(answers.get(name) ?? []), answer])
    }
  }
  return answers
}

const speaksOfIt = (answer: string) =>
  [proposalId, reference, 'Change the address until production'].some((sign) => answer.includes(sign))

describe('whoever may judge a proposal while its answer is owed', () => {
  test('meets neither the author nor an original in any answer of any procedure', async () => {
    for (const judge of judges) {
      const answers = await answersOf(judge)
      const speaking = [...answers].filter(([, list]) => list.some(speaksOfIt)).map(([name]) => name)
      expect(speaking).toEqual(
        expect.arrayContaining([
          'jury.get',
          'jury.list',
          'proposals.get',
          'proposals.list',
          'notifications.list',
        ]),
      )
      expect(answers.size).toBeGreaterThan(30)
      for (const [name, list] of answers) {
        for (const answer of list) {
          expect(answer, name).not.toContain(secret)
          expect(answer, name).not.toMatch(/4111.?1111/)
          if (!speaksOfIt(answer)) continue
          expect(answer, name).not.toMatch(/wirginia/i)
          expect(answer, name).not.toContain(author.personId)
        }
      }
    }
  })

  test('cannot find it by its author, their desk or what was covered, but by its words', async () => {
    const find = async (search: string) =>
      (await callerOf(judges[0]!, monday).proposals.list({ view: 'all', status: null, search })).rows.length
    expect(await find('Wirginia')).toBe(0)
    expect(await find(author.email)).toBe(0)
    expect(await find('4111111111111111')).toBe(0)
    expect(await find('production')).toBe(1)
  })

  test('finds the desk and the author covered in the review, its rows and its file', async () => {
    for (const signedIn of judges) {
      const about = { signedIn, now: monday + 5 * minute }
      const choice = { stage: null, desk: null, impact: null, effort: null }
      const scope = parseScope({ period: 'all' })
      const file = await exportReview(scope, choice, { ...about, dialect: 'plain' })
      expect(file).toContain(reference)
      expect(file).not.toMatch(/wirginia|branch/i)
      const { rows, desks } = await callerOf(signedIn, about.now).effects.review({
        ...{ scope: { period: 'all' }, choice: {} },
      })
      expect(rows).toMatchObject([{ author: null, desk: null }])
      expect(desks.map(({ desk }) => desk)).toEqual([null])
    }
  })

  test('opens neither its files nor its originals, whatever the purpose', async () => {
    for (const judge of judges) {
      await expect(getFile(evidenceId, judge)).rejects.toThrow(/once its author has the answer/)
      await expect(
        callerOf(judge, monday).proposals.readOriginal({ proposalId, purpose: 'To judge it better.' }),
      ).rejects.toThrow()
    }
  })

  test('reads nobody’s comments on it, only how many there are', async () => {
    for (const judge of judges) {
      expect(await callerOf(judge, monday).jury.comments({ proposalId })).toEqual({
        count: 2,
        comments: null,
      })
    }
    expect((await callerOf(supporter, monday).jury.comments({ proposalId })).comments).toHaveLength(2)
  })

  test('has no door to the audit, which names authors', () => {
    for (const { role } of judges) {
      expect(isPermitted(role, 'audit.read')).toBe(false)
      expect(isPermitted(role, 'proposalOriginals.read')).toBe(false)
    }
  })
})
