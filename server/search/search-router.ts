import { z } from 'zod'
import { permitted, router } from '../trpc/procedure.ts'
import { findAnything } from './find-anything.ts'

export const searchRouter = router({
  /** What begins with a text, of what the person may open. */
  find: permitted('search.read')
    .input(z.object({ text: z.string().max(200) }))
    .query(({ input, ctx }) => findAnything(input.text, { signedIn: ctx.signedIn, now: ctx.now() })),
})
