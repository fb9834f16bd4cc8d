import { expect, it } from 'vitest'
import { previewQuestion } from '../../../app/thresholds/preview-question.ts'
import { defaultRuleSet } from '../../../domain/screening/default-rule-set.ts'

const [rule] = defaultRuleSet(0).rules

it.each([
  ['a name that is filled in', '{to}: is that right?', 'Nova: is that right?'],
  [
    'a name that nothing fills in stays as it was written',
    '{payee}: is that right?',
    '{payee}: is that right?',
  ],
])('the preview of a question shows %s', (_, en, shown) => {
  expect(previewQuestion({ ...rule!, questions: { en, pl: en, ru: en } }, 'en')).toBe(shown)
})
