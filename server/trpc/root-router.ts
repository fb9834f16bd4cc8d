import { keysRouter } from '../access/keys-router.ts'
import { peopleRouter } from '../access/people-router.ts'
import { preferencesRouter } from '../access/preferences-router.ts'
import { sessionRouter } from '../access/session-router.ts'
import { alarmsRouter } from '../alarms/alarms-router.ts'
import { alertDeskRouter } from '../alerts/alert-desk-router.ts'
import { alertPageRouter } from '../alerts/alert-page-router.ts'
import { analyticsRouter } from '../analytics/analytics-router.ts'
import { careRouter } from '../analytics/care/care-router.ts'
import { auditRouter } from '../audit/audit-router.ts'
import { casesRouter } from '../cases/cases-router.ts'
import { importsRouter } from '../imports/imports-router.ts'
import { effectsRouter } from '../effects/effects-router.ts'
import { juryRouter } from '../jury/jury-router.ts'
import { notificationsRouter } from '../notifications/notifications-router.ts'
import { exportsRouter } from '../exports/exports-router.ts'
import { reportsRouter } from '../reports/reports-router.ts'
import { searchRouter } from '../search/search-router.ts'
import { viewsRouter } from '../views/views-router.ts'
import { webhooksRouter } from '../delivery/webhooks-router.ts'
import { organisationRouter } from '../organisation/organisation-router.ts'
import { thresholdsRouter } from '../thresholds/thresholds-router.ts'
import { proposalsRouter } from '../proposals/proposals-router.ts'
import { whatIfRouter } from '../what-if/what-if-router.ts'
import { router } from './procedure.ts'

/** Every area's router, one line each. */
export const rootRouter = router({
  alarms: alarmsRouter,
  alertDesk: alertDeskRouter,
  alertPage: alertPageRouter,
  analytics: analyticsRouter,
  audit: auditRouter,
  care: careRouter,
  cases: casesRouter,
  effects: effectsRouter,
  imports: importsRouter,
  jury: juryRouter,
  keys: keysRouter,
  organisation: organisationRouter,
  notifications: notificationsRouter,
  people: peopleRouter,
  preferences: preferencesRouter,
  proposals: proposalsRouter,
  reports: reportsRouter,
  exports: exportsRouter,
  search: searchRouter,
  session: sessionRouter,
  thresholds: thresholdsRouter,
  views: viewsRouter,
  webhooks: webhooksRouter,
  whatIf: whatIfRouter,
})

export type RootRouter = typeof rootRouter
