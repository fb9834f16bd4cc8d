/** What stands in the place of personal data: `[card 1]`. */
export const replacedValue = /\[\p{L}[\p{L} -]{0,30} \d{1,4}\]/gu
