import type { Role } from './roles.ts'

/** Where each role begins its day. A page that moves is one word here. */
export const homePages = {
  staff: '/work',
  manager: '/now',
  ruleAdmin: '/thresholds',
  auditor: '/audit',
  admin: '/settings/people',
} as const satisfies Record<Role, string>

/**
 * Where to go after signing in: the page that was asked for if it is one of ours, else the role's first page. Only a path is
 * accepted: `//host`, `/\host` and anything with a scheme or a control character would lead to another site.
 */
export function chooseLandingPage(asked: string | null, role: Role): string {
  const isOurs = asked !== null && /^\/(?![/\\])[\u0021-\u005B\u005D-\uFFFF]*$/.test(asked)
  return isOurs && !asked.startsWith('/sign-in') && !asked.startsWith('/api/') ? asked : homePages[role]
}
