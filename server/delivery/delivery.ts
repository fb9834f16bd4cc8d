/** The door of delivery: how other areas tell other systems what happened. */
export { announce } from './announce.ts'
export { startDeliveryJob } from './delivery-job.ts'
export { type MessageRow, toMessageRow } from './message-row.ts'
