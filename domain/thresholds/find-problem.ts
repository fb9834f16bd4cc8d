import { type RuleSet, ruleSetSchema } from '../screening/rule.ts'
import type { Signal } from '../screening/signal.ts'
import { signals } from '../screening/signals.ts'
import { listBelowFloor } from '../what-if/rule-plan.ts'
import { checkRuleOrder } from './check-rule-order.ts'

/** What can stand in the way of saving a rule set; the interface has words for each. */
type ProblemWord =
  | 'emptyText'
  | 'placeholders'
  | 'range'
  | 'belowFloor'
  | 'history'
  | 'cap'
  | 'minimumAmount'
  | 'category'
  | 'country'
  | 'weight'
  | 'outOfOrder'
  | 'other'

export interface RuleSetProblem {
  readonly word: ProblemWord
  /** The place of the rule that it is about; null: it is about the merchants' criteria. */
  readonly rule: number | null
  /** Ends of the range, in the signal's unit. */
  readonly values: Readonly<Record<string, number>>
}

/** The first thing that keeps a rule set from being tested and sent; null: nothing does. */
export function findProblem(ruleSet: RuleSet): RuleSetProblem | null {
  const parsed = ruleSetSchema.safeParse(ruleSet)
  if (!parsed.success) return ofPath(ruleSet, parsed.error.issues[0]?.path ?? [])
  const below = ruleSet.rules.findIndex((rule) => listBelowFloor([rule]).length > 0)
  if (below >= 0) {
    const { floor }: Signal['scale'] = signals[ruleSet.rules[below]!.signal].scale
    return { word: 'belowFloor', rule: below, values: { floor } }
  }
  const [order] = checkRuleOrder(ruleSet)
  return order === undefined
    ? null
    : { word: 'outOfOrder', rule: Number(order.path.split('.')[1]), values: {} }
}

function ofPath({ rules }: RuleSet, path: readonly PropertyKey[]): RuleSetProblem {
  const [area, place, field, ...rest] = path
  if (area !== 'rules' || typeof place !== 'number') {
    const word: ProblemWord =
      place === 'unmetByMcc' ? 'category' : place === 'unmetByCountry' ? 'country' : criterionWord(rest)
    return { word, rule: null, values: {} }
  }
  const rule = rules[place]
  const about = (word: ProblemWord, values: RuleSetProblem['values'] = {}) => ({ word, rule: place, values })
  if (rule === undefined) return about('other')
  const signal: Signal = signals[rule.signal]
  switch (field) {
    case 'name':
      return about('emptyText')
    case 'questions':
      return about(Object.values(rule.questions ?? {}).some(isEmpty) ? 'emptyText' : 'placeholders')
    case 'thresholds':
      return about('range', { min: signal.scale.min, max: signal.scale.max })
    case 'minimumHistory':
      return about('history', { min: signal.minimumHistory, max: 64 })
    case 'capPerHour':
      return about('cap')
    case 'minimumAmountMinor':
      return about('minimumAmount')
    default:
      return about('other')
  }
}

/** Of a criterion's own fields, `[place, field, language]`. */
function criterionWord(rest: readonly PropertyKey[]): ProblemWord {
  return rest.includes('weight') ? 'weight' : rest.includes('name') ? 'emptyText' : 'other'
}

function isEmpty(text: string): boolean {
  return text.trim() === ''
}
