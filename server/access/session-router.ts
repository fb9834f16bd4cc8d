import { z } from 'zod'
import { homePages } from '../../domain/access/home-page.ts'
import { type Action, isPermitted, permissions } from '../../domain/access/permissions.ts'
import { roles } from '../../domain/access/roles.ts'
import { languages } from '../../domain/language/language.ts'
import { permitted, router } from '../trpc/procedure.ts'

export const sessionRouter = router({
  /** The signed-in person, what their role may do and where their day begins. */
  current: permitted('session.read')
    .output(
      z.object({
        personId: z.string(),
        name: z.string(),
        email: z.string(),
        role: z.enum(roles),
        language: z.enum(languages),
        colourScheme: z.enum(['light', 'dark', 'auto']),
        shortcuts: z.boolean(),
        actions: z.array(z.string()),
        homePage: z.string(),
      }),
    )
    .query(({ ctx: { signedIn } }) => ({
      ...signedIn,
      actions: Object.keys(permissions).filter((action) => isPermitted(signedIn.role, action as Action)),
      homePage: homePages[signedIn.role],
    })),
})
