import { postTransactionTest } from '@/server/rest/routes/post-transaction-test.ts'

export const POST = postTransactionTest
