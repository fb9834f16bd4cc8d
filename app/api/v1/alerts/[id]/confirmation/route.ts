import { postConfirmation } from '@/server/rest/routes/post-confirmation.ts'

export const POST = postConfirmation
