import { postTransaction } from '@/server/rest/routes/post-transaction.ts'
import { wrongMethod } from '@/server/rest/routes/wrong-method.ts'

export const POST = postTransaction
export { wrongMethod as DELETE, wrongMethod as GET, wrongMethod as PATCH, wrongMethod as PUT }
