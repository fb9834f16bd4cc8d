/** The door of analytics: what other areas, routes and commands may use of it. */
export { csvDialects, type CsvDialect } from './export/csv-dialect.ts'
export { exportFigures } from './export/export-figures.ts'
export { exportRows } from './export/export-rows.ts'
export { queryMetric } from './query-metric.ts'
export { rebuildRollup } from './rollup/rebuild-rollup.ts'
export { refreshRollup } from './rollup/refresh-rollup.ts'
export { startRollupJob } from './rollup/rollup-job.ts'
export { listRows } from './rows/list-rows.ts'
