/** The door of what-if: what a change of thresholds would have done. What other areas may use of it. */
export { type Advice, advise, adviceRequestSchema } from './advise.ts'
export { startDayJob } from './day-job.ts'
export { forgetTails } from './kept-tails.ts'
export { measure, type Measured } from './measure.ts'
export { rebuildDays } from './rebuild-days.ts'
export { getQuestion, getRun, startRunJob } from './runs.ts'
export { listDays, readDistributions } from './read-days.ts'
