/** The door of alerts: the question, and what the customer answered. What other areas may use of it. */
export { type AlertView } from './alert-view.ts'
export { confirmAlert, type Confirmation } from './confirm-alert.ts'
export { getAlert } from './get-alert.ts'
export { type AlertFilter, type AlertPage, listAlerts } from './list-alerts.ts'
