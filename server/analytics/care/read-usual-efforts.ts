import { type ClientBase } from 'pg'
import { type CaseChunk } from '../../../domain/metrics/care/case-columns.ts'
import { usualEfforts, type UsualEfforts } from '../../../domain/metrics/care/usual-effort.ts'
import { weekMs, weekOf } from '../../../domain/time/epoch-week.ts'
import { type CareReading } from './open-reading.ts'
import { readChunks, readRevisions } from './read-chunks.ts'

/** So many whole weeks say what is usual. */
const weeks = 52

let last: { readonly chunks: readonly CaseChunk[]; readonly efforts: UsualEfforts } | null = null

const ofReading = new WeakMap<CareReading, Promise<UsualEfforts>>()

/**
 * What customers usually went through with cases that were resolved in the 52 whole weeks before the reading's clock. Whatever range
 * a page shows, at one moment all figures are held against the same medians. Asked for once a reading, and worked out anew when
 * one of the weeks changes.
 */
export function readUsualEfforts(reading: CareReading): Promise<UsualEfforts> {
  const known = ofReading.get(reading) ?? readEfforts(reading.client, reading.context.now)
  ofReading.set(reading, known)
  return known
}

async function readEfforts(client: ClientBase, now: number): Promise<UsualEfforts> {
  const to = weekOf(now) * weekMs
  const revisions = await readRevisions(client, { from: to - weeks * weekMs, to })
  const chunks = await readChunks(client, 'resolved', revisions)
  if (last?.chunks.length !== chunks.length || chunks.some((chunk, place) => chunk !== last?.chunks[place])) {
    last = { chunks, efforts: usualEfforts(chunks) }
  }
  return last.efforts
}
