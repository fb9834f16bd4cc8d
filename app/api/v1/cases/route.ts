import { postCase } from '@/server/rest/routes/post-case.ts'
import { wrongMethod } from '@/server/rest/routes/wrong-method.ts'

export const POST = postCase
export { wrongMethod as DELETE, wrongMethod as GET, wrongMethod as PATCH, wrongMethod as PUT }
