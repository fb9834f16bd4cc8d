import { z } from 'zod'
import { parseEndpointUrl } from '../../../domain/delivery/endpoint-url.ts'
import { type WebhookEventType, webhookEventTypes } from '../../../domain/delivery/webhook-events.ts'
import { readEnvironment } from '../../environment.ts'

/** What an administrator says about an endpoint. */
export const endpointInput = z.object({
  name: z.string().trim().min(1).max(200),
  url: z.string().trim().min(1).max(2_000),
  types: z.array(z.enum(webhookEventTypes as [WebhookEventType, ...WebhookEventType[]])).min(1),
})

export type EndpointInput = Readonly<z.infer<typeof endpointInput>>

/** The same, with an address that messages may be sent to and each type once. Throws `invalidInput`. */
export function checkEndpointInput({ name, url, types }: EndpointInput) {
  const policy = { allowInsecure: readEnvironment().webhooksAllowInsecure }
  return { name, url: parseEndpointUrl(url, policy).href, types: [...new Set(types)].sort() }
}
