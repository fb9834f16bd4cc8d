/** What people come for (docs/glossary.md). Other systems have scopes instead: domain/access/scopes.ts. */
export const roles = ['staff', 'manager', 'ruleAdmin', 'auditor', 'admin'] as const

export type Role = (typeof roles)[number]
