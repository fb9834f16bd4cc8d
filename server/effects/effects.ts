/** The door of effects: what became of accepted proposals. */
export { startEffectClock } from './effect-clock.ts'
export { listMarkers as listProposalMarkers } from './list-markers.ts'
export { exportReview } from './review/export-review.ts'
