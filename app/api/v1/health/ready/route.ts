import { getReady } from '@/server/rest/routes/get-ready.ts'

export const dynamic = 'force-dynamic'
export const GET = getReady
