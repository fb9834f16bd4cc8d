import { type LoadedChunk } from '../../domain/what-if/tally.ts'
import { type PostingDetail, type Place, type TailChunk } from '../../domain/what-if/tail-chunk.ts'

/** A process keeps so many bytes of days that it has read; the longest unused leave first. */
const bytesKept = 512 * 1024 * 1024

/** Which part of a day: strong readings, which every answer needs, or the rest of its tail. */
export type PartName = 'strong' | 'rest'

/** What is in memory of a day. */
export interface KeptDay {
  readonly revision: string
  readonly transactions: number
  readonly places: readonly Place[]
  readonly strongFrom: Uint16Array
  readonly parts: Partial<Record<PartName, LoadedChunk>>
  bytes: number
}

const memory = new Map<string, KeptDay>()
let bytesInMemory = 0

/** The day as this process has read it, if it is still the present one. Several processes agree, because the revision is asked every time. */
export function findKept(day: number, revision: string): KeptDay | null {
  const kept = memory.get(keyOf(day))
  if (kept?.revision !== revision) return null
  // A Map remembers the order of insertion: what was used last stands last.
  memory.delete(keyOf(day))
  memory.set(keyOf(day), kept)
  return kept
}

export function keepDay(day: number, kept: KeptDay): void {
  forget(keyOf(day))
  memory.set(keyOf(day), kept)
  bytesInMemory += kept.bytes
  for (const oldest of memory.keys()) {
    if (bytesInMemory <= bytesKept || oldest === keyOf(day)) break
    forget(oldest)
  }
}

/** Adds a part that was read, or its details. */
export function keepPart(kept: KeptDay, name: PartName, part: LoadedChunk, bytes: number): void {
  kept.parts[name] = part
  kept.bytes += bytes
  bytesInMemory += bytes
}

/** Empties the memory, as in a process that has just begun. */
export function forgetDays(): void {
  memory.clear()
  bytesInMemory = 0
}

export function loaded(chunk: TailChunk, details: readonly PostingDetail[] | null): LoadedChunk {
  return { chunk, details, customerNumbers: new Int32Array(chunk.rows).fill(-2) }
}

function forget(key: string): void {
  bytesInMemory -= memory.get(key)?.bytes ?? 0
  memory.delete(key)
}

/** Tests change the database of a process. */
function keyOf(day: number): string {
  return `${process.env.DATABASE_URL} ${day}`
}
