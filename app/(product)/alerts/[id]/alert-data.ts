import type { AlertPage } from '@/server/alerts/alert-page/get-alert-page.ts'

/** What the server says about an alert, for the parts of its page. */
export type AlertData = AlertPage
export type AlertEvaluation = AlertData['evaluations'][number]
