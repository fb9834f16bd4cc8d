import { isOneDigitRepeated, weightedSum } from './digits.ts'

const peselWeights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]
/** The century is added to the month. */
const peselCenturies = [1900, 2000, 2100, 2200, 1800]

/** PESEL: the sum fits and the first six digits are a day that existed. */
export function isPesel(digits: string): boolean {
  if (digits.length !== 11) return false
  if ((10 - (weightedSum(digits, peselWeights) % 10)) % 10 !== Number(digits[10])) return false
  const coded = Number(digits.slice(2, 4))
  const century = peselCenturies[Math.floor(coded / 20)]
  if (century === undefined) return false
  return isDay(century + Number(digits.slice(0, 2)), coded % 20, Number(digits.slice(4, 6)))
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const nipWeights = [6, 5, 7, 2, 3, 4, 5, 6, 7]

/** NIP: weights modulo 11; a remainder of 10 was never given out. */
export function isNip(digits: string): boolean {
  if (digits.length !== 10 || isOneDigitRepeated(digits)) return false
  return weightedSum(digits, nipWeights) % 11 === Number(digits[9])
}

/** REGON of 9 or 14 digits: weights modulo 11, 10 counts as 0; the long one holds a short one. */
export function isRegon(digits: string): boolean {
  if ((digits.length !== 9 && digits.length !== 14) || isOneDigitRepeated(digits)) return false
  if (digits.length === 9)
    return (weightedSum(digits, [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10 === Number(digits[8])
  if (!isRegon(digits.slice(0, 9))) return false
  return (weightedSum(digits, [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11) % 10 === Number(digits[13])
}

/** SNILS: each digit times its place counted from the end, modulo 101, modulo 100. Numbers up to 001-001-998 carry no check. */
export function isSnils(digits: string): boolean {
  if (digits.length !== 11 || Number(digits.slice(0, 9)) <= 1_001_998) return false
  return (weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(digits.slice(9))
}

const innWeights = [2, 4, 10, 3, 5, 9, 4, 6, 8]

/** INN of an organisation (10 digits) or a person (12). */
export function isInn(digits: string): boolean {
  if ((digits.length !== 10 && digits.length !== 12) || isOneDigitRepeated(digits)) return false
  const checks = (at: number, weights: readonly number[]) =>
    (weightedSum(digits, weights) % 11) % 10 === Number(digits[at])
  if (digits.length === 10) return checks(9, innWeights)
  return checks(10, [7, ...innWeights]) && checks(11, [3, 7, ...innWeights])
}

/** Polish identity card: three letters, a check digit and five digits (letters count from A = 10). */
export function isPolishIdentityCard(text: string): boolean {
  if (!/^[A-Z]{3}\d{6}$/.test(text)) return false
  const values = Array.from(text, (character) => parseInt(character, 36))
  const weights = [7, 3, 1, 0, 7, 3, 1, 7, 3]
  return values.reduce((sum, value, i) => sum + value * weights[i]!, 0) % 10 === values[3]
}
