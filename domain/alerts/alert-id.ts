/**
 * The id of the alert that this revision of a transaction raises: an RFC 9562 version 8 UUID made of a hash, so that
 * screening the same thing again, after a kill or in a replay, can only raise the same alert. `sha256` gives at
 * least 16 bytes.
 */
export function alertId(
  raisedBy: {
    readonly customerRef: string | null
    readonly transactionId: string
    readonly revision: number
  },
  sha256: (text: string) => Uint8Array,
): string {
  const { customerRef, transactionId, revision } = raisedBy
  const bytes = sha256(JSON.stringify(['alert', customerRef, transactionId, revision])).slice(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
