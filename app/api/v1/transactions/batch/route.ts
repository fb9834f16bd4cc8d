import { postTransactionBatch } from '@/server/rest/routes/post-transaction-batch.ts'
import { wrongMethod } from '@/server/rest/routes/wrong-method.ts'

export const POST = postTransactionBatch
export { wrongMethod as DELETE, wrongMethod as GET, wrongMethod as PATCH, wrongMethod as PUT }
