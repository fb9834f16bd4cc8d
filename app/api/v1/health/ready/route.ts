import { getReady } from '@/server/rest/routes/get-ready.ts'
import { wrongMethod } from '@/server/rest/routes/wrong-method.ts'

export const dynamic = 'force-dynamic'
export const GET = getReady
export { wrongMethod as DELETE, wrongMethod as PATCH, wrongMethod as POST, wrongMethod as PUT }
