/** Chunks that draw the picture; every other one may say who took it, where and with what. */
const drawingChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'pHYs'])
const pngSignature = 8

/** A picture of more points is a decompression bomb rather than a screenshot. */
const mostPixels = 60_000_000

/** A PNG or JPEG without what it says about its maker and place; null when it is broken, cut off or enormous. */
export function stripImageMetadata(bytes: Uint8Array, type: 'image/png' | 'image/jpeg'): Uint8Array | null {
  return type === 'image/png' ? stripPng(bytes) : stripJpeg(bytes)
}

function stripPng(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, pngSignature)]
  for (let at = pngSignature; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (end > bytes.length) return null
    if (type === 'IHDR' && view.getUint32(at + 8) * view.getUint32(at + 12) > mostPixels) return null
    if (drawingChunks.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return joined(kept)
    at = end
  }
  return null
}

const startOfScan = 0xda

function stripJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return null
    if (isFrame(marker) && tooManyPixels(bytes, at)) return null
    if (marker === startOfScan) {
      const last = lastMarker(bytes, end)
      return last === null ? null : joined([...kept, bytes.subarray(at, last)])
    }
    // APP0 holds the resolution, APP14 the colours; the other application segments and comments tell of people and places.
    const tells = (marker >= 0xe0 && marker <= 0xef && marker !== 0xe0 && marker !== 0xee) || marker === 0xfe
    if (!tells) kept.push(bytes.subarray(at, end))
    at = end
  }
  return null
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function tooManyPixels(bytes: Uint8Array, at: number): boolean {
  const height = (bytes[at + 5]! << 8) | bytes[at + 6]!
  const width = (bytes[at + 7]! << 8) | bytes[at + 8]!
  return width * height > mostPixels
}

/** Where the picture ends; what is hung behind it (a second file) is left out. */
function lastMarker(bytes: Uint8Array, from: number): number | null {
  for (let i = from; i + 1 < bytes.length; i += 1)
    if (bytes[i] === 0xff && bytes[i + 1] === 0xd9) return i + 2
  return null
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
