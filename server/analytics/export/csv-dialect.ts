/** `plain`: commas and decimal points, for programs. `excel`: semicolons, decimal commas and a byte order mark. */
export const csvDialects = ['plain', 'excel'] as const

export type CsvDialect = (typeof csvDialects)[number]

interface Dialect {
  readonly delimiter: string
  readonly start: string
  readonly decimal: (text: string) => string
}

/** How each dialect writes. */
export const dialects: Readonly<Record<CsvDialect, Dialect>> = {
  plain: { delimiter: ',', start: '', decimal: (text) => text },
  // Excel reads UTF-8 only after the mark, and in Polish and Russian Windows it wants semicolons and decimal commas.
  excel: { delimiter: ';', start: '\uFEFF', decimal: (text) => text.replace('.', ',') },
}
