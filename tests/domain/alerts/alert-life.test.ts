import { describe, expect, it } from 'vitest'
import { ageAlert } from '../../../domain/alerts/age-alert.ts'
import { type AlertState, type AlertStatus, alertStatuses } from '../../../domain/alerts/alert-state.ts'
import { answerAlert, correctAlert } from '../../../domain/alerts/answer-alert.ts'
import { defaultAskingPolicy } from '../../../domain/alerts/asking-policy.ts'
import { attemptContact } from '../../../domain/alerts/attempt-contact.ts'
import { claimAlert, releaseAlert } from '../../../domain/alerts/claim-alert.ts'
import { AppError } from '../../../domain/errors/app-error.ts'

const noon = Date.UTC(2026, 5, 8, 12)
const minute = 60_000
const hour = 60 * minute
const policy = defaultAskingPolicy

const open: AlertState = {
  status: 'open',
  outcome: null,
  outcomeSource: null,
  outcomeAt: null,
  changed: false,
  claimedBy: null,
  claimedAt: null,
  attempts: 0,
  firstAttemptAt: null,
  lastAttemptAt: null,
  reachedAt: null,
  retryAt: null,
  dueAt: noon + 30 * minute,
  overdueAt: null,
  raisedAt: noon,
  amountMinor: 50_000,
}
const claimed: AlertState = { ...open, status: 'claimed', claimedBy: 'anna', claimedAt: noon }
const answer = { outcome: 'intended', channel: 'phone', by: null, note: null, remedies: {} } as const
const anna = { source: 'person', personId: 'anna', at: noon + minute, policy } as const
const till = { source: 'system', personId: null, at: noon + minute, policy } as const

function refusalOf(move: () => unknown): AppError {
  try {
    move()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('The move was not refused')
}

describe('taking an alert', () => {
  it('is refused while a colleague has it, with the current state', () => {
    const refusal = refusalOf(() => claimAlert(claimed, { by: 'boris', at: noon, mayTakeOver: false }))
    expect(refusal).toMatchObject({
      code: 'conflict',
      details: { current: { status: 'claimed', claimedBy: 'anna' } },
    })
  })

  it('is possible for a manager, and the history says from whom', () => {
    const { state, event } = claimAlert(claimed, { by: 'maria', at: noon, mayTakeOver: true })
    expect(state.claimedBy).toBe('maria')
    expect(event.payload).toEqual({ by: 'maria', takenFrom: 'anna' })
  })

  it.each(alertStatuses.filter((status) => !['open', 'claimed', 'contacted'].includes(status)))(
    'is refused when the alert is %s',
    (status) => {
      const refusal = refusalOf(() =>
        claimAlert({ ...open, status }, { by: 'anna', at: noon, mayTakeOver: true }),
      )
      expect(refusal.code).toBe('conflict')
    },
  )

  it('of one that was contacted before goes on as contacted', () => {
    const reached = { ...open, reachedAt: noon }
    expect(claimAlert(reached, { by: 'anna', at: noon, mayTakeOver: false }).state.status).toBe('contacted')
  })
})

describe('an attempt', () => {
  const attempt = { channel: 'phone', result: 'noAnswer', note: null, retryAt: null } as const

  it('without an answer is counted and keeps the alert with the person', () => {
    const { state } = attemptContact(claimed, attempt, { by: 'anna', at: noon + minute })
    expect(state).toMatchObject({
      status: 'claimed',
      claimedBy: 'anna',
      attempts: 1,
      firstAttemptAt: noon + minute,
      reachedAt: null,
    })
  })

  it('to be repeated later gives the alert back until then', () => {
    const retryAt = noon + hour
    const { state } = attemptContact(claimed, { ...attempt, retryAt }, { by: 'anna', at: noon })
    expect(state).toMatchObject({ status: 'open', claimedBy: null, retryAt, attempts: 1 })
  })

  it('that reached the customer makes it contacted', () => {
    const { state } = attemptContact(claimed, { ...attempt, result: 'reached' }, { by: 'anna', at: noon })
    expect(state).toMatchObject({ status: 'contacted', reachedAt: noon })
  })

  it('by somebody who does not have the alert is refused', () => {
    expect(refusalOf(() => attemptContact(claimed, attempt, { by: 'boris', at: noon })).code).toBe('conflict')
    expect(refusalOf(() => attemptContact(open, attempt, { by: 'boris', at: noon })).code).toBe('conflict')
  })
})

describe('an outcome', () => {
  it('of a person needs the alert in their hand or in the queue', () => {
    expect(answerAlert(open, answer, anna).state.outcome).toBe('intended')
    expect(answerAlert(claimed, answer, anna).state.outcome).toBe('intended')
    const boris = { ...anna, personId: 'boris' }
    expect(refusalOf(() => answerAlert(claimed, answer, boris)).code).toBe('conflict')
  })

  it('of a machine counts wherever the alert lies, and is told apart', () => {
    const { state } = answerAlert(claimed, answer, till)
    expect(state).toMatchObject({ status: 'confirmed', outcomeSource: 'system', claimedBy: null })
  })

  it.each<[AlertStatus, boolean]>([
    ['open', true],
    ['claimed', true],
    ['contacted', true],
    ['unreachable', true],
    ['expired', true],
    ['confirmed', false],
    ['withdrawn', false],
  ])('of the customer on an alert that is %s is taken: %s', (status, taken) => {
    const state: AlertState = { ...open, status, outcome: status === 'confirmed' ? 'mistake' : null }
    const give = () => answerAlert(state, answer, { ...till, source: 'customer' })
    if (taken) expect(give().state.outcome).toBe('intended')
    else expect(refusalOf(give)).toMatchObject({ code: 'conflict', details: { current: { status } } })
  })

  it('after "unreachable" counts as changed', () => {
    const unreachable: AlertState = { ...open, status: 'unreachable', outcome: 'unreachable' }
    expect(answerAlert(unreachable, answer, anna).state).toMatchObject({ outcome: 'intended', changed: true })
  })

  it.each([
    [2, noon - 48 * hour, 'unprocessable'],
    [3, noon - 23 * hour, 'unprocessable'],
    [3, noon - 24 * hour, null],
  ])('unreachable after %i attempts since %i', (attempts, firstAttemptAt, refused) => {
    const tried = { ...claimed, attempts, firstAttemptAt }
    const give = () => answerAlert(tried, { ...answer, outcome: 'unreachable' }, { ...anna, at: noon })
    if (refused === null) expect(give().state.status).toBe('unreachable')
    else expect(refusalOf(give).code).toBe(refused)
  })

  it('has remedies only for a mistake or a fraud, and none that is absurd', () => {
    const remedies = { stopped: 50_000 }
    expect(refusalOf(() => answerAlert(open, { ...answer, remedies }, anna)).code).toBe('invalidInput')
    const mistake = { ...answer, outcome: 'mistake' } as const
    expect(answerAlert(open, { ...mistake, remedies }, anna).state.outcome).toBe('mistake')
    const absurd = { lost: 300_000, refunded: 200_001 }
    expect(refusalOf(() => answerAlert(open, { ...mistake, remedies: absurd }, anna)).code).toBe(
      'invalidInput',
    )
  })
})

describe('a correction', () => {
  const correction = { outcome: 'fraud', reason: 'the bank of the payee called', remedies: {} } as const
  const confirmed = answerAlert(open, answer, till).state

  it('counts the latest, keeps when the customer answered, and remembers what was there', () => {
    const { state, event } = correctAlert(confirmed, correction, { ...anna, at: noon + hour })
    expect(state).toMatchObject({
      outcome: 'fraud',
      outcomeSource: 'person',
      outcomeAt: noon + minute,
      changed: true,
    })
    expect(event.payload).toMatchObject({ previous: 'intended', previousSource: 'system' })
  })

  it('of the amounts alone is no changed outcome', () => {
    const mistake = answerAlert(open, { ...answer, outcome: 'mistake' }, anna).state
    const mended = { ...correction, outcome: 'mistake', remedies: { refunded: 40_000 } } as const
    expect(correctAlert(mistake, mended, anna).state.changed).toBe(false)
  })

  it('is refused where nothing is recorded, and without a reason', () => {
    expect(refusalOf(() => correctAlert(open, correction, anna)).code).toBe('conflict')
    const silent = { ...correction, reason: ' ' }
    expect(refusalOf(() => correctAlert(confirmed, silent, anna)).code).toBe('invalidInput')
  })
})

describe('time', () => {
  it('brings nothing before the target', () => {
    expect(ageAlert(open, policy, noon + 30 * minute - 1)).toBeNull()
  })

  it('makes an alert overdue once', () => {
    const first = ageAlert(open, policy, noon + 30 * minute)
    expect(first?.event.type).toBe('alert.overdue')
    expect(ageAlert(first!.state, policy, noon + 31 * minute)).toBeNull()
  })

  it('returns what somebody took and left, but nothing that is being talked about', () => {
    const later = noon + policy.claimMinutes * minute
    const overdue = { ...claimed, overdueAt: noon }
    expect(ageAlert(overdue, policy, later)?.event).toEqual({
      type: 'alert.released',
      payload: { reason: 'idle', retryAt: null },
    })
    expect(ageAlert({ ...overdue, status: 'contacted' }, policy, later)).toBeNull()
  })

  it('expires a question that is too old, whoever has it, and never an answer', () => {
    const later = noon + policy.expireHours * hour
    expect(ageAlert(claimed, policy, later)?.state).toMatchObject({ status: 'expired', claimedBy: null })
    expect(ageAlert(answerAlert(open, answer, till).state, policy, later)).toBeNull()
  })

  it('is what a released alert may wait for', () => {
    const { state } = releaseAlert(claimed, { reason: 'given', retryAt: noon + hour })
    expect(state).toMatchObject({ status: 'open', claimedBy: null, retryAt: noon + hour })
  })
})
