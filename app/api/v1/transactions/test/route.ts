import { postTransactionTest } from '@/server/rest/routes/post-transaction-test.ts'
import { wrongMethod } from '@/server/rest/routes/wrong-method.ts'

export const POST = postTransactionTest
export { wrongMethod as DELETE, wrongMethod as GET, wrongMethod as PATCH, wrongMethod as PUT }
