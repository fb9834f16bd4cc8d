/** Why somebody must not judge a proposal. */
export const conflicts = ['author', 'manager', 'owner', 'mergedAuthor'] as const

export type Conflict = (typeof conflicts)[number]

/** Who stands in which relation to a proposal; ids of people. */
export interface Ties {
  readonly author: string
  /** Those whose proposals were merged into this one, and who share its credit. */
  readonly mergedAuthors: readonly string[]
  /** Leads of the author's desks, and managers who work at them. */
  readonly managersOfAuthor: readonly string[]
  /** Owners of the process or the rule that the proposal would change. */
  readonly owners: readonly string[]
}

/** The conflict of interest that keeps a person from judging; null when there is none. The strongest tie is named. */
export function findConflict(personId: string, ties: Ties): Conflict | null {
  if (ties.author === personId) return 'author'
  if (ties.mergedAuthors.includes(personId)) return 'mergedAuthor'
  if (ties.managersOfAuthor.includes(personId)) return 'manager'
  if (ties.owners.includes(personId)) return 'owner'
  return null
}
