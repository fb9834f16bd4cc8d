import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import {
  confirmAlert,
  correctOutcome,
  giveOutcome,
  openCaseFromAlert,
  recordAttempt,
  runAlertTimers,
  takeAlert,
  takeNextAlert,
} from '../../../server/alerts/alerts.ts'
import { ensureAskingPolicy } from '../../../server/asking/asking.ts'
import { verifyAudit } from '../../../server/audit/audit.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { addDesks, addPerson } from '../cases/care-desks.ts'
import { addAlerts, alertRow, historyOf, minute, monday } from './desk-alerts.ts'

const hour = 60 * minute
let anna: SignedIn
let boris: SignedIn
let id: string

const seen = (signedIn: SignedIn, expectedVersion: number, now = monday) => ({
  ...{ signedIn, expectedVersion, now, requestId: 'r' },
})
const plain = { channel: 'phone', note: null, case: null } as const
const wanted = { kind: 'card', desk: 'cards', summary: 'one zero too many', next: null }
const attempt = { channel: 'phone', result: 'noAnswer', note: null, retryAt: null } as const

/** What the till says, by the REST interface. */
function tillSays(outcome: 'intended' | 'mistake', alertId = id) {
  return getPrisma().$transaction((tx) =>
    confirmAlert(
      tx,
      alertId,
      { outcome, channel: 'till', by: 'till 7', note: null },
      { actor: { kind: 'apiKey', id: anna.personId, name: 'tills' }, now: monday, requestId: 'r' },
    ),
  )
}

beforeAll(async () => {
  await addDesks()
  await ensureAskingPolicy()
  anna = await addPerson('Anna', 'staff', 'branch')
  boris = await addPerson('Boris', 'staff', 'cards')
})

beforeEach(async () => {
  await getPool().query('TRUNCATE alerts, cases CASCADE')
  id = (await addAlerts([{}]))[0]!
})

describe('an outcome', () => {
  it('is recorded with who gave it, what was done, and a history that nobody can rewrite', async () => {
    await takeAlert(id, seen(anna, 1))
    const remedies = { stopped: 45_000, lost: 5_000 }
    await giveOutcome({ alertId: id, outcome: 'mistake', ...plain, remedies }, seen(anna, 2, monday + minute))
    expect(await alertRow(id)).toMatchObject({
      ...{ status: 'confirmed', outcome: 'mistake', outcome_source: 'person', outcome_by: 'Anna' },
      ...{ mistake_minor: 45_000, claimed_by: null, changed: false, version: 3 },
    })
    const { rows } = await getPool().query(
      'SELECT kind, amount_minor FROM alert_remedies WHERE alert_id = $1 ORDER BY kind',
      [id],
    )
    expect(rows).toEqual([
      { kind: 'lost', amount_minor: 5_000 },
      { kind: 'stopped', amount_minor: 45_000 },
    ])
    expect((await historyOf(id)).map(({ type }) => type)).toEqual(['alert.claimed', 'alert.confirmed'])
    await expect(getPool().query(`UPDATE alert_events SET by_name = 'Eve'`)).rejects.toMatchObject({
      code: '42501',
    })
    expect(await verifyAudit()).toMatchObject({ holds: true })
  })

  it('of the till closes an alert that a person has, and the person’s own comes too late', async () => {
    await takeAlert(id, seen(anna, 1))
    await tillSays('intended')
    const late = giveOutcome({ alertId: id, outcome: 'mistake', ...plain }, seen(anna, 2))
    await expect(late).rejects.toMatchObject({
      code: 'conflict',
      details: { current: { status: 'confirmed', outcome: 'intended', outcomeSource: 'system' } },
    })
    await expect(tillSays('mistake')).rejects.toMatchObject({ code: 'conflict' })
  })

  it('given by two at once is recorded once', async () => {
    const answers = await Promise.allSettled([
      giveOutcome({ alertId: id, outcome: 'mistake', ...plain }, seen(anna, 1)),
      giveOutcome({ alertId: id, outcome: 'intended', ...plain }, seen(boris, 1)),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await historyOf(id)).toHaveLength(1)
  })

  it('on an alert that does not exist is not found', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000'
    await expect(tillSays('intended', unknown)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('keeps a note with formulas and markup as it was written', async () => {
    const note = '=HYPERLINK("http://x")<img src=x onerror=alert(1)>'
    await giveOutcome({ alertId: id, outcome: 'intended', ...plain, note }, seen(anna, 1))
    expect((await alertRow(id)).outcome_note).toBe(note)
  })
})

describe('a correction', () => {
  it('keeps both outcomes, counts the latest and replaces the amounts', async () => {
    const remedies = { stopped: 50_000 }
    await giveOutcome({ alertId: id, outcome: 'mistake', ...plain, remedies }, seen(anna, 1))
    const correction = {
      alertId: id,
      outcome: 'fraud',
      reason: 'a call from the bank',
      remedies: { lost: 1 },
    }
    await correctOutcome({ ...correction, outcome: 'fraud' }, seen(boris, 2, monday + hour))
    expect(await alertRow(id)).toMatchObject({ outcome: 'fraud', changed: true, mistake_minor: null })
    expect((await historyOf(id)).at(-1)).toMatchObject({
      type: 'alert.corrected',
      payload: { outcome: 'fraud', previous: 'mistake', previousSource: 'person' },
    })
    const { rows } = await getPool().query('SELECT kind FROM alert_remedies WHERE alert_id = $1', [id])
    expect(rows).toEqual([{ kind: 'lost' }])
  })
})

describe('unreachable', () => {
  it('is refused before enough attempts over enough hours, and then taken', async () => {
    await takeAlert(id, seen(anna, 1))
    for (const n of [0, 1, 2]) {
      await recordAttempt({ alertId: id, ...attempt }, seen(anna, 2 + n, monday + n * hour))
    }
    const unreachable = { alertId: id, outcome: 'unreachable', ...plain } as const
    await expect(giveOutcome(unreachable, seen(anna, 5, monday + 3 * hour))).rejects.toMatchObject({
      code: 'unprocessable',
      details: { attempts: { made: 3, needed: 3, notBefore: monday + 24 * hour } },
    })
    await giveOutcome(unreachable, seen(anna, 5, monday + 24 * hour))
    expect(await alertRow(id)).toMatchObject({ status: 'unreachable', attempts: 3, reached_at: null })
    const { rows } = await getPool().query('SELECT count(*) AS n FROM contact_attempts WHERE alert_id = $1', [
      id,
    ])
    expect(rows[0].n).toBe(3)
  })
})

describe('the case of a mistake', () => {
  it('is opened with the outcome, once however often it is asked for', async () => {
    const answer = { alertId: id, outcome: 'mistake', ...plain, case: wanted } as const
    const { caseId, version } = await giveOutcome(answer, seen(anna, 1))
    const again = await openCaseFromAlert({ alertId: id, ...wanted }, seen(anna, version))
    expect(again.caseId).toBe(caseId)
    expect((await alertRow(id)).case_id).toBe(caseId)
    const { rows } = await getPool().query('SELECT alert_id, source, channel FROM cases')
    // The customer was rung; how they had paid is the transaction's.
    expect(rows).toEqual([{ alert_id: id, source: 'alert', channel: 'phone' }])
  })

  it('begins with a time at which the customer hears of us: as promised, else as its kind wants it', async () => {
    const answer = { alertId: id, outcome: 'mistake', ...plain, case: wanted } as const
    const { caseId } = await giveOutcome(answer, seen(anna, 1))
    const dueOf = async (of: string | null) => {
      const { rows } = await getPool().query('SELECT next_due_at FROM cases WHERE id = $1', [of])
      return (rows[0] as { next_due_at: Date }).next_due_at.getTime()
    }
    expect(await dueOf(caseId)).toBe(monday + 1_440 * minute)
    const [other] = await addAlerts([{ customerRef: 'told' }])
    const next = { dueAt: monday + 45 * minute, text: 'We call you' }
    const told = await giveOutcome({ ...answer, alertId: other!, case: { ...wanted, next } }, seen(anna, 1))
    expect(await dueOf(told.caseId)).toBe(next.dueAt)
  })

  it('takes the outcome back with it when it cannot be opened', async () => {
    const answer = {
      alertId: id,
      outcome: 'mistake',
      ...plain,
      case: { ...wanted, kind: 'unknown' },
    } as const
    await expect(giveOutcome(answer, seen(anna, 1))).rejects.toMatchObject({ code: 'unprocessable' })
    expect(await alertRow(id)).toMatchObject({ status: 'open', outcome: null, version: 1 })
  })

  it('is refused for an alert that is neither mistake nor fraud', async () => {
    await giveOutcome({ alertId: id, outcome: 'intended', ...plain }, seen(anna, 1))
    await expect(openCaseFromAlert({ alertId: id, ...wanted }, seen(anna, 2))).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

describe('time', () => {
  it('makes what nobody answered overdue, once, and says so in the history', async () => {
    expect(await runAlertTimers(monday + 30 * minute - 1)).toBe(0)
    expect(await runAlertTimers(monday + 30 * minute)).toBe(1)
    expect(await runAlertTimers(monday + 31 * minute)).toBe(0)
    expect((await historyOf(id)).map(({ type }) => type)).toEqual(['alert.overdue'])
  })

  it('gives back what somebody took and left, for the next to take', async () => {
    await takeAlert(id, seen(anna, 1))
    await runAlertTimers(monday + 60 * minute)
    await runAlertTimers(monday + 60 * minute)
    expect(await alertRow(id)).toMatchObject({ status: 'open', claimed_by: null })
    const next = await takeNextAlert({ signedIn: boris, now: monday + 61 * minute, requestId: 'r' })
    expect(next?.id).toBe(id)
  })

  it('expires what is too old to ask, and several clocks at once do it once', async () => {
    const late = monday + 168 * hour
    const counts = await Promise.all([1, 2, 3].map(() => runAlertTimers(late)))
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(1)
    expect((await alertRow(id)).status).toBe('expired')
    expect(await takeNextAlert({ signedIn: boris, now: late, requestId: 'r' })).toBeNull()
  })
})
