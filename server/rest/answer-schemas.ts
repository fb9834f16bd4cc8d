import { z } from 'zod'
import { alertOutcomes, alertStatuses } from '../../domain/alerts/alert-state.ts'
import { turns } from '../../domain/cases/case-state.ts'
import { severities } from '../../domain/screening/rule.ts'
import { signalKeys } from '../../domain/screening/signal-key.ts'
import { channels } from '../../domain/screening/transaction.ts'

const localized = z.object({ en: z.string(), pl: z.string(), ru: z.string() }).meta({ id: 'Localized' })
const money = z.object({ amount: z.string(), currency: z.string() }).meta({ id: 'MoneyAnswer' })
const signals = z.partialRecord(z.enum(signalKeys), z.number().nullable()).meta({
  id: 'Signals',
  description: 'Each in its own unit; null: not known',
})

/** What answers look like: for the document and, in tests, against the real ones. */
export const decisionAnswer = z
  .object({
    transactionId: z.string(),
    status: z.enum(['new', 'duplicate', 'superseding']),
    decision: z.enum(['proceed', 'ask']),
    alert: z
      .object({
        id: z.uuid(),
        reference: z.string().meta({ example: 'K7M2-Q9XA' }),
        question: localized,
        hits: z.array(
          z.object({
            rule: z.string(),
            signal: z.enum(signalKeys),
            line: z.int().nullable(),
            value: z.number(),
            threshold: z.number(),
            severity: z.enum(severities),
            explanation: localized,
          }),
        ),
      })
      .nullable(),
    signals: z.object({
      transaction: signals,
      lines: z
        .array(z.looseObject({ line: z.int() }))
        .describe('The signals of each line, beside its number'),
    }),
    ruleSetVersion: z.int(),
  })
  .meta({ id: 'Decision' })

export const testAnswer = decisionAnswer
  .extend({
    rules: z.array(
      z.object({
        rule: z.string(),
        signal: z.enum(signalKeys),
        level: z.enum(['transaction', 'line']),
        lineNo: z.int().nullable(),
        severity: z.enum(severities),
        enabled: z.boolean(),
        value: z.number().nullable(),
        reason: z.object({ code: z.string(), have: z.int().optional(), need: z.int().optional() }).nullable(),
        missing: localized.nullable().describe('Why there is no value, in words'),
        threshold: z.number().nullable(),
        fired: z.boolean(),
        belowMinimumAmount: z.boolean(),
        distanceToFiring: z.number().nullable().describe('0 or below: the threshold is reached'),
      }),
    ),
  })
  .meta({ id: 'TestedTransaction' })

/** A link on which the customer answers. */
export const linkAnswer = z.object({ url: z.url(), expiresAt: z.iso.datetime() }).meta({ id: 'CustomerLink' })

export const alertAnswer = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    transactionId: z.string(),
    customerRef: z.string().nullable(),
    raisedAt: z.iso.datetime(),
    status: z.enum(alertStatuses),
    outcome: z.enum(alertOutcomes).nullable(),
    confirmation: z
      .object({
        at: z.iso.datetime(),
        channel: z.string().nullable(),
        by: z.string().nullable(),
        note: z.string().nullable(),
      })
      .nullable(),
    severity: z.enum(severities),
    channel: z.enum(channels),
    segment: z.string().nullable(),
    money,
    question: localized,
    ruleSetVersion: z.int(),
    version: z.int(),
    hits: z.array(
      z.object({
        transactionId: z.string(),
        rule: z.string(),
        signal: z.enum(signalKeys),
        line: z.int().nullable(),
        value: z.number(),
        threshold: z.number(),
        severity: z.enum(severities),
      }),
    ),
  })
  .meta({ id: 'Alert' })

export const alertPageAnswer = z
  .object({ items: z.array(alertAnswer), nextCursor: z.string().nullable() })
  .meta({ id: 'AlertPage' })

const instantOrNull = z.iso.datetime().nullable()

export const caseAnswer = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    externalId: z.string().nullable(),
    customerRef: z.string(),
    kind: z.string(),
    emergency: z.boolean(),
    status: z.enum(['open', 'resolved', 'merged']),
    channel: z.string(),
    summary: z.string(),
    priority: z.string().nullable(),
    category: z.string().nullable(),
    desk: z.string().describe('Who is responsible now: the sender until a handoff is accepted'),
    owner: z.string().nullable(),
    turn: z.enum(turns).describe('Who owes the next action'),
    turnReason: z.string().nullable(),
    turnSince: z.iso.datetime(),
    nextDueAt: instantOrNull,
    openedAt: z.iso.datetime(),
    firstAnswerAt: instantOrNull,
    containedAt: instantOrNull,
    firstResolvedAt: instantOrNull,
    lastResolvedAt: instantOrNull,
    reopens: z.int(),
    mergedInto: z.uuid().nullable(),
    version: z.int(),
    handoffs: z.array(
      z.object({
        id: z.uuid(),
        mode: z.string(),
        fromDesk: z.string(),
        toDesk: z.string(),
        state: z.string(),
        offeredAt: z.iso.datetime(),
        acceptBy: z.iso.datetime(),
        acceptedAt: instantOrNull,
        releasedAt: instantOrNull,
        servedAt: instantOrNull.describe('First two-way contact of customer and receiver'),
        endedAt: instantOrNull,
        declineReason: z.string().nullable(),
        askedAgain: z.boolean(),
      }),
    ),
    promises: z.array(
      z.object({
        id: z.string(),
        madeAt: z.iso.datetime(),
        dueAt: z.iso.datetime(),
        text: z.string(),
        state: z.enum(['open', 'kept', 'renegotiated', 'broken']),
        endedAt: instantOrNull,
      }),
    ),
    memos: z.array(
      z.object({
        id: z.uuid(),
        to: z.string(),
        sentAt: z.iso.datetime(),
        dueAt: z.iso.datetime(),
        state: z.string(),
        reason: z.string().nullable(),
        decidedAt: instantOrNull,
      }),
    ),
  })
  .meta({ id: 'Case' })

const shareOf = z.object({ numerator: z.number(), n: z.number() })

const quantile = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  longest: z.number().nullable(),
})

const figure = z
  .object({
    value: z.number().nullable(),
    n: z.number(),
    numerator: z.number().optional(),
    low: z.number().optional(),
    high: z.number().optional(),
    currency: z.string().optional(),
    reviewed: shareOf.optional().describe('How many of all alerts were judged'),
    band: z
      .object({ low: z.number(), high: z.number() })
      .optional()
      .describe('The share if no unreachable customer, or every one, had been worth asking'),
    waiting: z
      .object({
        p90: quantile,
        longest: z.number().nullable(),
        ended: z.int(),
        open: z.int(),
        oldestOpen: z.number().nullable(),
        stillOpen: z
          .int()
          .optional()
          .describe('Of handoffs and cases: the open ones that time can still end'),
        inTarget: shareOf.optional(),
      })
      .optional()
      .describe('Beside a median, which is the value: seconds'),
    p90: quantile.optional().describe('Of an index'),
  })
  .meta({
    id: 'Figure',
    description: 'Durations are in seconds. low and high: a 95 % interval of a share or of a median',
  })

const points = z.array(
  figure.extend({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    key: z.string(),
    unfinished: z.boolean(),
    partial: z.boolean(),
  }),
)
const measured = z.object({ from: z.iso.datetime(), to: z.iso.datetime(), total: figure, points })

export const metricAnswer = measured
  .extend({
    definition: z.looseObject({ key: z.string() }),
    asOf: z.iso.datetime(),
    zone: z.string(),
    bucket: z.string(),
    comparison: measured.extend({ difference: z.looseObject({}) }).optional(),
    series: z
      .array(
        z.object({
          by: z.record(z.string(), z.string()),
          total: figure,
          points,
          acceptance: figure.optional().describe('Of a cell of the transfer matrix, as gap and bounced'),
          gap: figure.optional(),
          bounced: figure.optional(),
        }),
      )
      .optional()
      .describe(
        'With `by`, and of metrics that are split anyway: outcomes, money by currency, handoffs per case and the transfer matrix',
      ),
  })
  .meta({ id: 'Metric' })

export const problemAnswer = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
  })
  .meta({ id: 'Problem' })
