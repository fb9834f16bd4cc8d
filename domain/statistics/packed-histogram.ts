import type { LogHistogram } from './log-histogram.ts'

/** The first byte; another layout or bucket width gets another number, so that old bytes are never misread. */
const layout = 1

/** Above any bucket of a duration that a clock can show; guards against reading bytes of something else. */
const highestBucket = 2000

/**
 * Packs a histogram for storage: the layout's number, then for ended and for censored the number of buckets and, for
 * each in order, the gap to the bucket before and the count, all as LEB128 varints. Typically 2 to 3 bytes a bucket.
 */
export function packHistogram(histogram: LogHistogram): Uint8Array {
  const bytes: number[] = [layout]
  for (const side of [histogram.ended, histogram.censored]) {
    const buckets = [...side].filter(([, count]) => count > 0).sort(([left], [right]) => left - right)
    writeVarint(bytes, buckets.length)
    let before = 0
    for (const [bucket, count] of buckets) {
      writeVarint(bytes, bucket - before)
      writeVarint(bytes, count)
      before = bucket
    }
  }
  return Uint8Array.from(bytes)
}

/**
 * Reads what `packHistogram` wrote.
 *
 * @throws RangeError when the bytes are cut, too long, or of another layout.
 */
export function unpackHistogram(bytes: Uint8Array): LogHistogram {
  if (bytes[0] !== layout) throw new RangeError(`Not a packed histogram of layout ${layout}`)
  let offset = 1
  const read = () => {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[offset]
      if (byte === undefined || factor > 2 ** 49) throw new RangeError('A packed histogram is cut or damaged')
      offset += 1
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }
  const readSide = () => {
    const side = new Map<number, number>()
    let bucket = 0
    for (let rest = read(); rest > 0; rest -= 1) {
      bucket += read()
      if (bucket > highestBucket) throw new RangeError('A packed histogram has impossible buckets')
      side.set(bucket, read())
    }
    return side
  }
  const histogram = { ended: readSide(), censored: readSide() }
  if (offset !== bytes.length) throw new RangeError('A packed histogram is longer than its buckets')
  return histogram
}

function writeVarint(bytes: number[], value: number): void {
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  bytes.push(rest)
}
