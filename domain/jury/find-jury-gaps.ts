import { isPermitted } from '../access/permissions.ts'
import type { Role } from '../access/roles.ts'

/** Somebody active, and the desks that they work at or lead. */
export interface JuryPerson {
  readonly id: string
  readonly role: Role
  readonly desks: readonly { readonly desk: string; readonly isLead: boolean }[]
}

/** `decision`: nobody could decide, or nobody else read the letter. `appeal`: nobody beside who decided first. */
export type JuryGap = 'decision' | 'appeal'

/** A letter has a writer and a reader. */
const fewestReviewers = 2

/**
 * At which desks a proposal would find too few who may judge it, so that its author, or their appeal, would wait without end. Whoever
 * leads somebody or manages at their desk has an interest and does not judge them. null stands for people without a desk. Desks
 * whose people propose nothing have no gap.
 */
export function findJuryGaps(people: readonly JuryPerson[]): ReadonlyMap<string | null, JuryGap> {
  const gaps = new Map<string | null, JuryGap>()
  for (const author of people.filter(({ role }) => isPermitted(role, 'proposals.write'))) {
    const gap = gapOf(author, people)
    for (const desk of author.desks.length === 0 ? [null] : author.desks.map((one) => one.desk))
      if (gap !== null && gaps.get(desk) !== 'decision') gaps.set(desk, gap)
  }
  return gaps
}

function gapOf(author: JuryPerson, people: readonly JuryPerson[]): JuryGap | null {
  const theirs = new Set(author.desks.map(({ desk }) => desk))
  const judges = people.filter(
    ({ id, role, desks }) =>
      id !== author.id &&
      isPermitted(role, 'jury.review') &&
      !desks.some(({ desk, isLead }) => theirs.has(desk) && (isLead || role === 'manager')),
  )
  const deciders = judges.filter(({ role }) => isPermitted(role, 'jury.decide')).length
  if (deciders === 0 || judges.length < fewestReviewers) return 'decision'
  return deciders < 2 ? 'appeal' : null
}
