const million = 1_000_000

/**
 * Whether a transaction belongs to the random sample of what lies below all thresholds: drawn by a keyed hash of its id (at least four
 * bytes), so that a retry and a replay draw the same, and nobody outside can choose an id that is never drawn.
 */
export function isSampled(
  transactionId: string,
  { ppm, hash }: { readonly ppm: number; readonly hash: (text: string) => Uint8Array },
): boolean {
  if (ppm <= 0) return false
  const bytes = hash(`sample ${transactionId}`)
  const drawn = ((bytes[0]! << 24) >>> 0) + (bytes[1]! << 16) + (bytes[2]! << 8) + bytes[3]!
  return (drawn / 0x1_0000_0000) * million < ppm
}
