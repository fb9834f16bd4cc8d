import { z } from 'zod'
import { changeOf } from '../access/access.ts'
import { permitted, router } from '../trpc/procedure.ts'
import { addEndpoint } from './endpoints/add-endpoint.ts'
import { changeEndpoint } from './endpoints/change-endpoint.ts'
import { endpointInput } from './endpoints/endpoint-input.ts'
import { endpointRow, listEndpoints } from './endpoints/list-endpoints.ts'
import { removeEndpoint } from './endpoints/remove-endpoint.ts'
import { addSecret, removeSecret } from './endpoints/rotate-secret.ts'
import { switchEndpointOff, switchEndpointOn } from './endpoints/switch-endpoint.ts'
import { deliveryView, getDelivery } from './messages/get-delivery.ts'
import { deliveryFilter, deliveryPage, listDeliveries } from './messages/list-deliveries.ts'
import { redeliver } from './messages/redeliver.ts'
import { sendTest } from './messages/send-test.ts'

const one = z.object({ endpointId: z.uuid() })
const delivery = z.object({ endpointId: z.uuid(), messageId: z.uuid() })

export const webhooksRouter = router({
  list: permitted('webhooks.read')
    .output(z.array(endpointRow))
    .query(() => listEndpoints()),

  deliveries: permitted('webhooks.read')
    .input(deliveryFilter)
    .output(deliveryPage)
    .query(({ input }) => listDeliveries(input)),

  delivery: permitted('webhooks.read')
    .input(delivery)
    .output(deliveryView)
    .query(({ input }) => getDelivery(input)),

  add: permitted('webhooks.write')
    .input(endpointInput)
    .output(z.object({ endpointId: z.string(), secret: z.string() }))
    .mutation(({ input, ctx }) => addEndpoint(input, changeOf(ctx))),

  change: permitted('webhooks.write')
    .input(endpointInput.extend({ ...one.shape, expectedVersion: z.int() }))
    .output(z.void())
    .mutation(({ input, ctx }) => changeEndpoint(input, changeOf(ctx))),

  switchOn: permitted('webhooks.write')
    .input(one)
    .output(z.void())
    .mutation(({ input, ctx }) => switchEndpointOn(input.endpointId, changeOf(ctx))),

  switchOff: permitted('webhooks.write')
    .input(one)
    .output(z.void())
    .mutation(({ input, ctx }) => switchEndpointOff(input.endpointId, changeOf(ctx))),

  remove: permitted('webhooks.write')
    .input(one)
    .output(z.void())
    .mutation(({ input, ctx }) => removeEndpoint(input.endpointId, changeOf(ctx))),

  addSecret: permitted('webhooks.write')
    .input(one)
    .output(z.object({ secretId: z.string(), secret: z.string() }))
    .mutation(({ input, ctx }) => addSecret(input.endpointId, changeOf(ctx))),

  removeSecret: permitted('webhooks.write')
    .input(one.extend({ secretId: z.uuid() }))
    .output(z.void())
    .mutation(({ input, ctx }) => removeSecret(input, changeOf(ctx))),

  sendTest: permitted('webhooks.write')
    .input(one)
    .output(z.object({ messageId: z.string() }))
    .mutation(({ input, ctx }) => sendTest(input.endpointId, changeOf(ctx))),

  redeliver: permitted('webhooks.write')
    .input(delivery)
    .output(z.void())
    .mutation(({ input, ctx }) => redeliver(input, changeOf(ctx))),
})
