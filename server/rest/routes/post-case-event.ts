import { reportedEventSchema } from '../../../domain/cases/reported-event.ts'
import { getReportedCase, reportCaseEvent } from '../../cases/cases.ts'
import { parseInput } from '../parse-input.ts'
import { parseJson } from '../parse-json.ts'
import { readText, requireContentType } from '../read-body.ts'
import { readCaseId } from '../read-id.ts'
import { restRoute } from '../route.ts'
import { writeOnce } from '../write-once.ts'

/** Adds an event to a case; one that the case knows already changes nothing. */
export const postCaseEvent = restRoute<{ id: string }>({ scope: 'cases:write' }, async (call) => {
  const { request, key, params, now, requestId } = call
  const id = readCaseId(params.id)
  requireContentType(request, ['application/json'])
  const body = await readText(request)
  const event = parseInput(reportedEventSchema, parseJson(body))
  const actor = { kind: 'apiKey', id: key.id, name: key.name } as const
  return writeOnce(call, body, async (tx) => {
    await reportCaseEvent(tx, id, event, { actor, now, requestId })
    return { body: await getReportedCase(tx, id) }
  })
})
