/** Crockford's base 32: no I, L, O and U, so that nothing is misread or misheard. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The field GF(32) as powers of its generator, x^5 + x^2 + 1. */
const power: number[] = [1]
for (let i = 1; i < 31; i++) {
  const doubled = power[i - 1]! << 1
  power.push(doubled & 32 ? doubled ^ 0b100101 : doubled)
}
const logarithm = new Map(power.map((value, exponent) => [value, exponent]))

/**
 * The short name of an alert that people quote: seven characters of its id (35 bits) and a check character, `K7M2-Q9XA`. Two of
 * 200 000 alerts share one about every second time, so a search by reference may find two.
 */
export function alertReference(id: string): string {
  const bits = BigInt(`0x${id.replaceAll('-', '').slice(0, 9)}`) >> 1n
  const symbols = Array.from({ length: 7 }, (_, i) => Number((bits >> BigInt(5 * (6 - i))) & 31n))
  const text = [...symbols, weigh(symbols)].map((symbol) => digits[symbol]).join('')
  return `${text.slice(0, 4)}-${text.slice(4)}`
}

/**
 * A reference as somebody typed it, in its one spelling; null when its check character does not fit. Case, spaces and hyphens do
 * not matter, O counts as 0, I and L as 1. Every single wrong character and every swap of two neighbours is found.
 */
export function parseAlertReference(typed: string): string | null {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const symbols = Array.from(text, (character) => digits.indexOf(character))
  if (symbols.length !== 8 || symbols.includes(-1)) return null
  const check = symbols.pop()
  if (weigh(symbols) !== check) return null
  return `${text.slice(0, 4)}-${text.slice(4)}`
}

/** Each place has its own weight in the field, none of them 0 and neighbours different: that finds every single error and swap. */
function weigh(symbols: readonly number[]): number {
  return symbols.reduce((sum, symbol, i) => sum ^ multiply(symbol, power[symbols.length - i]!), 0)
}

function multiply(a: number, b: number): number {
  if (a === 0 || b === 0) return 0
  return power[(logarithm.get(a)! + logarithm.get(b)!) % 31]!
}
