import { postTransaction } from '@/server/rest/routes/post-transaction.ts'

export const POST = postTransaction
