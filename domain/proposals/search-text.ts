import { replacedValue } from '../personal-data/replaced-value.ts'
import { foldLetters } from '../language/fold-letters.ts'

/** Endings of Polish nouns, adjectives and verbs without their signs, the longest first. */
const polishEndings = [
  ...[
    'owaniem',
    'owania',
    'owanie',
    'eniami',
    'aniami',
    'iejsze',
    'owego',
    'owemu',
    'ienia',
    'ienie',
    'iego',
  ],
  ...[
    'iemu',
    'ymi',
    'imi',
    'ach',
    'ami',
    'ego',
    'emu',
    'ych',
    'ich',
    'iej',
    'owi',
    'ow',
    'ej',
    'em',
    'om',
    'ym',
  ],
  ...['im', 'ie', 'ia', 'iu', 'ac', 'ic', 'yc', 'al', 'il', 'yl', 'a', 'e', 'i', 'o', 'u', 'y'],
]

/** A Polish word without its ending: `przelewów`, `przelewami` and `przelew` become one; at least four letters stay. */
function polishStem(folded: string): string {
  const ending = polishEndings.find((one) => folded.length - one.length >= 4 && folded.endsWith(one))
  return ending === undefined ? folded : folded.slice(0, -ending.length)
}

/** Words that say nothing about what a story is about, folded; PostgreSQL knows the English and Russian ones. */
const silent = new Set(
  `aby albo ale bez bo byc byl byla bylo byly ciebie co czy dla do gdy go ich ile jak jako je jego jej jest jesli juz
  kiedy klient klienta klientka klienci ktora ktore ktory lub ma mi mnie moze na nad nam nas nie niego nim od ona one oni oraz
  po pod przed przez przy sa sie ta tak tam te tego tej ten to tym tylko tym u w we wiec wszystko z za ze
  and any are been but can did does for from had has have her him his how into its not our out she such than that the their them
  then there they this was were what when where which who why will with would you your
  клиент клиента клиенту клиентка клиентки customer customers client`.split(/\s+/),
)

const mostWords = 400

/**
 * The words of a text by which it is found again: folded, without silent ones and what replaced personal data (stories are not
 * alike for having had some), Polish words with their stem beside them. What
 * PostgreSQL's `russian` configuration makes of it (it stems English and Russian) is the search vector.
 */
export function searchWords(text: string): string[] {
  const words = foldLetters(text.replace(replacedValue, ' ')).match(/[\p{L}\p{N}]{3,40}/gu) ?? []
  return words
    .slice(0, mostWords * 4)
    .filter((word) => !silent.has(word))
    .slice(0, mostWords)
}

/** The words of a text and their Polish stems, as the search vector is made of. */
export function searchText(text: string): string {
  return searchWords(text)
    .flatMap((word) => (/^[a-z]+$/.test(word) ? [word, stemToken(word)] : [word]))
    .join(' ')
}

/** A stem in a spelling that the dictionaries leave alone: digits end it. */
function stemToken(word: string): string {
  return `${polishStem(word)}0`
}
