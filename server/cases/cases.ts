/** The door of cases: what other areas, routes and pages may use of it. */
export { copyCases } from './bulk/copy-cases.ts'
export { loadDeskTerms } from './bulk/load-desk-terms.ts'
export { type DeskTerms, loggedCase } from './bulk/logged-case.ts'
export { ensureCareDefaults } from './care-defaults.ts'
export { startCaseClock } from './case-clock.ts'
export { loadDeskCalendars } from './desk-calendars.ts'
export { listDesks } from './list-desks.ts'
export { type NextContact, nextContactSchema } from './next-contact.ts'
export { openCase, type NewCase } from './open-case.ts'
export { openCaseByPerson } from './open-case-by-person.ts'
export { findPresence, setPresence } from './presence.ts'
export { getCase } from './queries/get-case.ts'
export { getNow } from './queries/get-now.ts'
export { listCaseKinds, listColleagues, listDeskColleagues, listManagers } from './queries/list-choices.ts'
export { listMyWork } from './queries/list-my-cases.ts'
export { getReportedCase } from './report/get-reported-case.ts'
export { refuseOtherContent } from './report/refuse-other-content.ts'
export { refuseFuture, reportCaseEvent } from './report/report-case-event.ts'
export { caseReach } from './reach.ts'
export { runCaseTimers } from './run-case-timers.ts'
export { storeTimelines, type StoredTimeline } from './store-timelines.ts'
export {
  declineHandoff,
  flagAskedAgain,
  loseCustomer,
  markServed,
  recallHandoff,
  releaseCustomer,
} from './verbs/answer-offer.ts'
export { recordContact } from './verbs/contact.ts'
export { acceptHandoff, offerHandoff } from './verbs/hand-over.ts'
export { decideMemo, sendMemo } from './verbs/memo.ts'
export { mergeCase } from './verbs/merge.ts'
export { assignCase, takeCase } from './verbs/own.ts'
export { recordOnCase } from './verbs/record.ts'
export { answerSupervisor } from './verbs/supervise.ts'
