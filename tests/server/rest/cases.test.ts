import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyAudit } from '../../../server/audit/audit.ts'
import { runCaseTimers } from '../../../server/cases/cases.ts'
import { getPool } from '../../../server/db/pool.ts'
import { caseAnswer } from '../../../server/rest/answer-schemas.ts'
import { getOneCase } from '../../../server/rest/routes/get-one-case.ts'
import { postCaseEvent } from '../../../server/rest/routes/post-case-event.ts'
import { postCase } from '../../../server/rest/routes/post-case.ts'
import { addDesks, addPerson } from '../cases/care-desks.ts'
import { noticesOf } from '../cases/branch-case.ts'
import { call, openDoor } from './rest-door.ts'

type Headers = Awaited<ReturnType<typeof openDoor>>
type Answer = ReturnType<typeof caseAnswer.parse>

let headers: Headers
let number = 0

beforeAll(async () => {
  await addDesks()
  await addPerson('Igor', 'staff', 'cards')
  headers = await openDoor(['cases:write', 'cases:read'])
})

/** A Monday in office hours, minutes after ten in Warsaw. */
const at = (minutes: number) => new Date(Date.UTC(2026, 5, 8, 8, minutes)).toISOString()

function body(change: Readonly<Record<string, unknown>> = {}) {
  return {
    ...{
      id: `crm-${(number += 1)}`,
      customer: { ref: 'anna', language: 'pl' },
      kind: 'card',
      desk: 'branch',
    },
    ...{ channel: 'branch', summary: 'Card swallowed', openedAt: at(0), ...change },
  }
}

const post = (sent: unknown, more: Readonly<Record<string, string>> = {}) =>
  call(postCase, { headers: { ...headers, ...more }, body: sent, path: '/api/v1/cases' })

async function open(change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  return ((await (await post(body(change))).json()) as Answer).id
}

const tell = (id: string, event: unknown, more: Readonly<Record<string, string>> = {}) =>
  call(postCaseEvent, {
    ...{ headers: { ...headers, ...more }, body: event, params: { id } },
    path: `/api/v1/cases/${id}/events`,
  })

let handoffId = ''
beforeEach(() => {
  handoffId = randomUUID()
})
const offer = (minutes: number, change: Readonly<Record<string, unknown>> = {}) => ({
  ...{ type: 'handoff.offered', at: at(minutes), handoffId, mode: 'warm', toDesk: 'cards' },
  ...{ brief: { wish: 'A new card' }, ...change },
})
const on = (type: string, minutes: number) => ({ type, at: at(minutes), handoffId })

async function eventsOf(id: string): Promise<string[]> {
  const { rows } = await getPool().query('SELECT type FROM case_events WHERE case_id = $1 ORDER BY seq', [id])
  return rows.map((row: { type: string }) => row.type)
}

describe('POST /cases', () => {
  it('opens a case that its document describes, and a retry finds the same one', async () => {
    const sent = body()
    const [first, second] = [await post(sent), await post(sent)]
    expect([first.status, second.status]).toEqual([201, 200])
    const opened = caseAnswer.parse(await first.json())
    expect(opened).toMatchObject({ status: 'open', desk: 'branch', turn: 'us', openedAt: at(0) })
    expect(await second.json()).toEqual(opened)
    expect(await eventsOf(opened.id)).toEqual(['case.opened'])
  })

  it('a case has a next-contact time from its opening on: as the customer was told, else as its kind wants it', async () => {
    const silent = caseAnswer.parse(await (await post(body())).json())
    expect(silent).toMatchObject({ nextDueAt: at(1_440), promises: [] })
    const nextContact = { dueAt: at(30), text: 'We call you' }
    const told = caseAnswer.parse(await (await post(body({ nextContact }))).json())
    expect(told).toMatchObject({
      nextDueAt: at(30),
      promises: [{ ...nextContact, madeAt: at(0), state: 'open' }],
    })
    expect(await eventsOf(told.id)).toEqual(['case.opened', 'promise.made'])
  })

  it('answers a replay of an Idempotency-Key as the first time, and refuses the key for another body', async () => {
    const sent = body()
    const key = { 'idempotency-key': `open-${sent.id}` }
    const first = await post(sent, key)
    const replay = await post(sent, key)
    expect([replay.status, replay.headers.get('idempotent-replayed')]).toEqual([201, 'true'])
    expect(await replay.json()).toEqual(await first.json())
    expect((await post({ ...sent, summary: 'Other' }, key)).status).toBe(422)
  })

  it.each([
    ['another summary', { summary: 'Card found' }, 'summary'],
    ['another kind', { kind: 'stolen' }, 'kind'],
    ['another time', { openedAt: at(1) }, 'openedAt'],
    ['another language', { customer: { ref: 'anna', language: 'ru' } }, 'customer.language'],
    ['a promise', { nextContact: { dueAt: at(30), text: 'We call you' } }, 'nextContact'],
  ])('an id that a case was opened with is refused with %s, which is named', async (_what, change, path) => {
    const sent = body({ customer: { ref: 'anna', language: 'pl' } })
    const { id: caseId } = (await (await post(sent)).json()) as Answer
    await tell(caseId, { type: 'promise.made', at: at(0), dueAt: at(20), text: 'We call' })
    expect((await post(sent)).status).toBe(200)
    const answer = await post({ ...sent, ...change })
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ reason: 'otherContent', caseId, errors: [{ path }] })
  })

  it.each([
    ['an unknown desk', { desk: 'nowhere' }, 422, 'desk'],
    ['an unknown kind', { kind: 'nothing' }, 422, 'kind'],
    ['a time without a zone', { openedAt: '2026-06-08T10:00:00' }, 400, 'openedAt'],
    ['a time that has not come', { openedAt: '2999-01-01T00:00:00Z' }, 422, 'openedAt'],
    ['a next contact before the opening', { nextContact: { dueAt: at(-1) } }, 400, 'nextContact.dueAt'],
    ['an empty summary', { summary: ' ' }, 400, 'summary'],
    ['a field that is not known', { colour: 'red' }, 400, 'colour'],
    ['no customer', { customer: undefined }, 400, 'customer'],
  ])('refuses %s and names it', async (_what, change, status, path) => {
    const answer = await post(body(change))
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ errors: [expect.objectContaining({ path })] })
  })

  it('needs a key that may write cases', async () => {
    const reader = await openDoor(['cases:read'])
    expect((await call(postCase, { headers: reader, body: body() })).status).toBe(403)
  })
})

describe('POST /cases/{id}/events', () => {
  it('moves a case through a handoff, a promise and its resolution, each with its stamp', async () => {
    const id = await open()
    await tell(id, offer(1))
    await tell(id, { ...on('handoff.accepted', 3), by: 'agent-7' })
    await tell(id, on('handoff.released', 4))
    await tell(id, on('handoff.served', 5))
    await tell(id, { type: 'promise.made', at: at(6), dueAt: at(60), text: 'We call you' })
    const last = await tell(id, {
      ...{ type: 'case.resolved', at: at(50), done: 'Card ordered', customerHadToAct: false },
    })
    const found = caseAnswer.parse(await last.json())
    expect(found).toMatchObject({
      status: 'resolved',
      desk: 'cards',
      owner: 'agent-7',
      lastResolvedAt: at(50),
    })
    expect(found.handoffs[0]).toMatchObject({
      ...{ state: 'served', offeredAt: at(1), acceptedAt: at(3), releasedAt: at(4), servedAt: at(5) },
    })
    expect(found.promises[0]).toMatchObject({ state: 'kept', dueAt: at(60) })
    const read = await call(getOneCase, { headers, params: { id } })
    expect(await read.json()).toEqual(found)
  })

  it('a retry changes nothing, with an Idempotency-Key or without, also when it left the ids out', async () => {
    const id = await open()
    const event = { ...offer(1), handoffId: undefined }
    const first = await (await tell(id, event)).json()
    expect(await (await tell(id, event)).json()).toEqual(first)
    const promise = { type: 'promise.made', at: at(2), dueAt: at(60), text: 'We call' }
    const key = { 'idempotency-key': `promise-${id}` }
    await tell(id, promise, key)
    const replay = await tell(id, promise, key)
    expect(replay.headers.get('idempotent-replayed')).toBe('true')
    await tell(id, promise)
    expect(await eventsOf(id)).toEqual(['case.opened', 'handoff.offered', 'promise.made'])
  })

  it('the same event at once from several senders is told once', async () => {
    const id = await open()
    const answers = await Promise.all([1, 2, 3, 4].map(() => tell(id, offer(1))))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await eventsOf(id)).toEqual(['case.opened', 'handoff.offered'])
  })

  it('two acceptances at once: one counts, the other learns of the state', async () => {
    const id = await open()
    await tell(id, offer(1))
    const answers = await Promise.all(['a', 'b'].map((by) => tell(id, { ...on('handoff.accepted', 2), by })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)!
    expect(await refused.json()).toMatchObject({ code: 'conflict', state: 'accepted' })
  })

  describe('after our clock decided without them', () => {
    const instant = (minutes: number) => Date.UTC(2026, 5, 8, 8, minutes)
    const expire = (minutes: number) => runCaseTimers(instant(minutes))
    const tellAt = (id: string, event: unknown, minutes: number) => {
      vi.useFakeTimers({ toFake: ['Date'], now: instant(minutes) })
      return tell(id, event).finally(() => vi.useRealTimers())
    }

    it('an acceptance in time counts from its own time, and a retry changes nothing', async () => {
      const id = await open({ customer: { ref: 'late' } })
      await tell(id, offer(1, { acceptBy: at(11) }))
      await expire(12)
      const accepted = { ...on('handoff.accepted', 9), by: 'agent-7' }
      const late = caseAnswer.parse(await (await tellAt(id, accepted, 13)).json())
      expect(late).toMatchObject({ desk: 'cards', owner: 'agent-7' })
      expect(late.handoffs).toMatchObject([{ state: 'accepted', acceptedAt: at(9), endedAt: null }])
      await tellAt(id, accepted, 14)
      expect(await eventsOf(id)).toEqual([
        ...['case.opened', 'handoff.offered', 'handoff.expired', 'handoff.accepted'],
      ])
      const { rows } = await getPool().query(
        'SELECT desk, started_at, ended_at FROM case_segments WHERE case_id = $1 ORDER BY seq',
        [id],
      )
      expect(rows).toEqual([
        { desk: 'branch', started_at: new Date(at(0)), ended_at: new Date(at(9)) },
        { desk: 'cards', started_at: new Date(at(9)), ended_at: null },
      ])
    })

    it('the sender who was told that nobody had accepted is told that somebody had', async () => {
      const eva = await addPerson('Eva', 'staff', 'branch')
      const id = await open({ customer: { ref: 'late' }, owner: eva.personId })
      await tell(id, offer(1, { acceptBy: at(11) }))
      await expire(12)
      await tellAt(id, { ...on('handoff.accepted', 9), by: 'agent-7' }, 13)
      expect(await noticesOf(eva, id)).toEqual(['handoff.expired', 'handoff.acceptedAfterAll'])
    })

    it.each([
      ['when it came after the time to accept', () => on('handoff.accepted', 12), 13, []],
      ['a day later', () => on('handoff.accepted', 9), 13 + 1_440, []],
      [
        'when somebody did something since',
        () => on('handoff.accepted', 9),
        14,
        [{ type: 'note.added', at: at(13), text: 'Called the customer back' }],
      ],
    ])('is told what is so now %s', async (_when, event, minutes, since) => {
      const id = await open()
      await tell(id, offer(1, { acceptBy: at(11) }))
      await expire(12)
      for (const one of since) await tellAt(id, one, minutes)
      const answer = await tellAt(id, event(), minutes)
      expect(answer.status).toBe(409)
      expect(await answer.json()).toMatchObject({ code: 'conflict', handoffId, state: 'expired' })
    })
  })

  it.each([
    ['accepted before offered', () => on('handoff.accepted', 2), 409],
    ['older than what the case knows', { type: 'note.added', at: at(-5), text: 'Late' }, 409],
    ['handed over to itself', () => offer(2, { toDesk: 'branch' }), 422],
    ['handed over to an unknown desk', () => offer(2, { toDesk: 'nowhere' }), 422],
    [
      'merged into a case that is not there',
      { type: 'case.merged', at: at(2), into: randomUUID(), reason: 'Twice' },
      422,
    ],
    ['a time without a zone', () => ({ ...offer(2), at: '2026-06-08T10:02:00' }), 400],
    ['in the future', { type: 'note.added', at: '2999-01-01T00:00:00Z', text: 'x' }, 422],
    [
      'a promise that is due before it is made',
      { type: 'promise.made', at: at(5), dueAt: at(1), text: 'x' },
      422,
    ],
    ['a pause without a reason', { type: 'turn.passed', at: at(2), to: 'customer', nextDueAt: at(9) }, 422],
    ['contained though no emergency', { type: 'emergency.contained', at: at(2), what: 'Card' }, 409],
    ['a type that only our clock may tell', () => ({ ...on('handoff.expired', 60), inHours: true }), 400],
    [
      'an approval that only a manager may give',
      { type: 'supervisor.answered', at: at(2), answer: 'Yes' },
      400,
    ],
    ['an unknown type', { type: 'case.forgotten', at: at(2) }, 400],
    ['no JSON', 'handoff', 400],
  ])('%s is refused and changes nothing', async (_what, event, status) => {
    const id = await open()
    expect((await tell(id, typeof event === 'function' ? event() : event)).status).toBe(status)
    expect(await eventsOf(id)).toEqual(['case.opened'])
  })

  it('the id of another case’s handoff is refused: each case keeps its own', async () => {
    const [first, second] = [await open(), await open()]
    await tell(first, offer(1))
    const answer = await tell(second, offer(2))
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ path: 'handoffId', code: 'taken' }] })
    expect(await eventsOf(second)).toEqual(['case.opened'])
  })

  it('a case is not merged into itself', async () => {
    const id = await open()
    expect((await tell(id, { type: 'case.merged', at: at(2), into: id, reason: 'Twice' })).status).toBe(422)
  })

  it('a case that is resolved says so to whoever goes on with it', async () => {
    const id = await open()
    await tell(id, { type: 'case.resolved', at: at(2), done: 'Done', customerHadToAct: false })
    const answer = await tell(id, { type: 'owner.changed', at: at(3), owner: 'eva', reason: 'taken' })
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ status: 409, caseStatus: 'resolved' })
  })

  it('a case is not resolved while a handoff is open', async () => {
    const id = await open()
    await tell(id, offer(1))
    const resolved = { type: 'case.resolved', at: at(2), done: 'Done', customerHadToAct: false }
    const answer = await tell(id, resolved)
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ handoffId, state: 'offered' })
  })

  it.each(['0197523e-0000-7000-8000-000000000009', 'x', "'; DROP TABLE cases; --"])(
    'finds no case %j',
    async (id) => {
      expect((await tell(id, offer(1))).status).toBe(404)
    },
  )

  it('needs a key that may write cases', async () => {
    const id = await open()
    const reader = await openDoor(['cases:read'])
    const answer = await call(postCaseEvent, { headers: reader, body: offer(1), params: { id } })
    expect(answer.status).toBe(403)
  })
})

it('everything that keys did stands in the audit, unbroken', async () => {
  expect(await verifyAudit()).toMatchObject({ holds: true })
  const { rows } = await getPool().query(
    `SELECT count(*) AS entries FROM audit_entries WHERE actor_kind = 'apiKey' AND subject_kind = 'case'`,
  )
  expect(Number((rows[0] as { entries: number }).entries)).toBeGreaterThan(10)
})
