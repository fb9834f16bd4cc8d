const million = 1_000_000

/**
 * A customer's fixed place among a million, from a 32-bit FNV-1a over the reference and then a finisher (Murmur3's), so that neighbouring
 * references do not fall together. Stable: the same customers stay in as the share grows. `salt` makes each version draw anew, so that
 * not the same customers are always first.
 */
export function rampPlace(customerRef: string, salt: number): number {
  let hash = (2_166_136_261 ^ salt) >>> 0
  for (let i = 0; i < customerRef.length; i++) {
    hash = Math.imul(hash ^ customerRef.charCodeAt(i), 16_777_619) >>> 0
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b) >>> 0
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35) >>> 0
  hash = (hash ^ (hash >>> 16)) >>> 0
  return Math.floor((hash / 2 ** 32) * million)
}

/** Whether the customer belongs to the first `ppm` of a million. Nobody known is in no share below everybody. */
export function isInRamp(customerRef: string | null, salt: number, ppm: number): boolean {
  if (ppm >= million) return true
  return customerRef !== null && rampPlace(customerRef, salt) < ppm
}
