import { expect, it } from 'vitest'
import { noMerchantCriteria } from '../../../domain/screening/merchant-criteria.ts'
import { type Rule, type RuleSet } from '../../../domain/screening/rule.ts'
import { signals } from '../../../domain/screening/signals.ts'
import { findProblem } from '../../../domain/thresholds/find-problem.ts'
import { withoutCriterion } from '../../../domain/thresholds/without-criterion.ts'

const fine: Rule = {
  ...{ key: 'far-above', name: { en: 'Far', pl: 'Daleko', ru: 'Далеко' } },
  ...{ signal: 'amountRatio', level: 'transaction', enabled: true, severity: 'medium' },
  thresholds: { default: 10, overrides: [] },
}

const setOf = (rule: Partial<Rule>, criteria: RuleSet['merchantCriteria'] = undefined): RuleSet => ({
  ...{ version: 1, createdAt: 0, rules: [{ ...fine, ...rule }], merchantCriteria: criteria },
})

it('a rule set that can be tested and sent has no problem', () => {
  expect(findProblem(setOf({}))).toBeNull()
})

it.each<[string, Partial<Rule>, string]>([
  ['a threshold that is no number', { thresholds: { default: Number.NaN, overrides: [] } }, 'range'],
  ['a threshold off the scale', { thresholds: { default: 1e12, overrides: [] } }, 'range'],
  [
    'a threshold below what history keeps',
    { thresholds: { default: signals.amountRatio.scale.min, overrides: [] } },
    'belowFloor',
  ],
  ['an empty name', { name: { en: 'Far', pl: ' ', ru: 'Далеко' } }, 'emptyText'],
  ['an empty question', { questions: { en: 'Right?', pl: '', ru: 'Верно?' } }, 'emptyText'],
  ['a placeholder nobody fills', { questions: { en: '{salary}?', pl: 'Tak?', ru: 'Да?' } }, 'placeholders'],
  ['a history longer than memory', { minimumHistory: 65 }, 'history'],
  ['half a question an hour', { capPerHour: 0.5 }, 'cap'],
  ['a minimum below nothing', { minimumAmountMinor: { PLN: -1 } }, 'minimumAmount'],
])('%s is named at its rule', (_, rule, word) => {
  expect(findProblem(setOf(rule))).toMatchObject({ word, rule: 0 })
})

it('a graver rule that begins before a milder one is named at the graver one', () => {
  const graver: Rule = { ...fine, key: 'graver', severity: 'high', thresholds: { default: 5, overrides: [] } }
  expect(findProblem({ ...setOf({}), rules: [fine, graver] })).toEqual({
    ...{ word: 'outOfOrder', rule: 1, values: {} },
  })
})

it.each<[string, RuleSet['merchantCriteria'], string]>([
  ['a category of three digits', { ...noMerchantCriteria, unmetByMcc: { '123': [] } }, 'category'],
  ['a country in small letters', { ...noMerchantCriteria, unmetByCountry: { pl: [] } }, 'country'],
  [
    'a criterion without weight',
    { ...noMerchantCriteria, criteria: [{ key: 'sca', weight: 0, name: { en: 'a', pl: 'b', ru: 'c' } }] },
    'weight',
  ],
])('%s is named, at no rule', (_, criteria, word) => {
  expect(findProblem(setOf({}, criteria))).toMatchObject({ word, rule: null })
})

it('a criterion that is removed leaves no list that names it, and every entry stays listed', () => {
  const name = { en: 'a', pl: 'b', ru: 'c' }
  const criteria = {
    criteria: [
      { key: 'sca', weight: 3, name },
      { key: 'refunds', weight: 2, name },
    ],
    ...{ unmetByMerchant: { shop: ['sca'] }, unmetByMcc: { '7995': ['refunds', 'sca'] } },
    unmetByCountry: {},
  }
  const left = withoutCriterion(criteria, 'sca')
  expect(findProblem(setOf({}, left))).toBeNull()
  expect(left).toMatchObject({ unmetByMerchant: { shop: [] }, unmetByMcc: { '7995': ['refunds'] } })
})
