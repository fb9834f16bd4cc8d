import { postConfirmation } from '@/server/rest/routes/post-confirmation.ts'
import { wrongMethod } from '@/server/rest/routes/wrong-method.ts'

export const POST = postConfirmation
export { wrongMethod as DELETE, wrongMethod as GET, wrongMethod as PATCH, wrongMethod as PUT }
