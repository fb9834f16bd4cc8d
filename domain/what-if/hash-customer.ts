/**
 * Two halves of a 64-bit hash of a customer's reference (cyrb53 by bryc, both lanes kept whole), so that customers are
 * counted without their references. Two of a million customers share one with a chance of about one in forty million.
 */
export function hashCustomer(ref: string): readonly [high: number, low: number] {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let i = 0; i < ref.length; i++) {
    const code = ref.charCodeAt(i)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return [high >>> 0, low >>> 0 || 1]
}
