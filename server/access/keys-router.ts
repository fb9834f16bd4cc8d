import { z } from 'zod'
import { scopes } from '../../domain/access/scopes.ts'
import { permitted, router } from '../trpc/procedure.ts'
import { addKey } from './add-key.ts'
import { changeOf } from './change-of.ts'
import { keyRowSchema, listKeys } from './list-keys.ts'
import { revokeKey } from './revoke-key.ts'

export const keysRouter = router({
  list: permitted('keys.read')
    .output(z.array(keyRowSchema))
    .query(() => listKeys()),

  add: permitted('keys.write')
    .input(z.object({ name: z.string().trim().min(1).max(200), scopes: z.array(z.enum(scopes)).min(1) }))
    .output(z.object({ keyId: z.string(), prefix: z.string(), key: z.string() }))
    .mutation(({ input, ctx }) => addKey(input, changeOf(ctx))),

  revoke: permitted('keys.write')
    .input(z.object({ keyId: z.uuid() }))
    .output(z.void())
    .mutation(({ input, ctx }) => revokeKey(input, changeOf(ctx))),
})
