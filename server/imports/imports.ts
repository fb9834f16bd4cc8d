/** The door of imports: history in from a file. What other areas may use of it. */
export { type ImportSummary } from './import-summary.ts'
export { type ImportProgress, type ImportRequest, type ImportResult, runImport } from './run-import.ts'
export { importIncidents, type IncidentImportResult } from './incidents/import-incidents.ts'
export { findCaseLogMapping } from './presets.ts'
export { type IncidentSummary } from './incidents/incident-summary.ts'
