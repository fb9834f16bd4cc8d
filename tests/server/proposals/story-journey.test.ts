import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { type ProposalEvent } from '../../../domain/proposals/proposal-event.ts'
import { type StoryKey, storyKeys } from '../../../domain/proposals/story.ts'
import { addFile, getFile, openPicture } from '../../../server/proposals/proposals.ts'
import { checkAnswers } from '../../../server/proposals/answers/check-answers.ts'
import { runAnswerTimers } from '../../../server/proposals/answers/run-answer-timers.ts'
import { changeProposal } from '../../../server/proposals/change-proposal.ts'
import { openCaseByPerson, recordOnCase } from '../../../server/cases/cases.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { createCallerFactory } from '../../../server/trpc/procedure.ts'
import { rootRouter } from '../../../server/trpc/root-router.ts'
import { addCast, minute, monday } from '../cases/care-desks.ts'

const day = 24 * 60 * minute
const callerOf = createCallerFactory(rootRouter)
const as = (signedIn: SignedIn, now = monday) =>
  callerOf({ signedIn, now: () => now, requestId: 'test', clientAddress: '127.0.0.1' }).proposals

let eva: SignedIn
let igor: SignedIn
let marta: SignedIn
let piotr: SignedIn
let audrey: SignedIn

beforeAll(async () => {
  ;({ eva, igor, marta, piotr, audrey } = await addCast({
    eva: ['staff', 'branch'],
    igor: ['staff', 'cards'],
    marta: ['manager'],
    piotr: ['manager'],
    audrey: ['auditor'],
    adam: ['admin'],
  }))
})

const answers: Record<StoryKey, string> = {
  title: 'Reissue of discontinued premium cards',
  essence: 'Another bank’s machine swallowed the card 4111 1111 1111 1111 of a customer with two years left.',
  difficulty: 'The co-branded product was discontinued and a reissue was technically impossible.',
  solution: 'Two days, the customer was kept informed by a colleague all the time.',
  helped: 'The customer advocate and the product desk worked together.',
  proposal: 'Keep a buffer stock of discontinued card products for reissue until their expiry.',
}

async function draft(author: SignedIn, texts: Partial<Record<StoryKey, string>> = answers): Promise<string> {
  const { id } = await as(author).start({ kind: 'scratch', id: null })
  for (const key of storyKeys) {
    const text = texts[key]
    if (text !== undefined)
      await as(author).saveAnswer({ proposalId: id, key, text, choices: [], version: 1 })
  }
  return id
}

async function versionsOf(author: SignedIn, id: string) {
  const { writing } = await as(author).get({ proposalId: id })
  return Object.fromEntries(storyKeys.map((key) => [key, writing!.answers[key].version])) as Record<
    StoryKey,
    number
  >
}

async function submitted(author: SignedIn, anonymous = false, texts = answers): Promise<string> {
  const id = await draft(author, texts)
  await as(author).submit({ proposalId: id, anonymous, versions: await versionsOf(author, id) })
  return id
}

const refused = (code: string) => expect.objectContaining({ cause: expect.objectContaining({ code }) })

describe('a story from a resolved case', () => {
  test('is filled with its facts, within reach only, and pressed twice stays one draft', async () => {
    const opened = await openCaseByPerson(
      {
        ...{
          requestKey: randomUUID(),
          customerRef: 'anna-nowak',
          kind: 'card',
          desk: 'branch',
          channel: 'branch',
        },
        ...{ summary: 'Card of Anna Nowak swallowed, tel. +48 600 123 456', segment: null, language: 'pl' },
        alertId: null,
      },
      { signedIn: eva, now: monday, requestId: 'test' },
    )
    await recordOnCase(
      opened.id,
      'case.resolved',
      { done: 'New card', customerHadToAct: false },
      { signedIn: eva, now: monday + 90 * minute, requestId: 'test', expectedVersion: 1 },
    )
    const source = { kind: 'case' as const, id: opened.id }
    const first = await as(eva).start(source)
    expect(await as(eva).start(source)).toEqual(first)
    const { writing, answers: redacted } = await as(eva).get({ proposalId: first.id })
    expect(writing!.answers.essence.text).toBe('Card of Anna Nowak swallowed, tel. +48 600 123 456')
    expect(redacted.find(({ key }) => key === 'essence')!.text).toBe(
      'Card of [name 1] swallowed, tel. [phone 1]',
    )
    expect(writing!.answers.solution.text).toContain('1\u00a0h 30\u00a0min')
    await expect(as(igor).start(source)).rejects.toEqual(refused('notFound'))
  })
})

describe('a story from a metric', () => {
  const at = monday + day
  const source = (filter: string[]) => ({
    ...{ kind: 'metric' as const, id: 'cases-opened' },
    scope: { filter },
  })

  test('brings its level in the scope that is looked at, and another look is another finding of the same draft', async () => {
    const { id } = await as(marta, at).start(source(['kind:is:card']))
    expect(await as(marta, at).start(source([]))).toEqual({ id })
    expect(await as(marta, at).start(source([]))).toEqual({ id })
    const { evidence, title } = await as(marta, at).get({ proposalId: id })
    expect(title).toBe('Cases opened')
    const findings = evidence.map(({ finding }) => finding)
    expect(findings).toHaveLength(2)
    const [narrowed, whole] = findings
    expect(narrowed).toMatchObject({ scope: expect.stringContaining('filter=kind') as string })
    for (const finding of [narrowed, whole]) {
      expect(finding).toMatchObject({
        level: {
          value: 1,
          firstDate: '2026-05-13',
          lastDate: '2026-06-09',
          usual: { value: 0, of: 'before' },
        },
      })
    }
    await as(marta, at).discard({ proposalId: id })
  })

  test('is not for those who may not read it, nor for what is no metric or rule', async () => {
    await expect(as(eva, at).start(source([]))).rejects.toEqual(refused('forbidden'))
    for (const kind of ['metric', 'rule'] as const)
      await expect(as(marta, at).start({ kind, id: 'nothing' })).rejects.toEqual(refused('notFound'))
  })
})

describe('writing', () => {
  test('two windows: the later save of an older version is refused and changes nothing', async () => {
    const id = await draft(eva, { title: 'First window wins' })
    const late = { proposalId: id, key: 'title' as const, text: 'Second window', choices: [], version: 1 }
    await expect(as(eva).saveAnswer(late)).rejects.toEqual(refused('conflict'))
    expect((await as(eva).get({ proposalId: id })).writing!.answers.title.text).toBe('First window wins')
  })

  test('a draft exists for nobody else', async () => {
    const id = await draft(eva)
    for (const person of [igor, marta, audrey])
      await expect(as(person).get({ proposalId: id })).rejects.toEqual(refused('notFound'))
    expect((await as(marta).list({ view: 'all', status: 'draft', search: '' })).rows).toEqual([])
  })

  test.each([
    ['a megabyte', 'x'.repeat(1_000_000)],
    ['a title of a page', 'y'.repeat(161)],
  ])('%s is refused as input', async (_what, text) => {
    const id = await draft(eva, {})
    await expect(
      as(eva).saveAnswer({ proposalId: id, key: 'title', text, choices: [], version: 1 }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('scripts stay text, NUL and overrides of direction are left out', async () => {
    const id = await draft(eva, { essence: 'a\u0000b\u202e<script>alert(1)</script>' })
    const { writing } = await as(eva).get({ proposalId: id })
    expect(writing!.answers.essence.text).toBe('ab<script>alert(1)</script>')
  })

  test('missing answers are named, and nothing is submitted', async () => {
    const id = await draft(eva, { ...answers, helped: '-', proposal: '' })
    await expect(
      as(eva).submit({ proposalId: id, anonymous: false, versions: await versionsOf(eva, id) }),
    ).rejects.toMatchObject({
      cause: { code: 'unprocessable', problems: [{ path: 'helped' }, { path: 'proposal' }] },
    })
    expect((await as(eva).get({ proposalId: id })).status).toBe('draft')
  })
})

describe('a submitted story', () => {
  test('is owed an answer at the closing of the fifth working day, by somebody who did not write it', async () => {
    const id = await submitted(marta)
    const found = await as(marta).get({ proposalId: id })
    expect(found.answerer).toBe('Piotr')
    const row = await getPrisma().proposal.findUniqueOrThrow({ where: { id } })
    // Marta has no desk, so the first desk's hours count: Monday 8 June, due Monday 15 June, 17:00 in Warsaw.
    expect(row.answerDueAt?.toISOString()).toBe('2026-06-15T15:00:00.000Z')
  })

  test('shows others the redacted twin alone, and no name while an answer is owed', async () => {
    const id = await submitted(eva)
    for (const person of [igor, marta, audrey]) {
      const told = JSON.stringify(await as(person).get({ proposalId: id }))
      expect(told).toContain('[card 1]')
      expect(told).not.toContain('4111')
      expect(told).not.toContain('Eva')
      expect(told).not.toContain(eva.personId)
    }
    const listed = await as(marta).list({ view: 'all', status: null, search: 'premium cards' })
    expect(JSON.stringify(listed)).not.toMatch(/Eva|4111/)
    expect(listed.rows.find((row) => row.id === id)?.author).toBeNull()
  })

  test('is in no table but the originals with what was cut out', async () => {
    const id = await submitted(eva)
    const { rows } = await getPool().query<{ all: string }>(
      `SELECT (SELECT row_to_json(p)::text FROM proposals p WHERE id = $1)
           || (SELECT string_agg(payload::text, '') FROM proposal_events WHERE proposal_id = $1)
           || (SELECT string_agg(concat(before, after), '') FROM audit_entries WHERE subject_id = $1::text) AS all`,
      [id],
    )
    expect(rows[0]!.all).toContain('buffer')
    expect(rows[0]!.all).not.toContain('4111')
  })

  test('cannot be edited any more', async () => {
    const id = await submitted(eva)
    const edit = { proposalId: id, key: 'title' as const, text: 'Changed', choices: [], version: 2 }
    await expect(as(eva).saveAnswer(edit)).rejects.toEqual(refused('conflict'))
  })

  test('its original opens to auditors for a purpose, with an entry in the audit, and never to a possible judge', async () => {
    const id = await submitted(eva)
    await expect(as(marta).readOriginal({ proposalId: id, purpose: 'I am just curious' })).rejects.toEqual(
      refused('forbidden'),
    )
    const read = await as(audrey).readOriginal({ proposalId: id, purpose: 'Complaint 17 of the customer' })
    expect(read.answers.find(({ key }) => key === 'essence')!.text).toContain('4111 1111 1111 1111')
    const entry = await getPrisma().auditEntry.findFirstOrThrow({
      where: { subjectId: id, action: 'proposal.originalRead' },
    })
    expect([entry.actorName, entry.after]).toEqual(['Audrey', { purpose: 'Complaint 17 of the customer' }])
  })
})

describe('the answer owed', () => {
  test('is reminded of once, then goes up the chain, and never to the author', async () => {
    const id = await submitted(marta)
    const due = (await getPrisma().proposal.findUniqueOrThrow({ where: { id } })).answerDueAt!.getTime()
    const at = (time: number) => runAnswerTimers(time)
    await at(due - 2 * day)
    expect((await as(marta).get({ proposalId: id })).events.map(({ type }) => type)).toEqual([
      'proposal.submitted',
    ])
    await at(due - day / 2)
    await at(due - day / 2 + minute)
    const reminders = await getPrisma().proposalEventRow.count({
      where: { proposalId: id, type: 'answer.reminded' },
    })
    expect(reminders).toBe(1)
    await at(due)
    const row = await getPrisma().proposal.findUniqueOrThrow({ where: { id } })
    expect(row.escalations).toBe(1)
    expect(row.answererId).not.toBe(marta.personId)
    expect(row.answererId).not.toBe(piotr.personId)
    expect(row.answerDueAt!.getTime()).toBeGreaterThan(due)
  })

  test('an answer without a decision needs a time for the next; only who owes it can give it', async () => {
    const id = await submitted(eva)
    const { version, answerer } = await as(eva).get({ proposalId: id })
    const owing = answerer === 'Marta' ? marta : piotr
    const other = owing === marta ? piotr : marta
    const answer = { proposalId: id, version, text: 'We look at it with the cards desk now.' }
    await expect(as(other).giveAnswer({ ...answer, nextDueAt: monday + day })).rejects.toEqual(
      refused('forbidden'),
    )
    await expect(as(owing).giveAnswer({ ...answer, nextDueAt: monday })).rejects.toEqual(
      refused('unprocessable'),
    )
    await as(owing).giveAnswer({ ...answer, nextDueAt: monday + day })
    const row = await getPrisma().proposal.findUniqueOrThrow({ where: { id } })
    expect([row.firstAnswerAt?.getTime(), row.answerDueAt?.getTime()]).toEqual([monday, monday + day])
  })

  test('declining without what would change it is refused by the states and by the database', async () => {
    const id = await submitted(eva)
    const reason = 'The stock would cost more than what it saves in a year.'
    const actor = { kind: 'system' as const, id: null, name: 'Test' }
    const decide = (whatWouldChange: string | null) =>
      changeProposal(id, { actor, now: monday, expectedVersion: null }, ({ state }): ProposalEvent[] => [
        ...(state.status === 'submitted'
          ? [{ type: 'review.started' as const, at: monday, by: marta.personId, payload: {} }]
          : []),
        {
          ...{ type: 'decision.delivered', at: monday, by: marta.personId },
          payload: { outcome: 'declined', reason, whatWouldChange, decidedBy: marta.personId, readBy: null },
        },
      ])
    await expect(decide(null)).rejects.toMatchObject({ code: 'unprocessable' })
    await expect(
      getPool().query(
        `UPDATE proposals SET status = 'declined', answer_due_at = NULL, decided_at = now(), decision_reason = 'no' WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('proposals_declined_says_what_would_change')
    await expect(
      getPool().query(`UPDATE proposals SET status = 'accepted', answer_due_at = NULL WHERE id = $1`, [id]),
    ).rejects.toThrow('proposals_answer_owed_or_given')
    await decide('Figures of how many cards of each product are left.')
    const { version, canAppeal } = await as(eva).get({ proposalId: id })
    expect(canAppeal).toBe(true)
    await as(eva).appeal({
      proposalId: id,
      version,
      reason: 'There are only three such products, I counted them.',
    })
    const row = await getPrisma().proposal.findUniqueOrThrow({ where: { id } })
    expect([row.status, row.answererId === marta.personId]).toEqual(['appealed', false])
    expect(await checkAnswers()).toMatchObject({ unanswered: [], ownerless: [] })
  })
})

describe('similar proposals', () => {
  test('are found by stems in three languages and through slips of the pen, without originals', async () => {
    const pl = await submitted(igor, false, {
      ...answers,
      title: 'Zmiana adresu dostawy nowej karty',
      essence: 'Formularz adresu nie zawierał ulicy klientki, po podpisaniu nie można było nic zmienić.',
      proposal: 'Pozwolić na zmianę adresu, dopóki karta nie trafi do produkcji.',
    })
    const ru = await submitted(igor, false, {
      ...answers,
      title: 'Автообмен зарплаты не сработал',
      essence: 'Почасовая проверка остатка увидела уже уменьшенный остаток.',
      proposal: 'Обменивать в момент поступления зарплаты.',
    })
    const ids = async (title: string, text: string) =>
      (await as(eva).similar({ title, text, exceptId: null })).map(({ id }) => id)
    expect(await ids('', 'formularze adresów bez ulicy przy zmianach')).toContain(pl)
    expect(await ids('Zmiana adersu dostawy nowej krty', '')).toContain(pl)
    expect(await ids('', 'обмены при поступлении зарплат, проверки остатков')).toContain(ru)
    expect(await ids('', 'completely unrelated gardening advice')).toEqual([])
    expect(await ids('', '4111 1111 1111 1111')).toEqual([])
  })

  test('can be joined with an own observation, once a person, not by the author', async () => {
    const id = await submitted(eva)
    const joined = { proposalId: id, part: 'joined' as const, note: 'Same here, I am Igor, +48 600 123 456' }
    await as(igor).join(joined)
    await as(igor).join(joined)
    const found = await as(marta).get({ proposalId: id })
    expect([found.joined, found.notes]).toEqual([1, []])
    const stored = await getPrisma().proposalSupporter.findFirstOrThrow({ where: { proposalId: id } })
    expect(stored.note).toBe('Same here, I am [name 1], [phone 1]')
    await expect(as(eva).join(joined)).rejects.toEqual(refused('unprocessable'))
  })

  test('takes nobody any more once its author has taken it back', async () => {
    const proposalId = await submitted(eva)
    const { version } = await as(eva).get({ proposalId })
    await as(eva).withdraw({ proposalId, version, reason: '' })
    const joining = as(igor).join({ proposalId, part: 'joined', note: '' })
    await expect(joining).rejects.toEqual(refused('unprocessable'))
    expect(await getPrisma().proposalSupporter.count({ where: { proposalId } })).toBe(0)
  })
})

describe('evidence', () => {
  const act = () => ({ signedIn: eva, now: monday, requestId: 'test' })
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const chunk = Buffer.from([0, 0, 0, 10, ...Buffer.from('tEXtAuthor\0Eva'), 1, 2, 3, 4])

  test.each([
    ['a picture that is called text', 'note.txt', png],
    ['a zip', 'a.zip', Buffer.from('504b030414000000', 'hex')],
    ['an office file called picture', 'a.png', Buffer.from('504b030414000000', 'hex')],
    ['gzip called text', 'a.txt', Buffer.from('1f8b0800', 'hex')],
    ['a page called text', 'a.txt', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program', 'a.txt', Buffer.from('7f454c4602010100', 'hex')],
    ['a broken picture', 'a.png', png.subarray(0, 40)],
    ['nothing', 'a.txt', Buffer.alloc(0)],
  ])('%s is refused', async (_what, name, bytes) => {
    const proposalId = await draft(eva)
    await expect(addFile({ proposalId, name, bytes }, act())).rejects.toMatchObject({
      code: 'unsupportedMediaType',
    })
  })

  test('more than 5 MB is refused', async () => {
    const proposalId = await draft(eva)
    const bytes = Buffer.alloc(5_000_001, 65)
    await expect(addFile({ proposalId, name: 'a.txt', bytes }, act())).rejects.toMatchObject({
      code: 'tooLarge',
    })
  })

  test('a picture loses what it says about its maker; its name is redacted for others', async () => {
    const proposalId = await draft(eva)
    const tagged = Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
    const { id } = await addFile({ proposalId, name: '4111111111111111.png', bytes: tagged }, act())
    await as(eva).submit({ proposalId, anonymous: true, versions: await versionsOf(eva, proposalId) })
    const opened = { evidenceId: id, purpose: 'To build the form for 4111111111111111.' }
    const seen = await openPicture(opened, { ...act(), signedIn: igor })
    expect(Buffer.from(seen.content).equals(png)).toBe(true)
    expect(seen.name).toBe('[card 1].png')
    expect((await getFile(id, eva)).name).toBe('4111111111111111.png')
    await expect(getFile(id, igor)).rejects.toMatchObject({ details: { reason: 'purposeWanted' } })
    for (const opening of [
      () => getFile(id, marta),
      () => openPicture(opened, { ...act(), signedIn: marta }),
    ])
      await expect(opening()).rejects.toMatchObject({ details: { reason: 'mustStayBlind' } })
    const entries = await getPrisma().auditEntry.findMany({
      where: { action: 'proposal.pictureOpened', subjectId: proposalId },
    })
    expect(entries).toMatchObject([
      { actorId: igor.personId, after: { evidenceId: id, purpose: 'To build the form for [card 1].' } },
    ])
  })

  test('the redacted twin of a text is evidence that the jury reads as well', async () => {
    const proposalId = await draft(eva)
    const bytes = Buffer.from('Eva rang +48 600 123 456')
    const { id } = await addFile({ proposalId, name: 'note.txt', bytes }, act())
    await as(eva).submit({ proposalId, anonymous: true, versions: await versionsOf(eva, proposalId) })
    for (const reader of [igor, marta])
      expect(Buffer.from((await getFile(id, reader)).content).toString()).toMatch(
        /^\[name 1\] rang \[phone 1\]$/,
      )
  })

  test('about the same matter the own proposal is told apart, and what was joined stays joined', async () => {
    const title = 'Umbrellas lent at the counter on rainy mornings'
    const proposalId = await submitted(eva, false, { ...answers, title })
    const seenBy = async (person: SignedIn) => {
      const found = await as(person).similar({ title, text: '', exceptId: null })
      return found.find(({ id }) => id === proposalId)
    }
    expect(await seenBy(eva)).toMatchObject({ isOwn: true, isJoined: false })
    expect(await seenBy(igor)).toMatchObject({ isOwn: false, isJoined: false })
    await as(igor).join({ proposalId, part: 'joined', note: '' })
    expect(await seenBy(igor)).toMatchObject({ isOwn: false, isJoined: true })
  })

  test('is found among few proposals by the words that they have, however many others the story has', async () => {
    const title = 'Wheelchair ramp at the side entrance'
    const essence = 'A wheelchair cannot pass the side entrance, and the ramp is locked away.'
    const proposalId = await submitted(eva, false, { ...answers, title, essence })
    const unheard =
      'abacus abbey acorn adagio aerial album alchemy almond altar amber anchor anvil apricot arrow'
    const found = await as(igor).similar({
      ...{
        title: 'Getting in',
        text: `The ramp beside the entrance, a wheelchair, ${unheard}`,
        exceptId: null,
      },
    })
    expect(found.map(({ id }) => id)).toContain(proposalId)
  })

  test('of a text only the redacted twin is kept', async () => {
    const proposalId = await draft(eva)
    const bytes = Buffer.from('call +48 600 123 456')
    const { id } = await addFile({ proposalId, name: 'note.txt', bytes }, act())
    expect(Buffer.from((await getFile(id, eva)).content).toString()).toBe('call [phone 1]')
    await expect(getFile(id, marta)).rejects.toMatchObject({ code: 'notFound' })
  })

  test('a link needs https and a part that ends after it begins; others see its label while names are covered', async () => {
    const proposalId = await draft(eva)
    const link = { label: 'Call of Eva', fromMs: 60_000, toMs: 90_000 }
    for (const wrong of [
      { ...link, url: 'http://recordings.example.org/1' },
      { ...link, url: 'javascript:alert(1)' },
      { ...link, url: 'https://recordings.example.org/1', toMs: 30_000 },
    ])
      await expect(as(eva).addLink({ proposalId, link: wrong })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      })
    await as(eva).addLink({ proposalId, link: { ...link, url: 'https://recordings.example.org/eva/1' } })
    await as(eva).submit({ proposalId, anonymous: false, versions: await versionsOf(eva, proposalId) })
    const [seen] = (await as(marta).get({ proposalId })).evidence
    expect([seen!.url, seen!.label]).toEqual([null, 'Call of [name 1]'])
  })
})
