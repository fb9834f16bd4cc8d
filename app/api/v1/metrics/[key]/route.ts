import { getMetric } from '@/server/rest/routes/get-metric.ts'
import { wrongMethod } from '@/server/rest/routes/wrong-method.ts'

export const GET = getMetric
export { wrongMethod as DELETE, wrongMethod as PATCH, wrongMethod as POST, wrongMethod as PUT }
