/** The door of reports: figures by e-mail. */
export { startReportClock } from './report-clock.ts'
