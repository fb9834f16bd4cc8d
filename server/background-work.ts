import { startAlarmClock } from './alarms/alarms.ts'
import { startAlertClock } from './alerts/alerts.ts'
import { startRollupJob } from './analytics/analytics.ts'
import { startAuditAnchorJob } from './audit/audit.ts'
import { startCaseClock } from './cases/cases.ts'
import { startDeliveryJob } from './delivery/delivery.ts'
import { readEnvironment } from './environment.ts'
import { startEffectClock } from './effects/effects.ts'
import { startExportClock } from './exports/exports.ts'
import { startJuryClock } from './jury/jury.ts'
import { startNotificationJob } from './notifications/notifications.ts'
import { startAnswerClock } from './proposals/proposals.ts'
import { startMetricsServer } from './observability/metrics-server.ts'
import { startReportClock } from './reports/reports.ts'
import { startVersionClock } from './thresholds/thresholds.ts'
import { startDayJob, startRunJob } from './what-if/what-if.ts'

/** What runs beside requests in every server process, one line each. Of several processes one at a time does each job's work. */
export function startBackgroundWork(): void {
  startRollupJob()
  startAlertClock()
  startAlarmClock()
  startCaseClock()
  startAuditAnchorJob(readEnvironment().dataFolder)
  startDeliveryJob()
  startAnswerClock()
  startNotificationJob()
  startJuryClock()
  startEffectClock()
  startDayJob()
  startRunJob()
  startVersionClock()
  startReportClock()
  startExportClock()
  const { metricsPort, host } = readEnvironment()
  startMetricsServer({ port: metricsPort, host })
}
