import { getOpenApi } from '@/server/rest/routes/get-open-api.ts'

export const dynamic = 'force-dynamic'
export const GET = getOpenApi
