import { postCase } from '@/server/rest/routes/post-case.ts'

export const POST = postCase
