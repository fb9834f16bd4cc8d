/** The door of thresholds: versions of the rules on their way from draft to active. What other areas may use of it. */
export { runDueSwitches } from './live/run-due-switches.ts'
export { startVersionClock } from './live/version-clock.ts'
export { listMarkers, type Marker } from './queries/list-markers.ts'
export { createDraft } from './verbs/create-draft.ts'
export { approveVersion } from './verbs/review-version.ts'
export { saveDraft } from './verbs/save-draft.ts'
export { scheduleVersion } from './verbs/schedule-version.ts'
export { submitVersion } from './verbs/submit-version.ts'
