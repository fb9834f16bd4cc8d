import { getLive } from '@/server/rest/routes/get-live.ts'

export const dynamic = 'force-dynamic'
export const GET = getLive
