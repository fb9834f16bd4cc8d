import type { Action } from '@/domain/access/permissions.ts'

/** One page that the navigation and the command palette lead to. */
export interface NavigationEntry {
  /** Full key of its label: `area.key`. */
  readonly label: string
  readonly href: string
  /** Shown to roles that may do this. */
  readonly permission: Action
}

interface NavigationGroup {
  /** Full key of its heading; null for pages that stand alone. */
  readonly label: string | null
  readonly entries: readonly NavigationEntry[]
}

/** The navigation, one line for each page, in the order in which it is shown. */
export const navigation: readonly NavigationGroup[] = [
  {
    label: null,
    entries: [
      { label: 'cases.now.title', href: '/now', permission: 'now.read' },
      { label: 'cases.work.title', href: '/work', permission: 'cases.work' },
      { label: 'shell.navigation.alerts', href: '/alerts', permission: 'alerts.read' },
      { label: 'proposals.title', href: '/proposals', permission: 'proposals.read' },
      { label: 'jury.title', href: '/jury', permission: 'jury.read' },
      { label: 'effects.title', href: '/effects', permission: 'effects.read' },
    ],
  },
  {
    label: 'shell.navigation.review',
    entries: [
      { label: 'review-overview.title', href: '/review/overview', permission: 'analytics.read' },
      { label: 'shell.navigation.reviewAlerts', href: '/review/alerts', permission: 'analytics.read' },
      { label: 'review-outcomes.title', href: '/review/outcomes', permission: 'analytics.read' },
      { label: 'review-handoffs.title', href: '/review/handoffs', permission: 'analytics.read' },
      { label: 'review-cases.title', href: '/review/cases', permission: 'analytics.read' },
      { label: 'review-proposals.title', href: '/review/proposals', permission: 'analytics.read' },
      { label: 'exports.title', href: '/exports', permission: 'analytics.export' },
    ],
  },
  {
    label: 'shell.navigation.control',
    entries: [
      { label: 'thresholds.title', href: '/thresholds', permission: 'thresholds.read' },
      { label: 'shell.navigation.audit', href: '/audit', permission: 'audit.read' },
    ],
  },
  {
    label: 'shell.navigation.settings',
    entries: [
      { label: 'shell.navigation.people', href: '/settings/people', permission: 'people.read' },
      { label: 'shell.navigation.keys', href: '/settings/keys', permission: 'keys.read' },
      { label: 'webhooks.title', href: '/settings/webhooks', permission: 'webhooks.read' },
      { label: 'access.roles.title', href: '/settings/roles', permission: 'people.read' },
      { label: 'organisation.desks.title', href: '/settings/desks', permission: 'desks.read' },
      { label: 'organisation.kinds.title', href: '/settings/case-kinds', permission: 'desks.read' },
      { label: 'organisation.playbooks.title', href: '/settings/playbooks', permission: 'desks.read' },
      { label: 'wallboards.title', href: '/settings/wallboards', permission: 'wallboards.write' },
      { label: 'reports.title', href: '/settings/reports', permission: 'analytics.read' },
      { label: 'alarms.title', href: '/settings/alarms', permission: 'analytics.read' },
      { label: 'alert-desk.policy.title', href: '/settings/asking', permission: 'alertPolicy.read' },
      { label: 'shell.navigation.imports', href: '/settings/imports', permission: 'imports.read' },
    ],
  },
  {
    label: 'shell.navigation.reference',
    entries: [
      { label: 'shell.navigation.metrics', href: '/reference/metrics', permission: 'reference.read' },
      { label: 'shell.navigation.signals', href: '/reference/signals', permission: 'reference.read' },
    ],
  },
]
