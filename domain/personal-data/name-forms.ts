import { foldLetters } from '../language/fold-letters.ts'

/** How names that end alike are declined: what the ending is replaced by, in folded letters; the first pattern that fits counts. */
interface Declension {
  /** The ending that is taken off; the rest is the stem. */
  readonly ending: RegExp
  readonly endings: readonly string[]
}

const words = (text: string) => text.split(' ').map((ending) => (ending === '-' ? '' : ending))

const declensions: readonly Declension[] = [
  { ending: /(?<=[skd]k|[cz]k|ck)(?:i|a)$/, endings: words('i iego iemu im ich imi a iej') },
  { ending: /(?<=[a-z])i$/, endings: words('i iego iemu im ich imi') },
  { ending: /(?<=[a-z])y$/, endings: words('y ego emu ym ych ymi a ej') },
  { ending: /(?<=[a-z])j[ao]$/, endings: words('ja i jo je ji ju') },
  { ending: /(?<=[a-z])i[ao]$/, endings: words('ia i ii ie iu io iow iom iami iach') },
  { ending: /(?<=[a-z])[ao]$/, endings: words('a o y i e u ie ow owie om ami ach ej') },
  { ending: /(?<=[a-z])[eu]$/, endings: words('e u ego emu em go mu m') },
  { ending: /(?<=[a-z])$/, endings: words('- a owi em iem u ie owie ow om ami ach') },
  { ending: /(?<=..[ое]в|[иы]н)а?$/, endings: words('- а у ым ом е ы и ых ыми ой ою') },
  { ending: /(?<=[кгхжшщч])(?:ий|ая)$/, endings: words('ий ого ому им ом ие их ими ая ой ую') },
  { ending: /(?:ый|ой|ая)$/, endings: words('ый ой ого ому ым ом ые ых ыми ая ую') },
  { ending: /а$/, endings: words('а ы и е у ой ою ей ею ам ами ах') },
  { ending: /я$/, endings: words('я и е ю ей ею') },
  { ending: /й$/, endings: words('й я ю ем е и ям ями') },
  { ending: /ь$/, endings: words('ь я ю ем е и ью') },
  { ending: /(?<=[бвгджзклмнпрстфхцчшщ])$/, endings: words('- а у ом ем е ы и ов ам ами ах') },
]

/** More endings of names whose stem is soft: Stępień, Stępnia; Gołąb, Gołębia; Łoś, Łosia. */
const softEndings = words('ia iowi iem iu iowie iow iom iami iach')
const softStem = /[ńśćźbpwfm]$/

/** The first case (small letters, nothing folded) and the stem of its other cases: what is replaced, and by what. */
const changedStems: readonly (readonly [RegExp, string])[] = [
  // Marek, Marka; Paweł, Pawła; Niemiec, Niemca; Kozioł, Kozła; Aleksander, Aleksandra; Кравец, Кравца; Орёл, Орла.
  [/(?<=..)(?:i?e|io)([kclłr])$/, '$1'],
  [/(?<=..)[еоё]([кцл])$/, '$1'],
  // Orzeł, Orła.
  [/rzeł$/, 'rł'],
  // Stępień, Stępnia; Kwiecień, Kwietnia; Grudzień, Grudnia.
  [/(?<=..)i?eń$/, 'ń'],
  [/cień$/, 'tń'],
  [/dzień$/, 'dń'],
  // Gołąb, Gołębia.
  [/ąb$/, 'ęb'],
  // Заяц, Зайца; Боец, Бойца; Стрелец, Стрельца; Королёк, Королька.
  [/(?<=[аеиоуыэюя])[ея]ц$/, 'йц'],
  [/лец$/, 'льц'],
  [/(?<=[лнрдтсзв])[её]к$/, 'ьк'],
  // Кремень, Кремня; Коготь, Когтя; Лев, Льва.
  [/(?<=..)[еоё]([нт])ь$/, '$1ь'],
  [/^лев$/, 'льв'],
]

/** Соловей, Соловья: what stands for the last two letters. */
const sparrow = { ending: /(?<=..)ей$/, endings: words('ья ью ьем ье ьи ьев ьям ьями ьях') }

/** How the last consonants change before the ending of one case: Marta, Marcie; Piotr, Piotrze; Monika, Monice. */
const softened: readonly (readonly [RegExp, string])[] = [
  [/st$/, 'scie'],
  [/t$/, 'cie'],
  [/d$/, 'dzie'],
  [/r$/, 'rze'],
  [/k$/, 'ce'],
  [/ch$/, 'sze'],
  [/g$/, 'dze'],
  [/l$/, 'le'],
]

/**
 * A name in its grammatical forms, Polish in Latin letters and Russian in Cyrillic ones, all folded (`foldLetters`). Follows the
 * declensions and the usual changes of stems; pet names and names that were given in another case than the first are missed.
 */
export function nameForms(name: string): readonly string[] {
  const typed = name.toLowerCase()
  const changed = changedStems.flatMap(([before, after]) =>
    before.test(typed) ? [typed.replace(before, after)] : [],
  )
  return [
    foldLetters(typed),
    ...declined(typed),
    // The first case keeps its stem.
    ...changed.flatMap((stem) => declined(stem).filter((form) => form !== foldLetters(stem))),
  ]
}

function declined(typed: string): string[] {
  const name = foldLetters(typed)
  const declension = declensions.find(({ ending }) => ending.test(name))
  if (!declension) return []
  const stem = name.replace(declension.ending, '')
  const soft = softened.find(([consonants]) => consonants.test(stem))
  return [
    ...declension.endings.map((ending) => `${stem}${ending}`),
    ...(soft ? [stem.replace(soft[0], soft[1])] : []),
    ...(softStem.test(typed) ? softEndings.map((ending) => `${name}${ending}`) : []),
    ...(sparrow.ending.test(name)
      ? sparrow.endings.map((ending) => name.replace(sparrow.ending, ending))
      : []),
  ]
}
