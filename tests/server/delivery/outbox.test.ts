import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { webhookEvents, type WebhookEventType } from '../../../domain/delivery/webhook-events.ts'
import { correctOutcome, giveOutcome, runAlertTimers, takeAlert } from '../../../server/alerts/alerts.ts'
import { ensureAskingPolicy } from '../../../server/asking/asking.ts'
import {
  acceptHandoff,
  getCase,
  offerHandoff,
  openCaseByPerson,
  recordOnCase,
  runCaseTimers,
} from '../../../server/cases/cases.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { decide, ensureDefaultRuleSet } from '../../../server/screening/screening.ts'
import { addAlerts } from '../alerts/desk-alerts.ts'
import { addDesks, addPerson, minute, monday } from '../cases/care-desks.ts'
import { request, transfer } from '../screening/transactions.ts'

let anna: SignedIn
let igor: SignedIn

beforeAll(async () => {
  await addDesks()
  anna = await addPerson('Anna', 'staff', 'branch')
  igor = await addPerson('Igor', 'staff', 'cards')
  await ensureAskingPolicy()
  await getPrisma().$transaction((tx) => ensureDefaultRuleSet(tx, monday))
})

beforeEach(async () => {
  await getPool().query('TRUNCATE webhook_messages, alerts CASCADE')
})

const seen = (signedIn: SignedIn, expectedVersion: number, now = monday) => ({
  ...{ signedIn, expectedVersion, now, requestId: 'r' },
})

/** What other systems will be told, oldest first; each by the rules of its type. */
async function told() {
  const rows = await getPrisma().webhookMessage.findMany({ orderBy: [{ at: 'asc' }, { type: 'asc' }] })
  return rows.map(({ type, at, payload, customerRef }) => ({
    ...{ type, at: at.getTime(), customerRef },
    payload: webhookEvents[type as WebhookEventType].strict().parse(payload) as Record<string, unknown>,
  }))
}

describe('a decision to ask', () => {
  it('is told once as alert.opened, with the alert that it raised', async () => {
    const { decision } = await decide(request(transfer({ id: 'large', amountMinor: 10_000_000 })))
    expect(await told()).toMatchObject([
      {
        ...{ type: 'alert.opened', customerRef: 'anna' },
        payload: {
          alertId: decision.alert?.id,
          reference: decision.alert?.reference,
          transactionId: 'large',
          customerRef: 'anna',
          channel: 'transfer',
          money: { amount: '100000.00', currency: 'PLN' },
          rules: decision.alert?.hits.map(({ rule }) => rule),
        },
      },
    ])
  })

  it('is told once however often the sender repeats the transaction at the same time', async () => {
    const same = transfer({ id: 'repeated', customerRef: 'zofia', amountMinor: 10_000_000 })
    await Promise.all(Array.from({ length: 20 }, () => decide(request(same))))
    expect(await told()).toHaveLength(1)
  })

  it('is told once for each of many customers at the same time', async () => {
    const decided = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        decide(request(transfer({ id: `many-${i}`, customerRef: `many-${i}`, amountMinor: 10_000_000 }))),
      ),
    )
    const alerts = decided.map(({ decision }) => decision.alert?.id)
    expect((await told()).map(({ payload }) => payload.alertId).sort()).toEqual(alerts.sort())
  })

  it('names no customer when nobody said whose it was', async () => {
    await decide(request(transfer({ id: 'nobody', customerRef: null, amountMinor: 10_000_000 })))
    expect((await told())[0]?.payload.customerRef).toBeNull()
  })

  it('that lets the transaction proceed tells nobody', async () => {
    await decide(request(transfer({ id: 'small', customerRef: 'quiet', amountMinor: 5_000 })))
    expect(await told()).toEqual([])
  })
})

describe('an outcome', () => {
  const intended = { outcome: 'intended', channel: 'phone', note: 'she said why', case: null } as const

  it('is told as alert.confirmed, without what was written', async () => {
    const [alertId] = await addAlerts([{}])
    await takeAlert(alertId!, seen(anna, 1))
    await giveOutcome({ alertId: alertId!, ...intended }, seen(anna, 2))
    const [message] = await told()
    expect(message).toMatchObject({
      ...{ type: 'alert.confirmed', at: monday },
      payload: { alertId, outcome: 'intended', source: 'person', corrected: false },
    })
    expect(JSON.stringify(message)).not.toMatch(/she said why|Anna/)
  })

  it('that many give at once is told once', async () => {
    const [alertId] = await addAlerts([{}])
    await takeAlert(alertId!, seen(anna, 1))
    const given = await Promise.allSettled(
      Array.from({ length: 10 }, () => giveOutcome({ alertId: alertId!, ...intended }, seen(anna, 2))),
    )
    expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await told()).toHaveLength(1)
  })

  it('that cannot be kept, since its case cannot be opened, is not told', async () => {
    const [alertId] = await addAlerts([{}])
    await takeAlert(alertId!, seen(anna, 1))
    const wanted = { kind: 'no-such-kind', desk: 'branch', summary: 'x', next: null }
    const failing = giveOutcome(
      { alertId: alertId!, ...intended, outcome: 'mistake', case: wanted },
      seen(anna, 2),
    )
    await expect(failing).rejects.toMatchObject({ code: 'unprocessable' })
    expect(await told()).toEqual([])
  })

  it('that is corrected is told again as such', async () => {
    const [alertId] = await addAlerts([{}])
    await takeAlert(alertId!, seen(anna, 1))
    await giveOutcome({ alertId: alertId!, ...intended }, seen(anna, 2))
    await correctOutcome(
      { alertId: alertId!, outcome: 'mistake', reason: 'misheard', remedies: {} },
      seen(anna, 3, monday + minute),
    )
    expect((await told())[1]).toMatchObject({
      type: 'alert.confirmed',
      payload: { outcome: 'mistake', corrected: true },
    })
  })
})

describe('time', () => {
  it('that runs out for a question is told once as alert.overdue, by however many processes', async () => {
    const [alertId] = await addAlerts([{ dueAt: monday }])
    await Promise.all(Array.from({ length: 5 }, () => runAlertTimers(monday + minute)))
    expect(await told()).toMatchObject([
      { type: 'alert.overdue', payload: { alertId, dueAt: new Date(monday).toISOString() } },
    ])
  })
})

describe('a case', () => {
  const open = async () =>
    (
      await openCaseByPerson(
        {
          ...{ requestKey: randomUUID(), customerRef: 'anna', kind: 'card', desk: 'branch' },
          ...{ channel: 'branch', summary: 'Card swallowed', segment: null, language: 'pl', alertId: null },
        },
        { signedIn: anna, now: monday, requestId: 'r' },
      )
    ).id
  const offer = (caseId: string) =>
    offerHandoff(
      {
        ...{ caseId, mode: 'warm', toDesk: 'cards', toPerson: null, plannedReturn: false },
        brief: { wish: 'A new card, says Maria' },
      },
      seen(anna, 1, monday + minute),
    )
  const handoffOf = async (caseId: string) =>
    (await getCase(caseId, { signedIn: anna, now: monday })).handoffs[0]!.id

  it('that is handed over is told as offered and accepted, without the brief', async () => {
    const caseId = await open()
    await offer(caseId)
    const handoffId = await handoffOf(caseId)
    await acceptHandoff({ caseId, handoffId }, seen(igor, 2, monday + 2 * minute))
    const messages = await told()
    expect(messages).toMatchObject([
      {
        type: 'handoff.offered',
        payload: { caseId, handoffId, mode: 'warm', fromDesk: 'branch', toDesk: 'cards' },
      },
      { type: 'handoff.accepted', payload: { caseId, handoffId } },
    ])
    expect(JSON.stringify(messages)).not.toMatch(/Maria|Igor|swallowed/)
  })

  it('whose offer nobody accepts is told as expired, once', async () => {
    const caseId = await open()
    await offer(caseId)
    await Promise.all(Array.from({ length: 4 }, () => runCaseTimers(monday + 30 * minute)))
    expect((await told()).filter(({ type }) => type === 'handoff.expired')).toMatchObject([
      { payload: { caseId, inHours: true } },
    ])
  })

  it('whose promise is broken is told once', async () => {
    const caseId = await open()
    const promise = { promiseId: randomUUID(), dueAt: monday + 10 * minute, text: 'We call Maria' }
    await recordOnCase(caseId, 'promise.made', promise, seen(anna, 1))
    await Promise.all(Array.from({ length: 4 }, () => runCaseTimers(monday + 11 * minute)))
    const messages = (await told()).filter(({ type }) => type === 'promise.broken')
    expect(messages).toMatchObject([
      { payload: { caseId, dueAt: new Date(monday + 10 * minute).toISOString() } },
    ])
    expect(JSON.stringify(messages)).not.toContain('Maria')
  })

  it('that is resolved is told with its cycle, without what was done', async () => {
    const caseId = await open()
    const done = { done: 'New card', customerHadToAct: false }
    await recordOnCase(caseId, 'case.resolved', done, seen(anna, 1, monday + minute))
    const [message] = await told()
    expect(message).toMatchObject({ type: 'case.resolved', payload: { caseId, cycle: 1 } })
    expect(JSON.stringify(message)).not.toContain('New card')
  })
})
