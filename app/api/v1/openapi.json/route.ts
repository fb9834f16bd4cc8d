import { getOpenApi } from '@/server/rest/routes/get-open-api.ts'
import { wrongMethod } from '@/server/rest/routes/wrong-method.ts'

export const dynamic = 'force-dynamic'
export const GET = getOpenApi
export { wrongMethod as DELETE, wrongMethod as PATCH, wrongMethod as POST, wrongMethod as PUT }
