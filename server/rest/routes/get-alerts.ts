import { z } from 'zod'
import { alertOutcomes, alertStatuses } from '../../../domain/alerts/alert-state.ts'
import { listAlerts } from '../../alerts/alerts.ts'
import { parseInput } from '../parse-input.ts'
import { restRoute } from '../route.ts'

const instant = z.iso.datetime({
  offset: true,
  error: 'A time is RFC 3339 with an offset, such as "2026-03-01T00:00:00Z".',
})

/** The filters of a list of alerts. */
export const alertQuery = z.strictObject({
  from: instant.optional().describe('Raised at or after'),
  to: instant.optional().describe('Raised before'),
  rule: z.string().max(64).optional(),
  outcome: z.enum(alertOutcomes).optional(),
  status: z.enum(alertStatuses).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const getAlerts = restRoute({ scope: 'alerts:read' }, async ({ request }) => {
  const { from, to, ...rest } = parseInput(alertQuery, Object.fromEntries(new URL(request.url).searchParams))
  const page = await listAlerts({
    ...rest,
    from: from === undefined ? undefined : Date.parse(from),
    to: to === undefined ? undefined : Date.parse(to),
  })
  return { body: page }
})
