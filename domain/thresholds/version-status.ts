/** Where a version of the rules stands on its way. */
export const versionStatuses = [
  'draft',
  'inReview',
  'approved',
  'scheduled',
  'ramping',
  'active',
  'retired',
  'rejected',
  'suspended',
] as const

export type VersionStatus = (typeof versionStatuses)[number]

/** `rollback` brings the rules of an earlier version back; `emergency` does so, or switches rules off, before the second signature. */
export const versionKinds = ['change', 'rollback', 'emergency'] as const
export type VersionKind = (typeof versionKinds)[number]

/** What may follow on what. The database enforces the same list (migration version_guards). */
export const nextStatuses = {
  draft: ['inReview', 'rejected', 'active'],
  inReview: ['draft', 'approved', 'rejected', 'suspended'],
  approved: ['draft', 'scheduled', 'suspended', 'rejected'],
  scheduled: ['draft', 'approved', 'ramping', 'active', 'suspended', 'rejected'],
  ramping: ['active', 'suspended'],
  active: ['retired'],
  retired: ['active'],
  rejected: [],
  suspended: ['draft', 'rejected'],
} as const satisfies Record<VersionStatus, readonly VersionStatus[]>

/** Whether an edit is possible; beyond `draft` it takes the version back to a draft and voids what was approved. */
export const editableStatuses: readonly VersionStatus[] = [
  'draft',
  'inReview',
  'approved',
  'scheduled',
  'suspended',
]

/** Versions that are evaluated beside the active one without asking anybody. */
export const shadowStatuses: readonly VersionStatus[] = ['inReview', 'approved', 'scheduled', 'suspended']
