import type { Role } from './roles.ts'

interface Permission {
  /** Completes "may ...": shown on Settings > Roles and in the documentation. */
  readonly description: string
  readonly roles: readonly Role[]
}

const everybody = ['staff', 'manager', 'ruleAdmin', 'auditor', 'admin'] as const

/**
 * The one permission list. Server and interface ask it by the same word; which rows a person may reach is part of the
 * query, not of this list. A new action is one line.
 */
export const permissions = {
  'session.read': { description: 'see the own name, role and settings', roles: everybody },
  'preferences.write': { description: 'choose the own language, colours and shortcuts', roles: everybody },
  'reference.read': { description: 'read the definitions of metrics and signals', roles: everybody },
  'analytics.read': {
    description: 'read Review pages and their rows',
    roles: ['manager', 'ruleAdmin', 'auditor', 'admin'],
  },
  'analytics.export': {
    description: 'take rows and figures along as CSV',
    roles: ['manager', 'ruleAdmin', 'auditor'],
  },
  'wallboards.write': {
    description: 'let a big screen show how many customers wait',
    roles: ['manager', 'admin'],
  },
  'search.read': { description: 'search what the own role may open', roles: everybody },
  'alarms.write': {
    description: 'set alarms on figures, acknowledge and silence them',
    roles: ['manager', 'ruleAdmin', 'admin'],
  },
  'views.write': {
    description: 'keep views of Review pages, share them, and write notes on charts',
    roles: ['manager', 'ruleAdmin', 'admin'],
  },
  'alerts.read': { description: 'open an alert and its transaction', roles: everybody },
  'alerts.work': {
    description: 'take alerts, ask customers and record what they answered',
    roles: ['staff', 'manager'],
  },
  'snoozes.write': {
    description: 'silence a rule for one customer until a date',
    roles: ['staff', 'manager'],
  },
  'travel.write': { description: 'note where a customer will be', roles: ['staff', 'manager'] },
  'heldBack.read': {
    description: 'see which questions were held back, and why',
    roles: ['staff', 'manager', 'ruleAdmin', 'auditor', 'admin'],
  },
  'alertPolicy.read': {
    description: 'see how customers are asked: budget, attempts, targets, sample',
    roles: ['manager', 'ruleAdmin', 'auditor', 'admin'],
  },
  'alertPolicy.write': {
    description: 'change how customers are asked: budget, attempts, targets, sample',
    roles: ['admin'],
  },
  'thresholds.read': {
    description: 'read rules, thresholds and their versions',
    roles: ['manager', 'ruleAdmin', 'auditor'],
  },
  'thresholds.write': {
    description: 'draft versions of the rules, send them, schedule them, stop them in an emergency',
    roles: ['ruleAdmin'],
  },
  'thresholds.approve': {
    description: 'approve versions of the rules that somebody else wrote',
    roles: ['ruleAdmin'],
  },
  'now.read': { description: 'see who is waiting right now', roles: ['manager', 'auditor', 'admin'] },
  'cases.read': {
    description: 'read cases within the own reach',
    roles: ['staff', 'manager', 'auditor', 'admin'],
  },
  'cases.work': {
    description: 'open cases and move them: contacts, promises, handoffs, resolution',
    roles: ['staff', 'manager'],
  },
  'memos.decide': {
    description: 'decide memos and answer operators who ask a supervisor',
    roles: ['manager'],
  },
  'desks.read': {
    description: 'see desks, their hours and people, kinds of case and playbooks',
    roles: ['manager', 'auditor', 'admin'],
  },
  'desks.write': {
    description: 'change desks, their hours and people, kinds of case and playbooks',
    roles: ['admin'],
  },
  'proposals.read': { description: 'read proposals (redacted) and what was answered', roles: everybody },
  'proposals.write': {
    description: 'tell case stories, propose, join and support',
    roles: ['staff', 'manager', 'ruleAdmin'],
  },
  'proposals.answer': {
    description: 'owe authors an answer, give it or pass it on',
    roles: ['manager', 'admin'],
  },
  'proposalOriginals.read': {
    description: 'read what an author typed, for a stated purpose; every reading is audited',
    roles: ['auditor', 'admin'],
  },
  'jury.read': {
    description: 'see what the jury has before it, without knowing who wrote it',
    roles: ['manager', 'ruleAdmin', 'auditor'],
  },
  'jury.review': {
    description: 'judge proposals without knowing who wrote them, and read letters before they go out',
    // Administrators read the audit, which names authors: they cannot be blind.
    roles: ['manager', 'ruleAdmin'],
  },
  'jury.decide': {
    description: 'decide proposals, write the letters and release them',
    roles: ['manager'],
  },
  'comments.read': { description: 'read what colleagues say about proposals', roles: everybody },
  'proposals.discuss': {
    description: 'comment on proposals and answer what the jury asks',
    roles: ['staff', 'manager', 'ruleAdmin', 'admin'],
  },
  'effects.read': { description: 'see plans and measured effects of proposals', roles: everybody },
  'effects.work': {
    description: 'bring about the accepted proposals that one owns',
    roles: ['staff', 'manager', 'ruleAdmin', 'admin'],
  },
  'effects.decide': {
    description: 'name owners of accepted proposals, lock their plans and stop them',
    roles: ['manager', 'admin'],
  },
  'people.read': { description: 'see who has an account', roles: ['auditor', 'admin'] },
  'people.write': { description: 'add, change, disable and enable people', roles: ['admin'] },
  'keys.read': {
    description: 'see the keys of other systems (never their secrets)',
    roles: ['auditor', 'admin'],
  },
  'keys.write': { description: 'make and revoke keys of other systems', roles: ['admin'] },
  'webhooks.read': {
    description: 'see where messages to other systems go and what came of them (never their secrets)',
    roles: ['auditor', 'admin'],
  },
  'webhooks.write': {
    description: 'add, change and remove webhook endpoints, and send messages again',
    roles: ['admin'],
  },
  'audit.read': { description: 'read and verify the audit', roles: ['auditor', 'admin'] },
  'imports.read': {
    description: 'see imports and what they rejected',
    roles: ['manager', 'auditor', 'admin'],
  },
} as const satisfies Record<string, Permission>

export type Action = keyof typeof permissions

/** Whether the role may do the action. */
export function isPermitted(role: Role, action: Action): boolean {
  return (permissions[action].roles as readonly Role[]).includes(role)
}
