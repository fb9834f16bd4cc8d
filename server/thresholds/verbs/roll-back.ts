import { AppError } from '../../../domain/errors/app-error.ts'
import { diffRuleSets } from '../../../domain/thresholds/diff-rule-sets.ts'
import { getPrisma } from '../../db/prisma.ts'
import { inTransaction, onPool } from '../../db/query.ts'
import { auditRefusal } from '../audit-refusal.ts'
import { applyMove } from '../change-version.ts'
import { getActiveVersion, getVersion } from '../stored-version.ts'
import { requirePurchases, testVersion } from '../test-version.ts'
import { type VersionChange } from '../version-change.ts'
import { insertVersion } from './create-draft.ts'
import { sealed, type TestWindow } from './submit-version.ts'

/**
 * One click back, through the door: a new version with the rules of an earlier one, tested, sealed and in review at once. Gives its number.
 * Throws `unprocessable` for a version that never decided or says what the active one says.
 */
export async function rollBack(
  to: { readonly version: number; readonly note: string; readonly window: TestWindow },
  change: Omit<VersionChange, 'expectedEdition'>,
): Promise<{ readonly version: number }> {
  return auditRefusal(to.version, change, async () => {
    const source = await getVersion(onPool, to.version)
    const active = await getActiveVersion(onPool)
    if (source.activatedAt === null || source.version === active.version) {
      throw new AppError('unprocessable', {
        userMessage: 'Only rules that were active before can be brought back.',
        details: { reason: 'onlyEarlier' },
      })
    }
    if (diffRuleSets(active.rules, source.rules).length === 0) {
      throw new AppError('unprocessable', {
        userMessage: 'The active version says the same already.',
        details: { reason: 'saysTheSame' },
      })
    }
    const tested = await testVersion(source.rules, active.rules, to.window)
    await requirePurchases(tested)
    return getPrisma().$transaction(async (tx) => {
      const query = inTransaction(tx)
      const { version } = await insertVersion(
        tx,
        {
          ...{ kind: 'rollback', note: to.note, content: source.rules },
          ...{ baseVersion: active.version, restoresVersion: source.version },
        },
        change,
      )
      const draft = await getVersion(query, version, { lock: true })
      const move = await sealed(draft, tested, { against: active.version, query, change })
      await applyMove(tx, draft, move, { ...change, expectedEdition: null })
      return { version }
    })
  })
}
