import { getAlerts } from '@/server/rest/routes/get-alerts.ts'

export const GET = getAlerts
