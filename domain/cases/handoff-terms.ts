/**
 * warm: receiver on the line, or the brief accepted before release. cold: released at once. onBehalf: the sender asks the
 * next desk and brings the answer back, the customer does not move. memo: to a manager.
 */
export const handoffModes = ['warm', 'cold', 'onBehalf', 'memo'] as const
export type HandoffMode = (typeof handoffModes)[number]

/** Why a receiver says no; the reason decides who is charged with the mis-route (metrics.md). */
export const declineReasons = [
  'wrongDesk',
  'noCapacity',
  'notAuthorised',
  'briefIncomplete',
  'other',
] as const
export type DeclineReason = (typeof declineReasons)[number]
