import { describe, expect, it } from 'vitest'
import { compileRuleSet } from '../../../domain/screening/compile-rule-set.ts'
import { defaultRuleSet } from '../../../domain/screening/default-rule-set.ts'
import { emptyProfile, remember, rememberQuestion } from '../../../domain/screening/profile.ts'
import { screen } from '../../../domain/screening/screen.ts'
import { plainContext, type ScreeningContext } from '../../../domain/screening/screening-context.ts'
import { alertSubject } from '../../../domain/screening/subject.ts'
import { basket, day, line, minute, now, payment, screenAfter } from './build.ts'

const payee = { ref: 'gas', name: null }
const ruleSet = compileRuleSet(defaultRuleSet(0))

function paidTwice(context: Partial<ScreeningContext>, asked: number[] = [], amountMinor = 10_000) {
  const profile = emptyProfile()
  remember(profile, payment({ id: 'first', payee, amountMinor, occurredAt: now - minute }))
  for (const at of asked) rememberQuestion(profile, at)
  const transaction = payment({ payee, amountMinor })
  return screen({
    transaction,
    profile,
    itemUsage: () => undefined,
    ruleSet,
    context: { ...plainContext, ...context },
    now,
  })
}

describe('a snooze', () => {
  const until = (end: number) => paidTwice({ snoozes: [{ rule: 'paid-twice', from: now, until: end }] })

  it('holds its rule back until it ends, and says so', () => {
    const { decision, hits, heldBack } = until(now + 1)
    expect({ decision, hits }).toEqual({ decision: 'proceed', hits: [] })
    expect(heldBack).toMatchObject([{ reason: 'snoozed', hit: { rule: 'paid-twice' } }])
  })

  it('has not begun before its beginning, whatever is replayed of the past', () => {
    const snoozes = [{ rule: 'paid-twice', from: now + 1, until: now + day }]
    expect(paidTwice({ snoozes }).decision).toBe('ask')
  })

  it('is over at its end', () => {
    expect(until(now)).toMatchObject({ decision: 'ask', heldBack: [] })
  })

  it('leaves other rules alone', () => {
    expect(paidTwice({ snoozes: [{ rule: 'large-payment', from: now, until: now + day }] }).decision).toBe(
      'ask',
    )
  })
})

describe('a question budget of 3 in 30 days', () => {
  const questionBudget = { questions: 3, days: 30 }

  it.each([
    ['two questions', [now - day, now - 2 * day], 'ask'],
    ['three questions', [now - day, now - 2 * day, now - 29 * day], 'proceed'],
    ['a third one 30 days ago', [now - day, now - 2 * day, now - 30 * day], 'ask'],
  ])('after %s', (_, asked, decision) => {
    expect(paidTwice({ questionBudget }, asked).decision).toBe(decision)
  })

  it('holds back what it does not ask, with the reason', () => {
    const { heldBack } = paidTwice({ questionBudget }, [now, now, now])
    expect(heldBack).toMatchObject([{ reason: 'questionBudget', hit: { rule: 'paid-twice' } }])
  })

  it('may be exceeded by a rule of high severity, and the others come along', () => {
    const { decision, hits } = paidTwice({ questionBudget }, [now, now, now], 10_000_000)
    expect(decision).toBe('ask')
    expect(hits.map((hit) => hit.rule)).toEqual(['large-payment', 'paid-twice'])
  })
})

describe('the subject of an alert', () => {
  const large = payment({ amountMinor: 10_000_000 })

  it('is the customer with the payee', () => {
    const transaction = { ...large, payee }
    expect(alertSubject(transaction, screenAfter(transaction).hits)).toBe('customer c-1 / payee gas')
  })

  it('is the customer with the item when that is what is asked about', () => {
    const transaction = basket({}, line({ sku: 'jar', amountMinor: 3_000_000 }))
    expect(alertSubject(transaction, screenAfter(transaction).hits)).toBe('customer c-1 / item jar')
  })

  it('is never shared by two transactions without a customer', () => {
    const subject = (id: string) => alertSubject({ ...large, id, customerRef: null }, [])
    expect(subject('a')).not.toBe(subject('b'))
  })
})
