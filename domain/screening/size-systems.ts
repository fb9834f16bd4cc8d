/** A size as a place on a scale that counts steps. */
export interface SizePosition {
  readonly system: string
  /** In steps from the scale's origin; only differences within one system mean anything. */
  readonly position: number
}

interface SizeSystem {
  readonly key: string
  /** Words that a category contains when this system measures it; none for the systems that serve every other category. */
  readonly categories: readonly string[]
  /** The position of a size written in this system, or null. */
  position(size: string): number | null
}

const letters: Readonly<Record<string, number>> = {
  XXXS: -4,
  '3XS': -4,
  XXS: -3,
  '2XS': -3,
  XS: -2,
  S: -1,
  M: 0,
  L: 1,
  XL: 2,
  XXL: 3,
  '2XL': 3,
  XXXL: 4,
  '3XL': 4,
  XXXXL: 5,
  '4XL': 5,
  XXXXXL: 6,
  '5XL': 6,
}

const numeric = /^(EU|DE|PL|UK|GB)?\s*(\d{1,3}(?:[.,]5)?)$/

function readNumeric(size: string): { region: string | null; value: number } | null {
  const match = numeric.exec(size)
  if (match === null) return null
  return { region: match[1] ?? null, value: Number(match[2]!.replace(',', '.')) }
}

/**
 * How sizes count, by what they are sizes of. Sources: EN 13402-3 (clothes: European women's and men's sizes go in steps
 * of 2, children's by 6 cm of body height), ISO 19407 (shoes: Paris points, steps of 1, halves between them). A British
 * women's size plus 28 is the European one (10 is 38). Order matters: the first system that fits the category and
 * can read the size counts.
 */
const systems: readonly SizeSystem[] = [
  {
    key: 'shoes',
    categories: [
      'shoe',
      'boot',
      'sandal',
      'sneaker',
      'trainer',
      'slipper',
      'but',
      'sandał',
      'kozak',
      'обув',
      'туфл',
      'ботин',
      'кроссов',
      'сапог',
    ],
    position: (size) => readNumeric(size)?.value ?? null,
  },
  {
    key: 'child-height',
    categories: ['child', 'kid', 'baby', 'dzieci', 'niemowl', 'детск'],
    position: (size) => {
      const read = readNumeric(size)
      return read === null || read.value < 50 || read.value > 182 ? null : (read.value - 50) / 6
    },
  },
  { key: 'letters', categories: [], position: (size) => letters[size] ?? null },
  {
    key: 'clothes',
    categories: [],
    position: (size) => {
      const read = readNumeric(size)
      if (read === null) return null
      const british =
        read.region === 'UK' || read.region === 'GB' || (read.region === null && read.value < 28)
      return (british ? read.value + 28 : read.value) / 2
    },
  },
]

/** Where a size stands, or null for one that no system can read ("one size", "W32/L34"). */
export function sizePosition(category: string, size: string): SizePosition | null {
  const written = size.trim().toUpperCase()
  const what = category.toLowerCase()
  for (const system of systems) {
    if (system.categories.length > 0 && !system.categories.some((word) => what.includes(word))) continue
    const position = system.position(written)
    if (position !== null) return { system: system.key, position }
  }
  return null
}
