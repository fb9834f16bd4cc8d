/** What a key of another system may do; a key has one or more. */
export const scopes = [
  'transactions:write',
  'alerts:write',
  'alerts:read',
  'cases:write',
  'cases:read',
  'metrics:read',
] as const

export type Scope = (typeof scopes)[number]
