/** The door of notifications: how other areas tell people what happened. */
export { type Notice, notify } from './notify.ts'
export { notifyCaseEvents } from './notify-case-events.ts'
export { notifyProposalEvents } from './notify-proposal-events.ts'
export { settleNotices } from './settle-notices.ts'
export { queueMail } from './queue-mail.ts'
export { startNotificationJob } from './notification-job.ts'
