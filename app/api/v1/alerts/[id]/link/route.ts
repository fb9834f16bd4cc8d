import { postLink } from '@/server/rest/routes/post-link.ts'

export const POST = postLink
