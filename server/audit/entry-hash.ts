import { createHash } from 'node:crypto'
import { canonicalJson, type JsonValue } from './canonical-json.ts'

/** What one link of the chain covers: every column except the hash itself. */
export interface ChainedEntry {
  readonly seq: number
  /** Epoch milliseconds. */
  readonly at: number
  readonly actorKind: string
  readonly actorId: string | null
  readonly actorName: string
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly before: JsonValue
  readonly after: JsonValue
  readonly requestId: string | null
  readonly previousHash: Uint8Array
}

/** What stands before the first entry. */
export const genesisHash = new Uint8Array(32)

/** SHA-256 over the canonical JSON of the entry, the previous entry's hash in hex included. */
export function hashEntry(entry: ChainedEntry): Uint8Array<ArrayBuffer> {
  const link = { ...entry, previousHash: Buffer.from(entry.previousHash).toString('hex') }
  return new Uint8Array(createHash('sha256').update(canonicalJson(link), 'utf8').digest())
}

/**
 * The canonical JSON that `hashEntry` covers, cut where the previous hash (in hex) and the number belong: the database puts those in
 * (`seal_audit_draft`) while others wait for this link.
 */
export function linkParts(entry: Omit<ChainedEntry, 'seq' | 'previousHash'>): {
  readonly start: string
  readonly middle: string
  readonly end: string
} {
  const { action, actorId, actorKind, actorName, after, at, before, requestId, subjectId, subjectKind } =
    entry
  const members = (of: { [key: string]: JsonValue }) => canonicalJson(of).slice(1, -1)
  return {
    start: `{${members({ action, actorId, actorKind, actorName, after, at, before })},"previousHash":"`,
    middle: `",${members({ requestId })},"seq":`,
    end: `,${members({ subjectId, subjectKind })}}`,
  }
}
