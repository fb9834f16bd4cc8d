export const shortestPassword = 12
/** Far above what anybody types, so that nobody makes the server hash megabytes. */
export const longestPassword = 256

export type PasswordProblem = 'tooShort' | 'tooLong' | 'common' | 'personal'

/** The words that leaked passwords of twelve characters and more are built of, after digits and signs are taken off their ends. */
const commonWords = new Set(
  `
    password passwort passw passwd haslo hasło mojehaslo парол пароль qwerty qwertyuiop qwertyui
    qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm asdfghjkl zxcvbnm йцукен йцукенгшщзхъ letmein welcome
    welcomehome witamy administrator admin adminadmin iloveyou iloveyouforever kochamcie sunshine
    princess football baseball basketball superman changeme changemenow trustno dragon monkey master
    login abcdefghijkl abcdef abcdefgh worthasking correcthorsebatterystaple secret topsecret default
    temporary summer winter spring autumn bank internet
  `
    .trim()
    .split(/\s+/),
)

/**
 * What is wrong with a new password, or null. Length is what protects (NIST SP 800-63B): at least twelve characters, no rules
 * about kinds of characters, but nothing that a guesser tries first: known words with digits around them, one thing
 * repeated, runs along the alphabet or the keyboard, the person's own name or address.
 */
export function findPasswordProblem(
  password: string,
  person: { readonly email: string; readonly name: string },
): PasswordProblem | null {
  const length = [...password].length
  if (length < shortestPassword) return 'tooShort'
  if (length > longestPassword) return 'tooLong'
  const plain = password.toLowerCase()
  if (isCommon(plain)) return 'common'
  return isPersonal(plain, person) ? 'personal' : null
}

function isCommon(plain: string): boolean {
  const letters = undoSubstitutions(plain).replace(/[^\p{L}]/gu, '')
  const core = plain.replace(/[^\p{L}]/gu, '')
  return (
    commonWords.has(core) ||
    commonWords.has(letters) ||
    new Set(plain).size < 5 ||
    /^(.{1,6})\1+.{0,3}$/u.test(plain) ||
    isRun(plain)
  )
}

function undoSubstitutions(plain: string): string {
  const substitutes: Readonly<Record<string, string>> = {
    '0': 'o',
    '1': 'l',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
  }
  return plain.replace(/^\P{L}+|\P{L}+$/gu, '').replace(/[013457@$]/g, (sign) => substitutes[sign] ?? sign)
}

/** Nine of ten steps go to the neighbour in the alphabet: 123456789012, abcdefghijkl. */
function isRun(plain: string): boolean {
  const units = [...plain].map((character) => character.codePointAt(0) ?? 0)
  const neighbours = units.slice(1).filter((unit, index) => Math.abs(unit - (units[index] ?? 0)) <= 1)
  return neighbours.length >= 0.8 * (units.length - 1)
}

function isPersonal(plain: string, { email, name }: { email: string; name: string }): boolean {
  const parts = [email.toLowerCase().split('@')[0] ?? '', ...name.toLowerCase().split(/\s+/)]
  const rest = parts
    .filter((part) => part.length >= 3)
    .reduce((left, part) => left.replaceAll(part, ''), plain)
  return rest.length < plain.length && rest.replace(/[^\p{L}]/gu, '').length < 4
}
