import { postCaseEvent } from '@/server/rest/routes/post-case-event.ts'

export const POST = postCaseEvent
