import type { SignedIn } from '../../domain/access/actor.ts'
import type { Language } from '../../domain/language/language.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import { toActor } from './to-actor.ts'

export interface Preferences {
  readonly language?: Language
  readonly colourScheme?: SignedIn['colourScheme']
  /** Keyboard shortcuts. */
  readonly shortcuts?: boolean
}

/** Keeps what the person chose for themselves; what is not given stays. The version is not raised: nobody else edits these. */
export async function savePreferences(
  preferences: Preferences,
  { signedIn, now }: { signedIn: SignedIn; now: number },
): Promise<void> {
  const { language, colourScheme, shortcuts } = signedIn
  const before = { language, colourScheme, shortcuts }
  const after = { ...before, ...preferences }
  if (JSON.stringify(before) === JSON.stringify(after)) return
  await getPrisma().$transaction(async (tx) => {
    await tx.person.update({ where: { id: signedIn.personId }, data: { ...preferences } })
    await appendAudit(tx, {
      actor: toActor(signedIn),
      action: 'preferences.save',
      subjectKind: 'person',
      subjectId: signedIn.personId,
      before,
      after,
      at: now,
    })
  })
}
