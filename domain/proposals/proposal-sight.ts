import type { ProposalState, ProposalStatus } from './proposal-state.ts'

/** What somebody who looks at a proposal may see of it. */
export interface ProposalSight {
  /** Who wrote it, who joined, their desk and where it came from: any of them would name the author. */
  readonly names: boolean
  /** The original wording. Everybody else has the redacted twin. */
  readonly originals: boolean
}

/** What decides who sees what. */
interface Seen extends Pick<ProposalState, 'author' | 'anonymous'> {
  readonly status: ProposalStatus
  /** An answer is owed to it, or to the one that it goes on in, or it was taken back before the answer. */
  readonly isCovered: boolean
}

/**
 * Who sees what of a proposal; null when it does not exist for them. A draft is its author's alone. While it is covered nobody but
 * the author sees names, so that no judge can be anything but blind; afterwards everybody does, unless the author asked to stay
 * unnamed. The originals are the author's alone; the other way to them states a purpose and is audited.
 */
export function proposalSight(proposal: Seen, viewer: string): ProposalSight | null {
  if (proposal.author === viewer) return { names: true, originals: true }
  if (proposal.status === 'draft') return null
  return { names: !proposal.anonymous && !proposal.isCovered, originals: false }
}
