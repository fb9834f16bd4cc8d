import { AppError } from '../../../domain/errors/app-error.ts'
import { type RuleSet } from '../../../domain/screening/rule.ts'
import { type KeptAdvice } from '../../../domain/thresholds/kept-advice.ts'
import { type VersionKind } from '../../../domain/thresholds/version-status.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma, type Tx } from '../../db/prisma.ts'
import { inTransaction } from '../../db/query.ts'
import { auditRefusal } from '../audit-refusal.ts'
import { hashOf } from '../hash-of.ts'
import { getActiveVersion, getVersion } from '../stored-version.ts'
import { type VersionChange } from '../version-change.ts'
import { writeEvent } from '../write-event.ts'

/** So many unfinished versions at once are more than anybody can compare. */
const openAtMost = 30

export interface NewVersion {
  readonly kind: VersionKind
  readonly note: string
  /** The rules that it begins with; their number and date are replaced. */
  readonly content: Pick<RuleSet, 'rules' | 'merchantCriteria'>
  readonly baseVersion: number
  readonly restoresVersion: number | null
  /** Where it comes from, kept with the first line of its history. */
  readonly advice?: KeptAdvice
}

type Creating = Omit<VersionChange, 'expectedEdition'>

/**
 * Begins a draft with the rules of `from`, or of the active version. Gives its number. Throws `unprocessable` when too many versions
 * are under way, `notFound` for a version that is not there.
 */
export async function createDraft(
  draft: { readonly note: string; readonly from: number | null },
  change: Creating,
): Promise<{ readonly version: number; readonly edition: number }> {
  return auditRefusal(null, change, () =>
    getPrisma().$transaction(async (tx) => {
      const query = inTransaction(tx)
      const active = await getActiveVersion(query)
      const source = draft.from === null ? active : await getVersion(query, draft.from)
      return insertVersion(
        tx,
        {
          ...{ kind: 'change', note: draft.note, content: source.rules, restoresVersion: null },
          baseVersion: active.version,
        },
        change,
      )
    }),
  )
}

/** Writes a new version as a draft, with its history and audit entry. */
export async function insertVersion(
  tx: Tx,
  draft: NewVersion,
  change: Creating,
): Promise<{ readonly version: number; readonly edition: number }> {
  const query = inTransaction(tx)
  await query('SELECT pg_advisory_xact_lock($1)::text', [numbering])
  const [row] = (await query(
    `SELECT (coalesce(max(version), 0) + 1)::int AS next,
       (count(*) FILTER (WHERE status NOT IN ('active', 'retired', 'rejected')))::int AS open FROM rule_set_versions`,
    [],
  )) as { next: number; open: number }[]
  if (row!.open >= openAtMost && draft.kind !== 'emergency') throw tooMany()
  const version = row!.next
  const { rules, merchantCriteria } = draft.content
  const ruleSet: RuleSet = {
    ...{ version, rules, createdAt: change.now },
    ...(merchantCriteria === undefined ? {} : { merchantCriteria }),
  }
  const { actor, now } = change
  await query(
    `INSERT INTO rule_set_versions (version, status, kind, rules, seal, note, base_version, restores_version, created_by, created_at,
       edited_by, edited_at)
     VALUES ($1::int, 'draft', $2, $3::text::jsonb, decode($4, 'hex'), $5, $6::int, $7::int, $8::uuid, $9::timestamptz, $8::uuid,
       $9::timestamptz) RETURNING version`,
    [
      ...[version, draft.kind, JSON.stringify(ruleSet), hashOf(ruleSet), draft.note, draft.baseVersion],
      ...[draft.restoresVersion, actor.kind === 'person' ? actor.id : null, new Date(now)],
    ],
  )
  const facts = {
    ...{ kind: draft.kind, base: draft.baseVersion, restores: draft.restoresVersion },
    ...(draft.advice === undefined ? {} : { advice: draft.advice }),
  }
  await writeEvent(query, version, { type: 'drafted', comment: draft.note, facts }, change)
  await appendAudit(tx, {
    ...{ actor, at: now, requestId: change.requestId },
    ...{ action: 'thresholds.drafted', subjectKind: 'ruleSetVersion', subjectId: String(version) },
    after: { ...facts, note: draft.note },
  })
  return { version, edition: 1 }
}

/** Any constant will do; numbers are given one after another. */
const numbering = 712_093_461

function tooMany(): AppError {
  return new AppError('unprocessable', {
    userMessage: `There are ${openAtMost} unfinished versions already. Finish or discard one first.`,
    details: { reason: 'tooManyOpen', most: openAtMost },
  })
}
