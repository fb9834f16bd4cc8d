import { getAlerts } from '@/server/rest/routes/get-alerts.ts'
import { wrongMethod } from '@/server/rest/routes/wrong-method.ts'

export const GET = getAlerts
export { wrongMethod as DELETE, wrongMethod as PATCH, wrongMethod as POST, wrongMethod as PUT }
