import { getMetric } from '@/server/rest/routes/get-metric.ts'

export const GET = getMetric
