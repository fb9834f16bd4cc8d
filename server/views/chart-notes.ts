import { randomUUID } from 'node:crypto'
import { AppError } from '../../domain/errors/app-error.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import { type OwnChange } from './save-view.ts'

/** own: seen by its author. team: seen by all who read charts. incident: the same, drawn as something that went wrong. */
export const noteKinds = ['own', 'team', 'incident'] as const

export interface NewNote {
  readonly kind: (typeof noteKinds)[number]
  /** Epoch ms. */
  readonly at: number
  readonly text: string
}

/** Writes down what happened and may explain a change. */
export async function addNote(input: NewNote, change: OwnChange): Promise<{ readonly noteId: string }> {
  const { signedIn, now, requestId } = change
  const id = randomUUID()
  await getPrisma().$transaction(async (tx) => {
    await tx.chartNote.create({
      data: {
        ...{ id, kind: input.kind, at: new Date(input.at), text: input.text },
        ...{ createdBy: signedIn.personId, createdAt: new Date(now) },
      },
    })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), action: 'notes.add', subjectKind: 'chartNote', subjectId: id },
      // A person's own note is nobody else's to read.
      after: { kind: input.kind, at: input.at, ...(input.kind !== 'own' && { text: input.text }) },
      ...{ at: now, requestId },
    })
  })
  return { noteId: id }
}

/** Takes an own note away. Throws `notFound`. */
export async function removeNote(noteId: string, { signedIn, now, requestId }: OwnChange): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    const { count } = await tx.chartNote.updateMany({
      where: { id: noteId, createdBy: signedIn.personId, deletedAt: null },
      data: { deletedAt: new Date(now) },
    })
    if (count === 0) throw new AppError('notFound', { userMessage: 'There is no such note of yours.' })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), action: 'notes.remove', subjectKind: 'chartNote', subjectId: noteId },
      ...{ at: now, requestId },
    })
  })
}
