import { z } from 'zod'
import { type SignedIn } from '../../domain/access/actor.ts'
import { languages } from '../../domain/language/language.ts'
import { getPrisma } from '../db/prisma.ts'
import { nextContactSchema } from './next-contact.ts'
import { openCase, type OpenedCase } from './open-case.ts'

/** What a person gives to open a case; `requestKey` is made by the form, so that a double press opens one. */
export const newCaseSchema = z.object({
  requestKey: z.uuid(),
  customerRef: z.string().trim().min(1).max(120),
  kind: z.string().min(1).max(60),
  desk: z.string().min(1).max(120),
  channel: z.string().min(1).max(40),
  summary: z.string().trim().min(1).max(2_000),
  segment: z.string().max(60).nullable(),
  language: z.enum(languages).nullable(),
  alertId: z.uuid().nullable(),
  /** When the customer hears from us again, as they were told. */
  next: nextContactSchema.nullable().default(null),
})

/** Opens a case in the person's hands, with the promise that the customer was given. */
export function openCaseByPerson(
  { requestKey, next = null, ...facts }: z.input<typeof newCaseSchema>,
  {
    signedIn,
    now,
    requestId,
  }: { readonly signedIn: SignedIn; readonly now: number; readonly requestId: string },
): Promise<OpenedCase> {
  const actor = { kind: 'person', id: signedIn.personId, name: signedIn.name, role: signedIn.role } as const
  return getPrisma().$transaction((tx) =>
    openCase(
      tx,
      {
        ...{ ...facts, next, externalId: requestKey, source: 'app', owner: signedIn.personId },
        ...{ priority: null, category: null, openedAt: now },
      },
      { actor, now, requestId },
    ),
  )
}
