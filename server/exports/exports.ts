/** The door of exports: what routes, pages and the background may use of it. */
export { startExportClock } from './export-clock.ts'
export { findExportPage, findQuestion } from './large-export.ts'
export { openExport } from './open-export.ts'
