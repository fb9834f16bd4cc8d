const pattern = /^(-?)(\d{1,15})(?:\.(\d{1,9}))?$/

/** An exact decimal number: `digits` x 10^-`scale`. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/** null for a text that is not up to 15 digits, with a sign and up to 9 digits after a point where need be. */
export function readDecimal(text: string): Decimal | null {
  const match = pattern.exec(text)
  if (match === null) return null
  const fraction = match[3] ?? ''
  const digits = BigInt(match[2]! + fraction)
  return { digits: match[1] === '-' ? -digits : digits, scale: fraction.length }
}

/**
 * quantity x price in units of 10^-`minorDigits`, rounded half away from zero, as money is on an invoice. null when the
 * product is no safe integer.
 */
export function multiplyToMinor(quantity: Decimal, price: Decimal, minorDigits: number): number | null {
  const product = quantity.digits * price.digits
  const shift = quantity.scale + price.scale - minorDigits
  const minor = shift <= 0 ? product * 10n ** BigInt(-shift) : divideRounded(product, 10n ** BigInt(shift))
  const number = Number(minor)
  return Number.isSafeInteger(number) ? number : null
}

function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const half = divisor / 2n
  return dividend < 0n ? (dividend - half) / divisor : (dividend + half) / divisor
}
