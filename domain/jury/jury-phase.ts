/**
 * Where a jury stands with a proposal. `blind`: everybody scores alone. `talking`: those who scored see each other's scores and
 * names. `pending`: decided, the letter is written and waits for somebody to read it. `released`: the author has the answer.
 */
export const juryPhases = ['blind', 'talking', 'pending', 'released'] as const

export type JuryPhase = (typeof juryPhases)[number]

/** What a reviewer sees of a hearing beside the redacted proposal. Who wrote it is covered by `proposalSight` besides. */
export interface JurySight {
  /** Other people's scores and notes, who they are, and what it all comes to. */
  readonly scores: boolean
  /** The decision and its letter. */
  readonly letter: boolean
}

/**
 * Who sees what of a hearing: scores of others only after one's own and never while the jury is blind; the letter only once there
 * is one, and not by those who declared a conflict of interest. An abstention is no score. After the release everybody sees both.
 */
export function jurySight(
  phase: JuryPhase,
  viewer: { readonly hasScored: boolean; readonly hasConflict?: boolean },
): JurySight {
  const released = phase === 'released'
  return {
    scores: released || (phase !== 'blind' && viewer.hasScored),
    letter: released || (phase === 'pending' && viewer.hasConflict !== true),
  }
}
