import { z } from 'zod'
import { roles } from '../../domain/access/roles.ts'
import { languages } from '../../domain/language/language.ts'
import { permitted, router } from '../trpc/procedure.ts'
import { addPerson } from './add-person.ts'
import { changeOf } from './change-of.ts'
import { changeRole } from './change-role.ts'
import { disablePerson } from './disable-person.ts'
import { emailSchema } from './email.ts'
import { enablePerson } from './enable-person.ts'
import { listPeople, personRowSchema } from './list-people.ts'
import { resetPassword } from './reset-password.ts'

/** The person and the version that the caller saw. */
const target = z.object({ personId: z.uuid(), version: z.number().int().positive() })
const changed = z.object({ version: z.number() })
const password = z.string().max(1_024)

export const peopleRouter = router({
  list: permitted('people.read')
    .output(z.array(personRowSchema))
    .query(() => listPeople()),

  add: permitted('people.write')
    .input(
      z.object({
        email: emailSchema,
        name: z.string().trim().min(1).max(200),
        role: z.enum(roles),
        language: z.enum(languages),
        password,
      }),
    )
    .output(z.object({ personId: z.string() }))
    .mutation(({ input, ctx }) => addPerson(input, changeOf(ctx))),

  changeRole: permitted('people.write')
    .input(target.extend({ role: z.enum(roles) }))
    .output(changed)
    .mutation(({ input, ctx }) => changeRole(input, changeOf(ctx))),

  disable: permitted('people.write')
    .input(target)
    .output(changed)
    .mutation(({ input, ctx }) => disablePerson(input, changeOf(ctx))),

  enable: permitted('people.write')
    .input(target)
    .output(changed)
    .mutation(({ input, ctx }) => enablePerson(input, changeOf(ctx))),

  resetPassword: permitted('people.write')
    .input(target.extend({ password }))
    .output(changed)
    .mutation(({ input, ctx }) => resetPassword(input, changeOf(ctx))),
})
