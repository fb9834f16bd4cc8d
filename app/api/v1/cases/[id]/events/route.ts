import { postCaseEvent } from '@/server/rest/routes/post-case-event.ts'
import { wrongMethod } from '@/server/rest/routes/wrong-method.ts'

export const POST = postCaseEvent
export { wrongMethod as DELETE, wrongMethod as GET, wrongMethod as PATCH, wrongMethod as PUT }
