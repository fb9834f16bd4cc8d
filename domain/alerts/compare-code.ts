/**
 * The four digits that staff say and the customer sees (in the app, in the message, on the page where they answer): when both are
 * the same, each knows that the other speaks about this question. Not a secret of the customer's and good for nothing
 * else. `hash` is a keyed hash of at least four bytes, so that nobody outside can work it out from the reference.
 */
export function compareCode(alertId: string, hash: (text: string) => Uint8Array): string {
  const bytes = hash(`compare ${alertId}`)
  const number = ((bytes[0]! << 16) | (bytes[1]! << 8) | bytes[2]!) % 10_000
  const digits = String(number).padStart(4, '0')
  return `${digits.slice(0, 2)} ${digits.slice(2)}`
}
