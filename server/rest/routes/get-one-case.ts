import { getReportedCase } from '../../cases/cases.ts'
import { getPrisma } from '../../db/prisma.ts'
import { readCaseId } from '../read-id.ts'
import { restRoute } from '../route.ts'

export const getOneCase = restRoute<{ id: string }>({ scope: 'cases:read' }, async ({ params }) => {
  return { body: await getReportedCase(getPrisma(), readCaseId(params.id)) }
})
