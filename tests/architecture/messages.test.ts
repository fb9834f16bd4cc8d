import { readdirSync, readFileSync } from 'node:fs'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { messageAreas } from '../../app/i18n/message-areas.ts'
import { type Language, languages } from '../../domain/language/language.ts'

/** The same in every language: names, and words that the languages share. Add to it only what a native speaker would write so. */
const sameInEveryLanguage = new Set([
  'Worth Asking',
  'English',
  'Polski',
  'Русский',
  'demo',
  'system',
  'Administrator',
  'Alert {reference}',
  'Demo',
  'Segment',
  'SMS',
  '{value} km',
  '{value}×',
  '{value} km/h',
  '{value} min',
  'Alert',
  'Filtr',
  'Status',
  'PIN',
  'CSV',
  'REST',
  'OpenAPI',
  'E-mail',
  'Email',
  'Excel',
  'API',
  'p50',
  'p90',
])

/** What CLDR asks for, so that 1, 2, 5, 22 and 1.5 all read right. */
const pluralCategories = {
  en: ['one', 'other'],
  pl: ['one', 'few', 'many', 'other'],
  ru: ['one', 'few', 'many', 'other'],
} as const satisfies Record<Language, readonly string[]>

type Messages = { readonly [key: string]: string | Messages }

const texts = new Map(
  languages.map((language) => [
    language,
    new Map(
      messageAreas.map((area) => {
        const file = new URL(`../../messages/${area}.${language}.json`, import.meta.url)
        return [area, flatten(JSON.parse(readFileSync(file, 'utf8')) as Messages)] as const
      }),
    ),
  ]),
)

describe('messages', () => {
  it('are all loaded: every file belongs to an area of the registry, and every area has its three', () => {
    const expected = messageAreas.flatMap((area) => languages.map((language) => `${area}.${language}.json`))
    expect(expected.length).toBeGreaterThan(6)
    expect(readdirSync(new URL('../../messages', import.meta.url)).sort()).toEqual(expected.sort())
  })

  describe.each([...messageAreas])('of %s', (area) => {
    const english = areaOf('en', area)

    it.each(languages)('have the same keys and arguments in %s as in English', (language) => {
      const own = areaOf(language, area)
      expect([...own.keys()].sort()).toEqual([...english.keys()].sort())
      for (const [key, text] of own) {
        expect({ key, names: argumentsOf(text) }).toEqual({ key, names: argumentsOf(english.get(key) ?? '') })
      }
    })

    it.each(languages)('have every plural category of %s', (language) => {
      const lacking = [...areaOf(language, area)].flatMap(([key, text]) =>
        pluralsOf(parse(text)).flatMap((given) =>
          pluralCategories[language]
            .filter((category) => !given.includes(category))
            .map((category) => `${key}: ${category}`),
        ),
      )
      expect(lacking).toEqual([])
    })

    it.each(['pl', 'ru'] as const)('are translated into %s', (language) => {
      const left = [...areaOf(language, area)].filter(
        ([key, text]) => text === english.get(key) && hasWords(text) && !sameInEveryLanguage.has(text),
      )
      expect(left).toEqual([])
    })
  })
})

function areaOf(language: Language, area: string): ReadonlyMap<string, string> {
  return texts.get(language)?.get(area as (typeof messageAreas)[number]) ?? new Map()
}

function flatten(messages: Messages, path = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) => {
      const full = path === '' ? key : `${path}.${key}`
      return typeof value === 'string' ? [[full, value] as const] : [...flatten(value, full)]
    }),
  )
}

/** Every element with those inside plurals, selects and tags. */
function elementsOf(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element, ...Object.values(element.options).flatMap(({ value }) => elementsOf(value))]
    }
    return element.type === TYPE.tag ? [element, ...elementsOf(element.children)] : [element]
  })
}

/** Names of arguments and tags; parsing fails for texts that are not ICU messages. */
function argumentsOf(text: string): string[] {
  const named = elementsOf(parse(text)).filter(
    (element): element is Exclude<MessageFormatElement, { type: TYPE.pound }> =>
      element.type !== TYPE.literal && element.type !== TYPE.pound,
  )
  return [...new Set(named.map(({ value }) => value))].sort()
}

function pluralsOf(elements: readonly MessageFormatElement[]): string[][] {
  return elementsOf(elements).flatMap((element) =>
    element.type === TYPE.plural ? [Object.keys(element.options)] : [],
  )
}

/** Whether there is anything to translate besides arguments, numbers and signs. */
function hasWords(text: string): boolean {
  return elementsOf(parse(text)).some(
    (element) => element.type === TYPE.literal && /\p{L}{2}/u.test(element.value),
  )
}
