import { type Rule, type RuleSet } from '../../../domain/screening/rule.ts'
import { type Signal } from '../../../domain/screening/signal.ts'
import { type SignalLevel } from '../../../domain/screening/signal-key.ts'
import { slotsOfLevel } from '../../../domain/screening/signal-slots.ts'
import { signals } from '../../../domain/screening/signals.ts'
import { channels } from '../../../domain/screening/transaction.ts'
import { defaultRuleSet } from '../../../domain/screening/default-rule-set.ts'
import { type SeededRandom } from '../../../domain/statistics/seeded-random.ts'
import { stepsOf } from '../../../domain/what-if/scale-steps.ts'
import { answers } from '../../../domain/what-if/tail-chunk.ts'
import { type TailRow } from '../../../domain/what-if/tail-row.ts'

/** The day before a new span begins. */
export const firstDay = 15_007
const dayMs = 86_400_000
const currencies = ['PLN', 'EUR', 'GBP', 'JPY']
const segments = [null, 'private', 'vip']

function pick<Value>(random: SeededRandom, values: readonly Value[]): Value {
  return values[random.int(0, values.length - 1)]!
}

/** A value anywhere near the scale, often exactly on a bound, often unknown. */
function anyValue(random: SeededRandom, key: keyof typeof signals): number | null {
  if (random.chance(0.5)) return null
  const { scale } = signals[key]
  const { bounds } = stepsOf(key)
  if (random.chance(0.4)) return pick(random, [...bounds])
  const position = random.uniform()
  return scale.kind === 'linear'
    ? scale.min + position * (scale.max - scale.min)
    : scale.min * (scale.max / scale.min) ** position
}

function readings(random: SeededRandom, level: SignalLevel) {
  const keys = slotsOfLevel(level)
  const values = keys.map((key) => anyValue(random, key))
  const histories = keys.map((key, i) =>
    (signals[key] as Signal).minimumHistory === 0 || values[i] === null ? null : random.int(1, 64),
  )
  return { values, histories }
}

/** A purchase of a day; its number makes it unlike every other. `onePlace`: all of one segment, channel and currency. */
export function randomRow(random: SeededRandom, number: number, day: number, onePlace: boolean): TailRow {
  const answer = random.chance(0.6) ? 'neverAsked' : pick(random, answers)
  const customer = random.int(0, 9)
  return {
    transactionId: `t${number}`,
    customerRef: customer === 0 ? `~t${number}` : `c${customer}`,
    customerKnown: customer !== 0,
    occurredAt: day * dayMs + random.int(0, dayMs - 1),
    segment: onePlace ? null : pick(random, segments),
    channel: onePlace ? 'online' : pick(random, channels),
    currency: onePlace ? 'GBP' : pick(random, currencies),
    amountMinor: random.int(1, random.chance(0.1) ? 2 ** 40 : 100_000),
    answer,
    sampled: answer !== 'neverAsked' && random.chance(0.2),
    harmMinor: answer === 'mistake' || answer === 'fraud' ? random.int(0, 5_000) : 0,
    ...readings(random, 'transaction'),
    lines: Array.from({ length: random.int(0, 3) }, (_, i) => ({
      lineNo: i + 1,
      amountMinor: random.int(1, 50_000),
      takenBackMinor: random.chance(0.2) ? random.int(1, 50_000) : 0,
      ...readings(random, 'line'),
    })),
  }
}

/** The default rules with thresholds, places, minimums and switches moved: on bounds of the scales and between them. */
export function randomRuleSet(random: SeededRandom): RuleSet {
  const set = defaultRuleSet(0)
  const rules = set.rules.map((rule): Rule => {
    if (random.chance(0.3)) return rule
    const overrides = Array.from({ length: random.int(0, 2) }, (_, i) => ({
      currency: currencies[i]!,
      ...(random.chance(0.5) ? { segment: pick(random, ['private', 'vip']) } : {}),
      ...(random.chance(0.5) ? { channel: pick(random, channels) } : {}),
      value: threshold(random, rule),
    }))
    return {
      ...rule,
      enabled: random.chance(0.9),
      thresholds: { default: threshold(random, rule), overrides },
      ...(random.chance(0.3) ? { minimumAmountMinor: { PLN: random.int(0, 60_000), EUR: 100 } } : {}),
      ...(random.chance(0.3) ? { minimumHistory: random.int(20, 64) } : {}),
    }
  })
  return { ...set, rules }
}

function threshold(random: SeededRandom, rule: Rule): number | null {
  if (random.chance(0.1)) return null
  const { bounds, floorStep } = stepsOf(rule.signal)
  const bound = bounds[random.int(floorStep, bounds.length - 2)]!
  const next = bounds[bounds.indexOf(bound) + 1]!
  return random.chance(0.7) ? bound : bound + (next - bound) * random.uniform()
}
