import { postTransactionBatch } from '@/server/rest/routes/post-transaction-batch.ts'

export const POST = postTransactionBatch
