import { findCardScheme } from '../../../domain/personal-data/payment-card.ts'
import { isInn, isNip, isPesel, isSnils } from '../../../domain/personal-data/national-numbers.ts'
import { isPolishAccount } from '../../../domain/personal-data/iban.ts'
import { type PersonalDataKey } from '../../../domain/personal-data/personal-data-kind.ts'
import { type SeededRandom } from '../../../domain/statistics/seeded-random.ts'

/** One sentence, what in it is personal data, and what merely looks a little like it. */
export interface MarkedSentence {
  readonly text: string
  readonly personal: readonly { readonly value: string; readonly kind: PersonalDataKey }[]
  readonly harmless: readonly string[]
}

const around = [
  ['Klientka podała', 'i czekała na odpowiedź.'],
  ['W zgłoszeniu było', 'bez żadnego komentarza.'],
  ['Клиент назвал', 'и попросил перезвонить.'],
  ['В заявке указано', 'больше ничего.'],
  ['The customer gave', 'and waited on the line.'],
  ['The form said', 'and nothing else.'],
] as const

/** A number that passes its check: random digits until one does. Slow and honest, since it shares no code with the finders' order. */
function passing(draw: () => string, passes: (digits: string) => boolean): string {
  for (;;) {
    const digits = draw()
    if (passes(digits)) return digits
  }
}

function digitsOf(random: SeededRandom, length: number, start = ''): string {
  return start + Array.from({ length: length - start.length }, () => String(random.int(0, 9))).join('')
}

const grouped = (digits: string, sizes: readonly number[], gap: string) => {
  let from = 0
  return sizes.map((size) => digits.slice(from, (from += size))).join(gap)
}

const personal: Partial<Record<PersonalDataKey, (random: SeededRandom) => string>> = {
  card: (random) => {
    const start = random.pick(['4', '5', '2202', '2223', '67'])
    const digits = passing(
      () => digitsOf(random, 16, start),
      (one) => findCardScheme(one) !== null,
    )
    return random.pick([digits, grouped(digits, [4, 4, 4, 4], ' '), grouped(digits, [4, 4, 4, 4], '-')])
  },
  iban: (random) => {
    const digits = passing(() => digitsOf(random, 26), isPolishAccount)
    return random.pick([`PL${digits}`, digits, grouped(digits, [2, 4, 4, 4, 4, 4, 4], ' ')])
  },
  pesel: (random) => passing(() => digitsOf(random, 11), isPesel),
  nip: (random) => {
    const digits = passing(() => digitsOf(random, 10), isNip)
    return random.pick([digits, grouped(digits, [3, 3, 2, 2], '-')])
  },
  snils: (random) => {
    const digits = passing(() => digitsOf(random, 11), isSnils)
    return `${grouped(digits.slice(0, 9), [3, 3, 3], '-')} ${digits.slice(9)}`
  },
  inn: (random) => passing(() => digitsOf(random, random.pick([10, 12])), isInn),
  phone: (random) => {
    const polish = digitsOf(random, 9, random.pick(['50', '60', '66', '79']))
    const russian = digitsOf(random, 10, random.pick(['903', '916', '926']))
    return random.pick([
      ...[`+48 ${grouped(polish, [3, 3, 3], ' ')}`, grouped(polish, [3, 3, 3], '-'), polish],
      ...[`+7 (${russian.slice(0, 3)}) ${grouped(russian.slice(3), [3, 2, 2], '-')}`, `8${russian}`],
    ])
  },
  email: (random) =>
    `user${random.int(1, 9_999)}@${random.pick(['example.org', 'poczta.example.pl', 'пример.рф'])}`,
}

const harmless: readonly ((random: SeededRandom) => string)[] = [
  (random) => `${random.int(1, 28)}.0${random.int(1, 9)}.2026`,
  (random) => `2026-0${random.int(1, 9)}-1${random.int(0, 9)} 0${random.int(1, 9)}:30`,
  (random) => `${random.int(1, 999)} ${digitsOf(random, 3)} ${digitsOf(random, 3)} zł`,
  (random) => `${random.int(1, 999)} ${digitsOf(random, 3)},00 PLN`,
  (random) => `${digitsOf(random, 3)} ${digitsOf(random, 3)} ${digitsOf(random, 3)} руб.`,
  (random) => digitsOf(random, random.int(4, 8), '7'),
  (random) => `${random.int(1, 60)} min ${random.int(1, 60)} s`,
  (random) => `${random.int(1, 9)}.${random.int(0, 20)}.${random.int(0, 20)}`,
]

/** Sentences with one personal value, one harmless number, or both, evenly over the kinds. */
export function markedCorpus(random: SeededRandom, sentences: number): MarkedSentence[] {
  const kinds = Object.keys(personal) as PersonalDataKey[]
  return Array.from({ length: sentences }, (_, i) => {
    const [before, after] = random.pick([...around])
    const kind = kinds[i % kinds.length]!
    const value = personal[kind]!(random)
    const plain = random.pick([...harmless])(random)
    const words = random.chance(0.5) ? `${value} (${plain})` : `${plain}; ${value}`
    return { text: `${before} ${words} ${after}`, personal: [{ value, kind }], harmless: [plain] }
  })
}
