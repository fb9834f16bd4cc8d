/**
 * Where a jury stands with a proposal. `blind`: everybody scores alone. `talking`: those who scored see each other's scores and
 * names. `pending`: decided, the letter is written and waits for somebody to read it. `released`: the author has the answer.
 */
export const juryPhases = ['blind', 'talking', 'pending', 'released'] as const

export type JuryPhase = (typeof juryPhases)[number]

/** What somebody who looks at a proposal with the jury may see of it. */
export interface JurySight {
  /** Who wrote it, their desk, and where it came from. */
  readonly author: boolean
  /** Other people's scores and notes. */
  readonly scores: boolean
  /** Who the other reviewers are. */
  readonly reviewers: boolean
  /** The decision and its letter. */
  readonly decision: boolean
}

/** Who looks. */
export interface JuryViewer {
  /** Their own score is handed in; an abstention is none. */
  readonly hasScored: boolean
  /** A conflict of interest keeps them from judging. */
  readonly hasConflict: boolean
  /** The author asked to stay unnamed to the jury. */
  readonly authorUnnamed: boolean
}

/**
 * Who sees what. The author's name is covered until the answer is out, and for good if they asked for it; scores of others only
 * after one's own; nobody with a conflict sees any of it before the release.
 */
export function jurySight(phase: JuryPhase, viewer: JuryViewer): JurySight {
  const released = phase === 'released'
  const mayCompare = released || (phase !== 'blind' && viewer.hasScored && !viewer.hasConflict)
  return {
    author: released && !viewer.authorUnnamed,
    scores: mayCompare,
    reviewers: mayCompare,
    decision: released || (phase === 'pending' && !viewer.hasConflict),
  }
}
