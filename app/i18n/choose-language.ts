import { type Language, languages } from '@/domain/language/language.ts'

/** Where somebody's choice is kept before they sign in. */
export const languageCookie = 'wa-language'

/**
 * The language of a page: the signed-in person's, else the one chosen on this computer, else the browser's best match,
 * else English.
 */
export function chooseLanguage(wishes: {
  readonly person: Language | null
  readonly cookie: string | null
  readonly acceptLanguage: string | null
}): Language {
  return wishes.person ?? asLanguage(wishes.cookie ?? '') ?? bestMatch(wishes.acceptLanguage ?? '') ?? 'en'
}

function asLanguage(text: string): Language | null {
  return languages.find((language) => language === text) ?? null
}

/** RFC 9110: by quality, then by place; `pl-PL` asks for Polish. */
function bestMatch(header: string): Language | null {
  const ranges = header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean)
    return {
      language: asLanguage(tag.split('-')[0] ?? ''),
      quality: quality === undefined ? 1 : Number(quality),
    }
  })
  const usable = ranges.filter((range) => range.language !== null && range.quality > 0)
  return usable.sort((left, right) => right.quality - left.quality)[0]?.language ?? null
}
