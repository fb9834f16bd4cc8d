import { getAlert } from '../../alerts/alerts.ts'
import { readAlertId } from '../read-id.ts'
import { restRoute } from '../route.ts'

export const getOneAlert = restRoute<{ id: string }>({ scope: 'alerts:read' }, async ({ params }) => {
  return { body: await getAlert(readAlertId(params.id)) }
})
