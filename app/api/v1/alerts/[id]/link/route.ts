import { postLink } from '@/server/rest/routes/post-link.ts'
import { wrongMethod } from '@/server/rest/routes/wrong-method.ts'

export const POST = postLink
export { wrongMethod as DELETE, wrongMethod as GET, wrongMethod as PATCH, wrongMethod as PUT }
