import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js'

/** Parsing is the one costly step; a text with more different candidates than this is marked as numbers anyway. */
const mostParsed = 1_000

/** Tells phone numbers, remembering what it was asked within one text. */
export function phoneFinder(): (digits: string, international: boolean) => boolean {
  const known = new Map<string, boolean>()
  return (digits, international) => {
    const key = international ? `+${digits}` : digits
    const remembered = known.get(key)
    if (remembered !== undefined) return remembered
    if (known.size >= mostParsed) return false
    const answer = international ? isPhone(key) : isNationalPhone(digits)
    known.set(key, answer)
    return answer
  }
}

function isNationalPhone(digits: string): boolean {
  if (digits.length === 9) return isPhone(digits, 'PL')
  if (digits.length === 10) return digits.startsWith('9') && isPhone(digits, 'RU')
  if (digits.length === 11 && /^[78]/.test(digits)) return isPhone(`8${digits.slice(1)}`, 'RU')
  return digits.length === 11 && digits.startsWith('48') && isPhone(`+${digits}`)
}

function isPhone(text: string, country?: CountryCode): boolean {
  return parsePhoneNumberFromString(text, country)?.isValid() ?? false
}
