/** The door of notifications: how other areas tell people what happened. */
export { type Notice, notify } from './notify.ts'
export { startNotificationJob } from './notification-job.ts'
