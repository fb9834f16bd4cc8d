/** The door of effects: what became of accepted proposals. */
export { startEffectClock } from './effect-clock.ts'
export { listMarkers as listProposalMarkers } from './list-markers.ts'
export { exportReview } from './review/export-review.ts'
export { finishWork, lockPlan, startWork } from './move-work.ts'
export { savePlan } from './save-plan.ts'
