import { z } from 'zod'
import { type SignedIn } from '../../domain/access/actor.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'

/**
 * The person says whether they take work now, and who covers while they do not: the colleague sees the covered cases and
 * promises among their own. Throws `unprocessable` when somebody would cover for themselves or is unknown, and for an absence that
 * is over already.
 */
export async function setPresence(
  input: {
    readonly state: 'here' | 'away'
    readonly until: number | null
    readonly coveredBy: string | null
    readonly note: string | null
  },
  {
    signedIn,
    now,
    requestId,
  }: { readonly signedIn: SignedIn; readonly now: number; readonly requestId: string },
): Promise<void> {
  const { personId, name, role } = signedIn
  if (input.state === 'away' && input.until !== null && input.until <= now) {
    const message = 'This day is over. Choose until when you will be away.'
    throw new AppError('unprocessable', {
      userMessage: message,
      problems: [{ path: 'until', code: 'awayPast', message }],
    })
  }
  await getPrisma().$transaction(async (tx) => {
    if (input.coveredBy !== null) {
      const colleague = await tx.person.findFirst({ where: { id: input.coveredBy, status: 'active' } })
      if (!colleague || input.coveredBy === personId) {
        const message = 'Choose a colleague who has an account.'
        throw new AppError('unprocessable', {
          userMessage: message,
          problems: [{ path: 'coveredBy', code: 'unknownColleague', message }],
        })
      }
    }
    const data = {
      ...{ state: input.state, since: new Date(now), note: input.note },
      until: input.until === null ? null : new Date(input.until),
      coveredBy: input.state === 'away' ? input.coveredBy : null,
    }
    await tx.presence.upsert({ where: { personId }, create: { personId, ...data }, update: data })
    await appendAudit(tx, {
      ...{ actor: { kind: 'person', id: personId, name, role }, at: now, requestId },
      ...{
        action: 'presence.set',
        subjectKind: 'person',
        subjectId: personId,
        after: { state: input.state, coveredBy: data.coveredBy },
      },
    })
  })
}

/** Somebody who takes no work now, and who covers for them. */
export interface Absence {
  /** Epoch ms; null: until they are back. */
  readonly until: number | null
  readonly coveredBy: string | null
  readonly coveredByName: string | null
  readonly note: string | null
}

/**
 * The absence of a person at `now` (epoch ms); null when they are here, as everybody is who never said otherwise, and for somebody of
 * another system, who is known by a word only.
 */
export async function findPresence(personId: string, now: number): Promise<Absence | null> {
  if (!z.uuid().safeParse(personId).success) return null
  const prisma = getPrisma()
  const found = await prisma.presence.findUnique({ where: { personId } })
  if (found?.state !== 'away' || (found.until !== null && found.until.getTime() <= now)) return null
  const colleague =
    found.coveredBy === null ? null : await prisma.person.findUnique({ where: { id: found.coveredBy } })
  return {
    ...{ until: found.until?.getTime() ?? null, note: found.note },
    ...{ coveredBy: found.coveredBy, coveredByName: colleague?.name ?? null },
  }
}
