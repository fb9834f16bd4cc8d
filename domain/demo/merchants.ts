import type { SeededRandom } from '../statistics/seeded-random.ts'

/** Somebody who takes cards: where payments are typically of `typicalMinor`, by `share` of all card payments. */
export interface DemoMerchant {
  readonly ref: string
  readonly name: string
  /** ISO 18245. */
  readonly mcc: string
  readonly share: number
  /** PLN minor units. */
  readonly typicalMinor: number
}

const merchant = (
  ref: string,
  name: string,
  mcc: string,
  share: number,
  typicalMinor: number,
): DemoMerchant => ({
  ref,
  name,
  mcc,
  share,
  typicalMinor,
})

/** Where the bank's customers pay in person. */
export const localMerchants = [
  merchant('m-zielony-rynek', 'Zielony Rynek', '5411', 30, 11_400),
  merchant('m-piekarnia-pod-lipa', 'Piekarnia pod Lipą', '5462', 14, 2_900),
  merchant('m-bistro-wisla', 'Bistro Wisła', '5812', 14, 7_800),
  merchant('m-stacja-mazur', 'Stacja Mazur', '5541', 11, 21_500),
  merchant('m-apteka-rumianek', 'Apteka Rumianek', '5912', 9, 6_300),
  merchant('m-drogeria-lawenda', 'Drogeria Lawenda', '5977', 8, 8_600),
  merchant('m-moda-aleja', 'Moda Aleja', '5651', 6, 18_900),
  merchant('m-kino-luna', 'Kino Luna', '7832', 5, 6_400),
  merchant('m-dom-i-ogrod', 'Dom i Ogród', '5200', 3, 24_000),
] as const

/** Where they pay on the web. */
export const webMerchants = [
  merchant('m-ksiazki-online', 'Książki Online', '5942', 30, 8_200),
  merchant('m-bilety-pl', 'Bilety.example', '4111', 25, 9_500),
  merchant('m-elektro-box', 'Elektro Box', '5732', 15, 28_000),
  merchant('m-strumien', 'Strumień Filmy', '4899', 30, 4_300),
] as const

/** Does not meet the bank's security criteria (demo-rule-sets.ts). */
export const insecureMerchant = merchant('m-lucky-coins', 'Lucky Coins', '6051', 0, 25_000)

/** Sells what people seldom buy. */
export const electronicsMerchant = merchant('m-elektro-max', 'Elektro Max', '5732', 0, 420_000)

export function pickMerchant(random: SeededRandom, among: readonly DemoMerchant[]): DemoMerchant {
  return random.weightedPick(among, ({ share }) => share)
}
