const plain: Readonly<Record<string, string>> = {
  ...{ ą: 'a', ć: 'c', ę: 'e', ł: 'l', ń: 'n', ó: 'o', ś: 's', ź: 'z', ż: 'z', ё: 'е' },
  ...{
    á: 'a',
    à: 'a',
    â: 'a',
    ä: 'a',
    é: 'e',
    è: 'e',
    ê: 'e',
    ë: 'e',
    í: 'i',
    ö: 'o',
    ü: 'u',
    ß: 'ss',
    ç: 'c',
  },
}

/** Lower case without the signs that people leave out when they type in a hurry: `Żółć` as `zolc`, `счёт` as `счет`; й stays. */
export function foldLetters(text: string): string {
  return text.toLowerCase().replace(/[\u00df-\u024f\u0451]/g, (letter) => plain[letter] ?? letter)
}
