import { z } from 'zod'
import { type BundleParts, sealText } from '../../domain/thresholds/seal.ts'
import { toJsonValue } from '../audit/audit.ts'
import { type Query } from '../db/query.ts'
import { hashOf, hashOfText } from './hash-of.ts'
import { type StoredVersion } from './stored-version.ts'

/** What the rules would have done, as the what-if computed it, with the hashes of its data and of itself (hexadecimal). */
export interface TestedResult {
  readonly window: { readonly from: number; readonly to: number }
  readonly dataHash: string
  readonly resultHash: string
  readonly result: unknown
}

export interface SealedBundle extends BundleParts {
  readonly seal: string
  readonly result: unknown
  /** Epoch milliseconds. */
  readonly sealedAt: number
}

export function rulesHashOf({ rules }: Pick<StoredVersion, 'rules'>): string {
  return hashOf(rules)
}

/** Binds rules and result together and keeps the bundle. Gives its seal. */
export async function sealBundle(
  query: Query,
  current: StoredVersion,
  tested: TestedResult,
  by: { readonly against: number; readonly personId: string | null; readonly now: number },
): Promise<string> {
  const parts: BundleParts = {
    ...{ version: current.version, edition: current.edition, rulesHash: rulesHashOf(current) },
    ...{ against: by.against, windowFrom: tested.window.from, windowTo: tested.window.to },
    ...{ dataHash: tested.dataHash, resultHash: tested.resultHash },
  }
  const seal = hashOfText(sealText(parts))
  await query(
    `INSERT INTO sealed_bundles (seal, version, edition, rules_hash, against, window_from, window_to, data_hash, result_hash, result,
       sealed_by, sealed_at)
     VALUES (decode($1, 'hex'), $2::int, $3::int, decode($4, 'hex'), $5::int, $6::timestamptz, $7::timestamptz, decode($8, 'hex'),
       decode($9, 'hex'), $10::text::jsonb, $11::uuid, $12::timestamptz)
     ON CONFLICT (seal) DO NOTHING RETURNING version`,
    [
      ...[seal, parts.version, parts.edition, parts.rulesHash, parts.against],
      ...[new Date(parts.windowFrom), new Date(parts.windowTo), parts.dataHash, parts.resultHash],
      ...[JSON.stringify(toJsonValue(tested.result)), by.personId, new Date(by.now)],
    ],
  )
  return seal
}

const instant = z.date().transform((date) => date.getTime())
const bundleRow = z.object({
  ...{ seal: z.string(), version: z.int(), edition: z.int(), rulesHash: z.string(), against: z.int() },
  ...{ windowFrom: instant, windowTo: instant, dataHash: z.string(), resultHash: z.string() },
  ...{ result: z.unknown(), sealedAt: instant },
})

/** The bundle with this seal; null: nothing was sealed so. */
export async function findBundle(query: Query, seal: string): Promise<SealedBundle | null> {
  const [row] = await query(
    `SELECT encode(seal, 'hex') AS seal, version, edition, encode(rules_hash, 'hex') AS "rulesHash", against,
       window_from AS "windowFrom", window_to AS "windowTo", encode(data_hash, 'hex') AS "dataHash",
       encode(result_hash, 'hex') AS "resultHash", result, sealed_at AS "sealedAt"
     FROM sealed_bundles WHERE seal = decode($1, 'hex')`,
    [seal],
  )
  return row === undefined ? null : bundleRow.parse(row)
}

/** Whether a version's seal is still the seal of its rules: recomputed from the rules themselves. */
export function isSealIntact(current: StoredVersion, bundle: SealedBundle | null): boolean {
  return (
    bundle !== null &&
    bundle.seal === current.seal &&
    bundle.edition === current.edition &&
    bundle.rulesHash === rulesHashOf(current) &&
    hashOfText(sealText(bundle)) === bundle.seal
  )
}
