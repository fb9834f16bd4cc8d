import { type LoadedChunk } from '../../domain/what-if/tally.ts'
import { type Place } from '../../domain/what-if/tail-chunk.ts'

/** A process keeps so many bytes of tails that it has read; the longest unused leave first. */
const bytesKept = 512 * 1024 * 1024

export type TailTable = 'what_if_days' | 'what_if_spans'

/** Which part of a tail: strong readings, which every answer needs, or the rest, which only days have. */
export type PartName = 'strong' | 'rest'

/** What is in memory of a day's or a span's tail. */
export interface KeptTail {
  readonly revision: string
  readonly places: readonly Place[]
  readonly strongFrom: Uint16Array
  readonly parts: Partial<Record<PartName, LoadedChunk>>
  bytes: number
}

const memory = new Map<string, KeptTail>()
let bytesInMemory = 0

/** The tail as this process has read it, if it is still the present one. Several processes agree, because the revision is asked every time. */
export function findKept(table: TailTable, number: number, revision: string): KeptTail | null {
  const key = keyOf(table, number)
  const kept = memory.get(key)
  if (kept?.revision !== revision) return null
  // A Map remembers the order of insertion: what was used last stands last.
  memory.delete(key)
  memory.set(key, kept)
  return kept
}

/** Keeps a tail, again when it has grown. */
export function keepTail(table: TailTable, number: number, kept: KeptTail): void {
  const key = keyOf(table, number)
  forget(key)
  memory.set(key, kept)
  bytesInMemory += kept.bytes
  for (const oldest of memory.keys()) {
    if (bytesInMemory <= bytesKept) break
    forget(oldest)
  }
}

/** Empties the memory, as in a process that has just begun. */
export function forgetTails(): void {
  memory.clear()
  bytesInMemory = 0
}

function forget(key: string): void {
  bytesInMemory -= memory.get(key)?.bytes ?? 0
  memory.delete(key)
}

/** Tests change the database of a process. */
function keyOf(table: TailTable, number: number): string {
  return `${process.env.DATABASE_URL} ${table} ${number}`
}
