import { getLive } from '@/server/rest/routes/get-live.ts'
import { wrongMethod } from '@/server/rest/routes/wrong-method.ts'

export const dynamic = 'force-dynamic'
export const GET = getLive
export { wrongMethod as DELETE, wrongMethod as PATCH, wrongMethod as POST, wrongMethod as PUT }
