const newline = 0x0a
const carriageReturn = 0x0d

/** The lines of a stream of bytes without their ends; empty ones are left out, ones above `bytesAtMost` are `tooLong` and not kept. */
export async function* splitLines(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  bytesAtMost: number,
): AsyncGenerator<Uint8Array | 'tooLong'> {
  let parts: Uint8Array[] = []
  let length = 0
  const keep = (part: Uint8Array) => {
    length += part.byteLength
    if (length <= bytesAtMost) parts.push(part)
    else parts = []
  }
  const finish = (): Uint8Array | 'tooLong' | null => {
    const line = length > bytesAtMost ? 'tooLong' : parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    parts = []
    length = 0
    if (line === 'tooLong') return line
    const bare = line.at(-1) === carriageReturn ? line.subarray(0, -1) : line
    return bare.byteLength === 0 ? null : bare
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      keep(chunk.subarray(start, end))
      start = end + 1
      const line = finish()
      if (line !== null) yield line
    }
    keep(chunk.subarray(start))
  }
  const last = finish()
  if (last !== null) yield last
}
