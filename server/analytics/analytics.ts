/** The door of analytics: what other areas, routes and commands may use of it. */
export { csvDialects } from './export/csv-dialect.ts'
export { metricBody } from './export/metric-body.ts'
export { exportRows } from './export/export-rows.ts'
export { queryMetric } from './query-metric.ts'
export { rebuildRollup } from './rollup/rebuild-rollup.ts'
export { startRollupJob } from './rollup/rollup-job.ts'
