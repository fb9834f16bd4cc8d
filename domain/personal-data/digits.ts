/** The sum of each digit times its weight. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < weights.length; i += 1) sum += (digits.charCodeAt(i) - 48) * weights[i]!
  return sum
}

/** ISO/IEC 7812 annex B: every second digit from the right doubled, its digits added. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = digits.length - 1, double = false; i >= 0; i -= 1, double = !double) {
    const digit = digits.charCodeAt(i) - 48
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}

/** ISO 7064 mod 97-10 of digits and capital letters (A = 10 ... Z = 35). */
export function modulo97(characters: string): number {
  let rest = 0
  for (let i = 0; i < characters.length; i += 1) {
    const code = characters.charCodeAt(i)
    rest = code < 58 ? (rest * 10 + code - 48) % 97 : (rest * 100 + code - 55) % 97
  }
  return rest
}

/** `000000000` and the like pass many sums and mean nothing. */
export function isOneDigitRepeated(digits: string): boolean {
  return digits === digits[0]!.repeat(digits.length)
}
