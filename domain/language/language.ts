/** The languages of the product's users; every text that a person reads exists in all of them. */
export const languages = ['en', 'pl', 'ru'] as const

export type Language = (typeof languages)[number]

/** One text in every language of the product. */
export type Localized = Readonly<Record<Language, string>>
