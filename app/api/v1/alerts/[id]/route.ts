import { getOneAlert } from '@/server/rest/routes/get-one-alert.ts'

export const GET = getOneAlert
