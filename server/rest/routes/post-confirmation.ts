import { z } from 'zod'
import { alertOutcomes } from '../../../domain/alerts/alert-state.ts'
import { confirmAlert } from '../../alerts/alerts.ts'
import { parseInput } from '../parse-input.ts'
import { parseJson } from '../parse-json.ts'
import { readAlertId } from '../read-id.ts'
import { readText, requireContentType } from '../read-body.ts'
import { restRoute } from '../route.ts'
import { writeOnce } from '../write-once.ts'

const text = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine(
      (value) => !/[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f]/u.test(value),
      'This must not have control characters.',
    )

/** What the customer answered. */
export const confirmationBody = z
  .strictObject({
    outcome: z.enum(alertOutcomes, `The outcome must be one of ${alertOutcomes.join(', ')}.`),
    channel: text(64).describe('How the customer was reached: "phone", "app", "till"'),
    by: text(200).nullish().describe('Who asked'),
    note: text(2_000).nullish(),
  })
  .meta({ id: 'Confirmation' })

/** Records the outcome of an alert; 409 with the current state when it has one already. */
export const postConfirmation = restRoute<{ id: string }>({ scope: 'alerts:write' }, async (call) => {
  const { request, key, params, now, requestId } = call
  const id = readAlertId(params.id)
  requireContentType(request, ['application/json'])
  const body = await readText(request)
  const { outcome, channel, by, note } = parseInput(confirmationBody, parseJson(body))
  const actor = { kind: 'apiKey', id: key.id, name: key.name } as const
  return writeOnce(call, body, async (tx) => ({
    body: await confirmAlert(
      tx,
      id,
      { outcome, channel, by: by ?? null, note: note ?? null },
      { actor, now, requestId },
    ),
  }))
})
