import { z } from 'zod'
import { languages } from '../../domain/language/language.ts'
import { permitted, router } from '../trpc/procedure.ts'
import { changeOwnPassword } from './change-own-password.ts'
import { savePreferences } from './save-preferences.ts'

export const preferencesRouter = router({
  save: permitted('preferences.write')
    .input(
      z.object({
        language: z.enum(languages).optional(),
        colourScheme: z.enum(['light', 'dark', 'auto']).optional(),
        shortcuts: z.boolean().optional(),
      }),
    )
    .output(z.void())
    .mutation(({ input, ctx }) => savePreferences(input, { signedIn: ctx.signedIn, now: ctx.now() })),

  changePassword: permitted('preferences.write')
    .input(z.object({ current: z.string().min(1).max(1_024), next: z.string().max(1_024) }))
    .output(z.void())
    .mutation(({ input, ctx }) =>
      changeOwnPassword(input, { signedIn: ctx.signedIn, address: ctx.clientAddress, now: ctx.now() }),
    ),
})
