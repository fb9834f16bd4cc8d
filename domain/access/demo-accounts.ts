import type { Language } from '../language/language.ts'
import type { Role } from './roles.ts'

interface DemoAccount {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly language: Language
}

/** Everybody may know it: the accounts exist in demo mode only, which listens on loopback only. */
export const demoPassword = 'worth-asking-demo'

/**
 * One person for each role, a second rule administrator because nobody approves their own thresholds, and three managers because
 * nobody judges proposals of their own or of their desks, and an appeal is decided by another one.
 */
export const demoAccounts: readonly DemoAccount[] = [
  { email: 'staff@demo.example', name: 'Zofia Lis', role: 'staff', language: 'en' },
  { email: 'manager@demo.example', name: 'Marek Zieliński', role: 'manager', language: 'en' },
  { email: 'manager2@demo.example', name: 'Anna Sikora', role: 'manager', language: 'en' },
  { email: 'manager3@demo.example', name: 'Joanna Czarnecka', role: 'manager', language: 'en' },
  { email: 'rules@demo.example', name: 'Irina Volkova', role: 'ruleAdmin', language: 'en' },
  { email: 'rules2@demo.example', name: 'Tomasz Wilk', role: 'ruleAdmin', language: 'en' },
  { email: 'auditor@demo.example', name: 'Adam Nowak', role: 'auditor', language: 'en' },
  { email: 'admin@demo.example', name: 'Ewa Dąbrowska', role: 'admin', language: 'en' },
]
