import { z } from 'zod'
import type { Localized } from '../language/language.ts'
import { merchantCriteriaSchema } from './merchant-criteria.ts'
import { minorDigits } from './minor-digits.ts'
import { questionPlaceholders } from './question-placeholders.ts'
import type { Signal } from './signal.ts'
import { signalKeys, signalLevels } from './signal-key.ts'
import { signals } from './signals.ts'
import { channels } from './transaction.ts'

export const severities = ['low', 'medium', 'high'] as const
export type Severity = (typeof severities)[number]

const text = z.string().trim().min(1, 'Write a text in this language; an empty one cannot be shown.').max(500)

const localized = z.object({ en: text, pl: text, ru: text }) satisfies z.ZodType<Localized>

const question = text.refine(
  (value) =>
    [...value.matchAll(/\{([^}]*)\}/g)].every(([, name]) => questionPlaceholders.includes(name as never)),
  `Only these may stand in braces: ${questionPlaceholders.map((name) => `{${name}}`).join(', ')}.`,
)

const currency = z
  .string()
  .refine((code) => minorDigits(code) !== null, 'The currency must be a code of ISO 4217, such as "PLN".')

const value = z.number('The threshold must be a number.').nullable()

const thresholdOverride = z
  .object({
    segment: z.string().trim().min(1, 'Name the segment or leave it out.').max(64).optional(),
    currency: currency.optional(),
    channel: z.enum(channels).optional(),
    value,
  })
  .refine((one) => one.segment !== undefined || one.currency !== undefined || one.channel !== undefined, {
    error: 'An override names a segment, a currency or a channel; otherwise set the default.',
  })

const thresholds = z.object({
  default: value,
  overrides: z
    .array(thresholdOverride)
    .max(200)
    .refine((all) => new Set(all.map(placeOf)).size === all.length, {
      error: 'Two overrides name the same segment, currency and channel; keep one of them.',
    }),
})

function placeOf(one: { segment?: string; currency?: string; channel?: string }): string {
  return JSON.stringify([one.segment ?? null, one.currency ?? null, one.channel ?? null])
}

/** One threshold over one signal. The schema is the definition: forms, imports and stored rule sets all pass it. */
export const ruleSchema = z
  .object({
    /** Stable, kebab-case: alerts and metrics name it. */
    key: z
      .string()
      .regex(
        /^[a-z][a-z0-9-]{1,63}$/,
        'A key has small letters, digits and hyphens, and begins with a letter.',
      ),
    name: localized,
    signal: z.enum(signalKeys),
    level: z.enum(signalLevels),
    enabled: z.boolean(),
    severity: z.enum(severities),
    /** `null` means: does not fire there. Of several overrides that fit the one that says most counts: currency before segment before channel. */
    thresholds,
    /** By currency, minor units of the transaction or line: below it the rule does not fire. A currency that is not named has no minimum. */
    minimumAmountMinor: z
      .record(currency, z.int('The minimum amount is a whole number of minor units.').nonnegative())
      .optional(),
    /** How many earlier purchases the rule wants to see; at least the signal's own minimum. */
    minimumHistory: z.int().max(64, 'More than 64 purchases are not remembered.').optional(),
    /** Alerts of this rule in an hour above which it only watches; without it the organisation's cap for all rules. */
    capPerHour: z
      .int('A cap is a whole number.')
      .min(1, 'A cap is at least 1.')
      .max(1_000_000, 'A cap is at most a million.')
      .optional(),
    /** Instead of the signal's own question. */
    questions: z.object({ en: question, pl: question, ru: question }).optional(),
  })
  .superRefine((rule, check) => {
    const signal: Signal = signals[rule.signal]
    if (!signal.levels.includes(rule.level)) {
      check.addIssue({
        code: 'custom',
        path: ['level'],
        message: `${rule.signal} has no value for a ${rule.level}.`,
      })
    }
    const { min, max } = signal.scale
    const checkRange = (threshold: number | null, path: (string | number)[]) => {
      if (threshold === null || (threshold >= min && threshold <= max)) return
      check.addIssue({
        code: 'custom',
        path,
        message: `A threshold of ${rule.signal} lies between ${min} and ${max}.`,
      })
    }
    checkRange(rule.thresholds.default, ['thresholds', 'default'])
    rule.thresholds.overrides.forEach((one, i) =>
      checkRange(one.value, ['thresholds', 'overrides', i, 'value']),
    )
    if (rule.minimumHistory !== undefined && rule.minimumHistory < signal.minimumHistory) {
      const message = `${rule.signal} has no value below ${signal.minimumHistory} purchases; ask for at least so many.`
      check.addIssue({ code: 'custom', path: ['minimumHistory'], message })
    }
  })

export type Rule = Readonly<z.infer<typeof ruleSchema>>
export type Thresholds = Rule['thresholds']
export type ThresholdOverride = Thresholds['overrides'][number]

/** A complete, numbered set of rules; what is approved, activated and named by every decision. */
export const ruleSetSchema = z.object({
  version: z.int().nonnegative(),
  rules: z
    .array(ruleSchema)
    .max(100)
    .refine((rules) => new Set(rules.map((rule) => rule.key)).size === rules.length, {
      error: 'Two rules have the same key; give each its own.',
    }),
  merchantCriteria: merchantCriteriaSchema.optional(),
  /** Epoch milliseconds. */
  createdAt: z.int(),
})

export type RuleSet = Readonly<z.infer<typeof ruleSetSchema>>
