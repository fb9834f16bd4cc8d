import { getOneAlert } from '@/server/rest/routes/get-one-alert.ts'
import { wrongMethod } from '@/server/rest/routes/wrong-method.ts'

export const GET = getOneAlert
export { wrongMethod as DELETE, wrongMethod as PATCH, wrongMethod as POST, wrongMethod as PUT }
