/** Numbers and times in the words of one language. */
export interface TextFormat {
  money(amountMinor: number, currency: string): string
  number(value: number, maximumFractionDigits?: number): string
  /** How many times, with at most two significant digits. */
  times(value: number): string
  minutes(minutes: number): string
  percent(share: number): string
  /** Day and time in the organisation's zone. */
  moment(epochMs: number): string
  plural(count: number, forms: PluralForms): string
}

/** By the categories of CLDR; `other` serves where one is not given. */
export type PluralForms = { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>
