import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET, POST } from '../../../../app/ask/[token]/route.ts'
import { type SignedIn } from '../../../../domain/access/actor.ts'
import { makeLinkByPerson } from '../../../../server/alerts/ask/make-link.ts'
import {
  answerQuestion,
  findQuestion,
  giveOutcome,
  takeAlert,
  takeNextAlert,
} from '../../../../server/alerts/alerts.ts'
import { ensureAskingPolicy } from '../../../../server/asking/asking.ts'
import { getPool } from '../../../../server/db/pool.ts'
import { getPrisma } from '../../../../server/db/prisma.ts'
import { addDesks, addPerson } from '../../cases/care-desks.ts'
import { addAlerts, alertRow, historyOf, minute, monday } from '../desk-alerts.ts'

const hour = 60 * minute
let anna: SignedIn

beforeAll(async () => {
  await addDesks()
  anna = await addPerson('Anna', 'staff', 'branch')
})

beforeEach(async () => {
  await getPool().query('TRUNCATE alerts, ask_links, rate_limits, asking_policy CASCADE')
  await ensureAskingPolicy()
})

const who = (now = monday) => ({ signedIn: anna, now, requestId: 'r' })
const seen = (expectedVersion: number, now = monday) => ({ ...who(now), expectedVersion })
const tap = (token: string, answer: 'right' | 'notRight', now = monday + minute) =>
  answerQuestion(token, answer, { now, requestId: 'r' })

async function link(alertId: string, now = monday) {
  const { path, expiresAt } = await makeLinkByPerson(alertId, who(now))
  return { token: path.slice('/ask/'.length), expiresAt }
}

async function asked(change: Parameters<typeof addAlerts>[0][number] & { readonly channel?: string } = {}) {
  const [alertId] = await addAlerts([change])
  if (change.channel) await getPool().query('UPDATE alerts SET channel = $1', [change.channel])
  return { alertId: alertId!, ...(await link(alertId!)) }
}

describe('a link', () => {
  it('has a token of at least 128 random bits, of which only a hash is kept', async () => {
    const { alertId, token } = await asked()
    const other = await link(alertId)
    expect(token).not.toBe(other.token)
    expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
    const { rows } = await getPool().query(
      `SELECT string_agg(t::text, ' ') AS everything FROM (SELECT l::text AS t FROM ask_links l
       UNION ALL SELECT e::text FROM audit_entries e) all_of_it`,
    )
    expect(rows[0].everything).not.toContain(token)
  })

  it('works for a day, and not a moment longer', async () => {
    const { token, expiresAt } = await asked()
    expect(expiresAt).toBe(monday + 24 * hour)
    expect(await findQuestion(token, expiresAt - 1)).toMatchObject({ answer: null })
    expect(await findQuestion(token, expiresAt)).toBeNull()
    await tap(token, 'right', expiresAt)
    expect(await getPrisma().alert.count({ where: { outcome: null } })).toBe(1)
  })

  it('works as long as the policy says, and never longer than the question may be asked', async () => {
    await getPool().query('UPDATE asking_policy SET link_hours = 48, expire_hours = 50')
    const { alertId } = await asked({ raisedAt: monday })
    expect((await link(alertId)).expiresAt).toBe(monday + 48 * hour)
    expect((await link(alertId, monday + 10 * hour)).expiresAt).toBe(monday + 50 * hour)
  })

  it('is not made for a question that has its answer', async () => {
    const { alertId, token } = await asked()
    await tap(token, 'right')
    await expect(link(alertId)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('that nobody made, has expired or is about a closed question shows nothing', async () => {
    const { alertId, token } = await asked()
    expect(await findQuestion('x'.repeat(32), monday)).toBeNull()
    await takeAlert(alertId, seen(1))
    const outcome = { outcome: 'intended', channel: 'phone', note: null, remedies: {}, case: null } as const
    await giveOutcome({ alertId, ...outcome }, seen(2))
    expect(await findQuestion(token, monday)).toBeNull()
  })
})

describe('a customer who taps “right”', () => {
  it('has answered: intended, by the customer', async () => {
    const { alertId, token } = await asked()
    await tap(token, 'right')
    expect(await alertRow(alertId)).toMatchObject({
      ...{ status: 'confirmed', outcome: 'intended', outcome_source: 'customer', outcome_channel: 'link' },
      ...{ customer_said: 'right', version: 2 },
    })
    expect(await findQuestion(token, monday + hour)).toMatchObject({ answer: 'right' })
  })

  it('has answered also while a colleague has the alert in hand', async () => {
    const { alertId, token } = await asked()
    await takeAlert(alertId, seen(1))
    await tap(token, 'right')
    expect(await alertRow(alertId)).toMatchObject({ status: 'confirmed', claimed_by: null })
  })
})

describe('a customer who taps “not right”', () => {
  it('waits for our call: the alert comes first in the queue, reached and without an outcome', async () => {
    await addAlerts([{ dueAt: monday - 10 * hour }])
    const { alertId, token } = await asked({ dueAt: monday + 10 * hour })
    await tap(token, 'notRight')
    expect(await alertRow(alertId)).toMatchObject({
      ...{ status: 'open', outcome: null, customer_said: 'notRight' },
      reached_at: new Date(monday + minute),
    })
    expect(await historyOf(alertId)).toEqual([
      { type: 'customer.answered', by: null, payload: { answer: 'notRight' } },
    ])
    expect(await takeNextAlert(who(monday + 2 * minute))).toMatchObject({ id: alertId })
    expect((await alertRow(alertId)).status).toBe('contacted')
  })

  it('has reached the colleague who has the alert in hand', async () => {
    const { alertId, token } = await asked()
    await takeAlert(alertId, seen(1))
    await tap(token, 'notRight')
    expect(await alertRow(alertId)).toMatchObject({ status: 'contacted', claimed_by: anna.personId })
  })

  it('at a till has made a mistake, which is corrected at once', async () => {
    const { alertId, token } = await asked({ channel: 'pos', amountMinor: 9_900 })
    await tap(token, 'notRight')
    expect(await alertRow(alertId)).toMatchObject({
      ...{ status: 'confirmed', outcome: 'mistake', outcome_source: 'customer', outcome_channel: 'till' },
      mistake_minor: 9_900,
    })
  })

  it('is heard also when nobody could reach them, which stays in the history', async () => {
    const { alertId, token } = await asked()
    await getPool().query(
      `UPDATE alerts SET status = 'unreachable', outcome = 'unreachable', outcome_at = now()`,
    )
    await tap(token, 'notRight')
    expect(await alertRow(alertId)).toMatchObject({ status: 'open', outcome: null, changed: true })
  })
})

describe('a second tap', () => {
  it.each([
    ['right', 'notRight'],
    ['notRight', 'right'],
  ] as const)('changes nothing: %s stays, %s does not count', async (first, second) => {
    const { alertId, token } = await asked()
    await tap(token, first)
    const before = await alertRow(alertId)
    await tap(token, second)
    expect(await alertRow(alertId)).toEqual(before)
    expect(await findQuestion(token, monday + hour)).toMatchObject({ answer: first })
  })

  it('from another link of the same question changes nothing either', async () => {
    const { alertId, token } = await asked()
    const other = await link(alertId)
    await tap(token, 'notRight')
    await tap(other.token, 'right')
    expect(await alertRow(alertId)).toMatchObject({ customer_said: 'notRight', outcome: null })
    expect(await findQuestion(other.token, monday + hour)).toMatchObject({ answer: 'notRight' })
  })

  it('at the same moment as the first counts once', async () => {
    const { alertId, token } = await asked()
    await Promise.all(Array.from({ length: 12 }, (_, i) => tap(token, i % 2 === 0 ? 'right' : 'notRight')))
    expect(await historyOf(alertId)).toHaveLength(1)
    expect((await alertRow(alertId)).version).toBe(2)
  })
})

describe('the page', () => {
  /** As a browser without scripts asks for it; real time, since the page has its own clock. */
  const open = (token: string, headers: Record<string, string> = {}, query = '') =>
    GET(new Request(`http://127.0.0.1/ask/${token}${query}`, { headers }), {
      params: Promise.resolve({ token }),
    })
  const send = (token: string, body: string, query = '') =>
    POST(
      new Request(`http://127.0.0.1/ask/${token}${query}`, {
        ...{ method: 'POST', body },
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(body.length),
        },
      }),
      { params: Promise.resolve({ token }) },
    )
  const liveLink = async (language: string | null = null) => {
    const now = Date.now()
    const [alertId] = await addAlerts([{ raisedAt: now, customerRef: 'anna-secret', language }])
    return { alertId: alertId!, ...(await link(alertId!, now)) }
  }

  it('asks the question with two answers, the reference and the code, and nothing else of the customer', async () => {
    const { token, alertId } = await liveLink()
    const response = await open(token)
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(page).toContain('Is that right?')
    expect(page).toContain('value="right"')
    expect(page).toContain('value="notRight"')
    expect(page).toContain(String((await alertRow(alertId)).reference))
    expect(page).toMatch(/\d\d \d\d/)
    expect(page).not.toContain('anna-secret')
    expect(page).not.toContain(alertId)
    expect(page).not.toContain('<script')
  })

  it('is kept from caches, referrers, search engines, frames and scripts', async () => {
    const { token } = await liveLink()
    const { headers } = await open(token)
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('cache-control')).toBe('no-store')
    const policy = headers.get('content-security-policy')
    expect(policy).toMatch(/default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/)
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toContain('script-src')
  })

  it.each([
    ['pl', 'Czy to się zgadza?', { 'accept-language': 'ru' }, ''],
    ['ru', 'Всё верно?', {}, ''],
    [null, 'Czy to się zgadza?', { 'accept-language': 'pl-PL,pl;q=0.9,en;q=0.5' }, ''],
    ['pl', 'Всё верно?', {}, '?lang=ru'],
    ['de', 'Is that right?', {}, '?lang=xx'],
  ])('speaks the language of a customer of %s: %s', async (language, question, headers, query) => {
    const { token } = await liveLink(language)
    expect(await (await open(token, headers as Record<string, string>, query)).text()).toContain(question)
  })

  it('takes the answer from a form, then shows it in the chosen language however often it is opened', async () => {
    const { token, alertId } = await liveLink()
    const response = await send(token, 'answer=right', '?lang=pl')
    expect([response.status, response.headers.get('location')]).toEqual([303, `/ask/${token}?lang=pl`])
    expect((await alertRow(alertId)).outcome).toBe('intended')
    const again = await (await open(token, {}, '?lang=pl')).text()
    expect(again).toContain('Dziękujemy.')
    expect(again).not.toContain('<form')
  })

  it.each(['', 'answer=maybe', 'answer=right&'.repeat(100), 'answer[]=right'])(
    'takes no other form: %j',
    async (body) => {
      const { token, alertId } = await liveLink()
      expect((await send(token, body)).status).toBe(303)
      expect((await alertRow(alertId)).customer_said).toBeNull()
    },
  )

  it('is changed by nobody who only looks, such as programs that follow links in messages', async () => {
    const { token, alertId } = await liveLink()
    await open(token, {}, '?answer=notRight')
    expect((await alertRow(alertId)).version).toBe(1)
  })

  it('is the same, byte for byte, for a guessed, an expired and a closed question', async () => {
    const expired = await liveLink()
    await getPool().query(`UPDATE ask_links SET expires_at = now()`)
    const closed = await liveLink()
    await getPool().query(`UPDATE alerts SET status = 'withdrawn' WHERE id = $1`, [closed.alertId])
    const guessed = 'A'.repeat(32)
    const pages = await Promise.all(
      [guessed, expired.token, closed.token].map(async (token) => {
        const response = await open(token)
        return [response.status, (await response.text()).replaceAll(token, '')]
      }),
    )
    expect(pages[0]?.[0]).toBe(404)
    expect(pages[1]).toEqual(pages[0])
    expect(pages[2]).toEqual(pages[0])
  })

  it.each(['..%2f..', '<script>alert(1)</script>', '"><img src=x>', 'a', 'Я'.repeat(32)])(
    'of a token that is none is calm and escaped: %s',
    async (token) => {
      const response = await GET(new Request('http://127.0.0.1/ask/x'), {
        params: Promise.resolve({ token }),
      })
      expect(response.status).toBe(404)
      expect(await response.text()).not.toMatch(/<script|<img/)
    },
  )

  it('escapes a question that holds markup', async () => {
    const { token } = await liveLink()
    await getPool().query(`UPDATE alerts SET question = '{"en":"<script>1</script> & \\"?","pl":"","ru":""}'`)
    const page = await (await open(token)).text()
    expect(page).toContain('&lt;script&gt;1&lt;/script&gt; &amp; &quot;?')
  })

  it('asks whoever opens one link too often to wait', async () => {
    const { token } = await liveLink()
    const statuses: number[] = []
    for (let i = 0; i < 21; i++) statuses.push((await open(token)).status)
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 200))
    expect(statuses[20]).toBe(429)
  })

  it('asks an address that tries many links to wait, and no other address', async () => {
    const guess = (i: number, from: string) =>
      open(String(i).padStart(32, 'g'), { 'x-forwarded-for': from }).then(({ status }) => status)
    for (let i = 0; i < 120; i++) expect(await guess(i, '203.0.113.7')).toBe(404)
    expect(await guess(121, '203.0.113.7')).toBe(429)
    expect(await guess(122, '203.0.113.8')).toBe(404)
  })
})
