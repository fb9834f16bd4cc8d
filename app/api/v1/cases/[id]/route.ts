import { getOneCase } from '@/server/rest/routes/get-one-case.ts'
import { wrongMethod } from '@/server/rest/routes/wrong-method.ts'

export const GET = getOneCase
export { wrongMethod as DELETE, wrongMethod as PATCH, wrongMethod as POST, wrongMethod as PUT }
