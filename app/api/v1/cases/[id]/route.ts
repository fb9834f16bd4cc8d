import { getOneCase } from '@/server/rest/routes/get-one-case.ts'

export const GET = getOneCase
