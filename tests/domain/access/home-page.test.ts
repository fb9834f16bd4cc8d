import { expect, test } from 'vitest'
import { chooseLandingPage, homePages } from '../../../domain/access/home-page.ts'

test.each(['/audit', '/review/alerts?from=2026-01-01&by=rule', '/alerts/A-1#hits'])(
  '%s is followed',
  (asked) => {
    expect(chooseLandingPage(asked, 'staff')).toBe(asked)
  },
)

test.each([
  null,
  '',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '\\\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/ /evil.example',
  '/sign-in?callbackUrl=/audit',
  '/api/auth/signout',
])('%j leads to the first page of the role', (asked) => {
  expect(chooseLandingPage(asked, 'auditor')).toBe(homePages.auditor)
})
