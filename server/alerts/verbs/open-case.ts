import { alertConflict } from '../../../domain/alerts/alert-state.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { languages } from '../../../domain/language/language.ts'
import { type NextContact, openCase } from '../../cases/cases.ts'
import { getPrisma, type Tx } from '../../db/prisma.ts'
import { inTransaction } from '../../db/query.ts'
import { type ChangedAlert, changeAlertIn } from '../change-alert.ts'
import { asPerson, type PersonChange } from '../person-change.ts'

/** The case that an alert needs. */
export interface CaseWanted {
  readonly kind: string
  readonly desk: string
  readonly summary: string
  /** What the customer was told: when they hear of us again. */
  readonly next: NextContact | null
}

/**
 * Opens the case of a mistake or fraud, inside the caller's transaction; a second call finds the first one's case. Throws
 * `conflict` for another outcome, `unprocessable` for an unknown kind or desk or a customer without a reference.
 */
export async function openCaseIn(
  tx: Tx,
  { alertId, kind, desk, summary, next }: CaseWanted & { readonly alertId: string },
  change: PersonChange,
): Promise<ChangedAlert & { readonly caseId: string }> {
  const who = asPerson(change)
  let caseId = ''
  const changed = await changeAlertIn(inTransaction(tx), alertId, who, async ({ key, about, state }) => {
    if (state.outcome !== 'mistake' && state.outcome !== 'fraud')
      throw alertConflict(state, 'Only a mistake or a fraud opens a case from here.')
    if (!about.customerKnown) {
      throw new AppError('unprocessable', {
        userMessage: 'Nobody knows whose transaction this was, so there is no customer to open a case for.',
      })
    }
    const opened = await openCase(
      tx,
      {
        ...{ customerRef: key.customerRef, externalId: alertId, source: 'alert', alertId },
        ...{ kind, desk, owner: change.signedIn.personId, summary },
        // How the customer speaks with us about it, not how they paid.
        channel: about.outcomeChannel ?? 'alert',
        ...{ priority: null, category: state.outcome, segment: about.segment },
        language: languages.find((one) => one === about.language) ?? null,
        ...{ openedAt: change.now, next },
      },
      { actor: who.actor, now: change.now, requestId: change.requestId },
    )
    caseId = opened.id
    return about.caseId === opened.id
      ? null
      : { state, event: { type: 'case.opened', payload: { caseId: opened.id, kind } } }
  })
  return { ...changed, caseId }
}

/** `openCaseIn` in a transaction of its own. */
export function openCaseFromAlert(input: CaseWanted & { readonly alertId: string }, change: PersonChange) {
  return getPrisma().$transaction((tx) => openCaseIn(tx, input, change))
}
