import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { caseRefusals } from '../../../domain/cases/case-refusal.ts'
import { languages } from '../../../domain/language/language.ts'

test.each(languages)('every reason for which a case refuses a move has its text in %s', (language) => {
  const file = new URL(`../../../messages/cases.${language}.json`, import.meta.url)
  const { refusals } = JSON.parse(readFileSync(file, 'utf8')) as { refusals: Record<string, string> }
  const reasons = Object.keys(caseRefusals)
  expect(reasons.length).toBeGreaterThan(30)
  expect(Object.keys(refusals)).toEqual(expect.arrayContaining(reasons))
})

test('in English the interface says what the server says', () => {
  const file = new URL('../../../messages/cases.en.json', import.meta.url)
  const { refusals } = JSON.parse(readFileSync(file, 'utf8')) as { refusals: Record<string, string> }
  expect(refusals).toMatchObject(caseRefusals)
})
