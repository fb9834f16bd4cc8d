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
