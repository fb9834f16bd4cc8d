import { expect, test } from 'vitest'
import { findPasswordProblem } from '../../../domain/access/password-policy.ts'

const person = { email: 'ewa.dabrowska@bank.example', name: 'Ewa Dąbrowska' }

test.each([
  ['quiet herons cross at noon', null],
  ['Trzy-żółte_łódki', null],
  ['xK9#vQ2!mZ7w', null],
  ['short words', 'tooShort'],
  ['żółwżółwżół', 'tooShort'],
  ['a'.repeat(257), 'tooLong'],
  ['password1234', 'common'],
  ['P@ssw0rd2026!', 'common'],
  ['QWERTYUIOP[]', 'common'],
  ['пароль123456', 'common'],
  ['correct horse battery staple', 'common'],
  ['123456789012', 'common'],
  ['abcabcabcabc', 'common'],
  ['aaaaaaaaaaaa', 'common'],
  ['abcdefghijklm', 'common'],
  ['Dąbrowska2026', 'personal'],
  ['ewa.dabrowska1', 'personal'],
])('%s: %s', (password, problem) => {
  expect(findPasswordProblem(password, person)).toBe(problem)
})
