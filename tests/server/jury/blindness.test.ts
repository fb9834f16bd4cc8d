import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { type Action, isPermitted } from '../../../domain/access/permissions.ts'
import { parseScope } from '../../../domain/metrics/scope.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { exportReview } from '../../../server/effects/effects.ts'
import { openHearings } from '../../../server/jury/jury.ts'
import { getFile } from '../../../server/proposals/proposals.ts'
import { writeDigests } from '../../../server/notifications/write-digests.ts'
import { rootRouter } from '../../../server/trpc/root-router.ts'
import { addDesks, addPerson, minute, monday } from '../cases/care-desks.ts'
import { callerOf, fine, submitStory } from './jury-people.ts'

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
/** Another author's proposal of the same idea, which goes on inside the first. */
let mergedId: string
let mergedReference: string

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
  mergedId = await submitStory(await addPerson('Zenobiusz', 'staff', 'branch'), monday, {
    texts: { title: 'The same idea again', helped: 'I, Zenobiusz, rang the plant.' },
  })
  mergedReference = (await getPrisma().proposal.findUniqueOrThrow({ where: { id: mergedId } })).reference
  await openHearings(monday + 2 * minute)
  await callerOf(judges[0]!, monday + 2 * minute).jury.merge({
    ...{ proposalId: mergedId, into: proposalId, reason: 'Both want the address to change in time.' },
  })
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
  { proposalId: mergedId },
  { id: proposalId },
  { id: mergedId },
  { caseId: proposalId },
  { alertId: proposalId },
  { scope: {} },
  { scope: {}, choice: {} },
  { scope: { period: 'all' }, choice: { stage: 'submitted' } },
  { scope: { period: 'all' }, choice: { desk: 'branch' } },
  ...['all', 'mine', 'toAnswer'].map((view) => ({ view, status: null, search: '' })),
  ...['Wirginia', 'Zenobiusz', 'branch', secret, author.personId, reference, 'address'].map((search) => ({
    ...{ view: 'all', status: null, search },
  })),
  { search: 'Wirginia' },
  { query: 'Wirginia' },
  { text: 'Wirginia' },
  { text: 'address' },
  // Nobody can ask for another order: what is not asked for is left out or refused.
  ...['author', 'desk', 'answerer'].map((sort) => ({ view: 'all', status: null, search: '', sort })),
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
  [proposalId, reference, mergedId, mergedReference, 'Change the address until production'].some((sign) =>
    answer.includes(sign),
  )

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
          'search.find',
        ]),
      )
      expect(answers.size).toBeGreaterThan(30)
      for (const [name, list] of answers) {
        for (const answer of list) {
          expect(answer, name).not.toContain(secret)
          expect(answer, name).not.toMatch(/4111.?1111/)
          if (!speaksOfIt(answer)) continue
          expect(answer, name).not.toMatch(/wirginia|zenobiusz/i)
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
    expect(await find('production')).toBe(2)
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
      expect(rows).toMatchObject([
        { author: null, desk: null },
        { author: null, desk: null },
      ])
      expect(desks.map(({ desk }) => desk)).toEqual([null])
    }
  })

  test('opens neither its files nor its originals, whatever the purpose', async () => {
    for (const judge of judges) {
      await expect(getFile(evidenceId, judge)).rejects.toThrow(/opens to you once/)
      for (const id of [proposalId, mergedId]) {
        const asked = { proposalId: id, purpose: 'To judge it better.' }
        await expect(callerOf(judge, monday).proposals.readOriginal(asked)).rejects.toThrow()
      }
    }
  })

  test('stays blind in another role: having scored, or owing the answer, closes originals and files as well', async () => {
    const [judge] = judges
    const score = { answers: fine, confidence: 'sure' as const, note: '' }
    await callerOf(judge!, monday + 6 * minute).jury.score({ proposalId, round: 1, edition: 0, score })
    const promoted: SignedIn = { ...judge!, role: 'admin' }
    const answerer = await addPerson('Ewa', 'admin')
    const asked = { proposalId, purpose: 'A complaint of the customer.' }
    expect(await callerOf(answerer, monday).proposals.readOriginal(asked)).toHaveProperty('answers')
    await getPrisma().proposal.update({
      where: { id: proposalId },
      data: { answererId: answerer.personId },
    })
    for (const person of [promoted, answerer]) {
      await expect(callerOf(person, monday).proposals.readOriginal(asked)).rejects.toThrow(
        /opens to you once/,
      )
      await expect(getFile(evidenceId, person)).rejects.toThrow(/opens to you once/)
    }
  })

  test('is told nothing more by what leaves the product: events to other systems and mails', async () => {
    await writeDigests(monday + 2 * 86_400_000, 'https://care.example.com')
    const mails = await getPrisma().outgoingMail.findMany()
    const messages = await getPrisma().webhookMessage.findMany()
    const toJudges = mails.filter(({ recipient }) => judges.some(({ email }) => recipient.includes(email)))
    expect(toJudges.length).toBeGreaterThan(0)
    for (const sent of [...mails, ...messages].map((one) => JSON.stringify(one))) {
      expect(sent).not.toContain(secret)
    }
    for (const sent of [...toJudges, ...messages].map((one) => JSON.stringify(one))) {
      expect(sent).not.toMatch(/wirginia|zenobiusz/i)
    }
  })

  test('learns the day on which it came in and never the minute, nor the exact figures of the one case', async () => {
    await getPrisma().proposalEvidence.create({
      data: {
        ...{
          id: crypto.randomUUID(),
          proposalId,
          kind: 'finding',
          label: 'handoff',
          addedAt: new Date(monday),
        },
        finding: {
          kind: 'handoff',
          fromDesk: 'branch',
          toDesk: 'cards',
          valueMs: 9_517_123,
          usualMs: 3_070_000,
          n: 47,
        },
      },
    })
    const midnight = Date.UTC(2026, 5, 8)
    for (const judge of judges) {
      const found = await callerOf(judge, monday).proposals.get({ proposalId })
      expect(found.submittedAt?.getTime()).toBe(midnight)
      const theirs = found.events.filter(({ name }) => name === null)
      expect(theirs.map(({ at }) => at)).toEqual(theirs.map(() => midnight))
      const listed = await callerOf(judge, monday).proposals.list({
        view: 'all',
        status: null,
        search: reference,
      })
      expect(listed.rows.map(({ submittedAt }) => submittedAt)).toEqual([midnight])
      for (const told of [found, await callerOf(judge, monday).jury.get({ proposalId })]) {
        const [finding] = told.evidence.flatMap((one) => (one.finding === null ? [] : [one.finding]))
        expect(finding).toMatchObject({ fromDesk: 'branch', toDesk: 'cards', n: 40 })
      }
      for (const list of (await answersOf(judge)).values())
        for (const answer of list.filter(speaksOfIt)) {
          expect(answer).not.toContain('9517123')
          expect(answer).not.toContain('"submittedAt":' + String(monday))
        }
    }
    const own = await callerOf(author, monday).proposals.get({ proposalId })
    expect(own.submittedAt?.getTime()).toBe(monday)
  })

  test('learns no minute of the author by a notification, nor by its place among others', async () => {
    const wanted = await getPrisma().notification.findFirstOrThrow({
      where: { kind: 'question.answered', personId: judges[0]!.personId },
    })
    const other = (minutes: number) => ({
      ...{ id: crypto.randomUUID(), personId: judges[0]!.personId, kind: 'decision.released' },
      ...{ subjectId: crypto.randomUUID(), facts: { title: 'Other' } },
      at: new Date(wanted.at.getTime() + minutes * minute),
    })
    await getPrisma().notification.createMany({ data: [other(-1), other(1)] })
    const { items } = await callerOf(judges[0]!, monday).notifications.list()
    const covered = items.filter(({ href }) => href === `/jury/${proposalId}`)
    expect(covered.map(({ sentence, at }) => [sentence.includes('answered'), at])).toContainEqual([
      true,
      Date.UTC(2026, 5, 8),
    ])
    expect(covered.map(({ style }) => style)).toEqual(covered.map(() => 'date'))
    const places = items.map(({ style }) => style)
    expect(places).toEqual([...places].sort())
  })

  test('learns no minute by the figures of the review, however the range is moved over the hours of a day', async () => {
    for (const judge of judges) {
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
        const { total, rows } = await callerOf(judge, monday + 26 * 60 * minute).effects.review({
          ...{ scope: { period: '2026-06-08', zone }, choice: {} },
        })
        // The beginning of the day in the organisation's zone decides, and it lies in the day before or after in some zones.
        expect(rows.length === 2).toBe(
          new Date(Date.UTC(2026, 5, 8)).toLocaleDateString('sv', { timeZone: zone }) === '2026-06-08',
        )
        for (const told of [total.firstAnswer.oldestOpenMs, total.firstAnswer.p50.longest])
          if (told !== null) expect(told % 86_400_000).toBe(0)
      }
    }
  })

  test('finds those whose author is covered at the head of their day, in an order that says nothing', async () => {
    const early = await submitStory(supporter, monday - 60 * minute, { texts: { title: 'Written early' } })
    const late = await submitStory(supporter, monday + 60 * minute, { texts: { title: 'Written late' } })
    const { rows } = await callerOf(judges[0]!, monday).proposals.list({
      view: 'all',
      status: null,
      search: '',
    })
    const ids = rows.map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
    expect(ids).toEqual(expect.arrayContaining([early, late]))
  })

  test('meets no author in what was taken back, which may be told anew', async () => {
    const zenon = await addPerson('Zenon', 'staff', 'branch')
    const withdrawn = await submitStory(zenon, monday, { texts: { title: 'Taken back at once' } })
    const { version } = await callerOf(zenon, monday).proposals.get({ proposalId: withdrawn })
    await callerOf(zenon, monday + minute).proposals.withdraw({ proposalId: withdrawn, version, reason: '' })
    for (const judge of judges) {
      const caller = callerOf(judge, monday + 2 * minute).proposals
      expect(await caller.get({ proposalId: withdrawn })).toMatchObject({ status: 'withdrawn', author: null })
      const { rows } = await caller.list({ view: 'all', status: 'withdrawn', search: '' })
      expect(rows).toMatchObject([{ id: withdrawn, author: null }])
    }
    expect((await callerOf(zenon, monday).proposals.get({ proposalId: withdrawn })).author).toBe('Zenon')
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

  test('is told nothing by what their own moves answer, whose state names the author', async () => {
    const now = monday + 7 * minute
    const { proposals } = callerOf(judges[0]!, now)
    const { version } = await proposals.get({ proposalId })
    const text = 'We look at it with the plant and come back to you.'
    expect(
      await proposals.giveAnswer({ proposalId, version, text, nextDueAt: now + 60 * minute }),
    ).toBeUndefined()
    expect(await proposals.join({ proposalId, part: 'supports', note: '' })).toBeUndefined()
    expect(await proposals.leave({ proposalId })).toBeUndefined()
  })

  test('has no door to the audit, which names authors', () => {
    for (const { role } of judges) {
      expect(isPermitted(role, 'audit.read')).toBe(false)
      expect(isPermitted(role, 'proposalOriginals.read')).toBe(false)
    }
  })
})
