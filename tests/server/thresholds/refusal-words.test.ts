import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { languages } from '../../../domain/language/language.ts'

/** Every word by which an area of the server tells why it refused. */
function wordsOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name))
  expect(files.length).toBeGreaterThan(5)
  const texts = files.map((file) => readFileSync(file, 'utf8'))
  const found = texts.flatMap((text) =>
    [...text.matchAll(/(?:reason|word): '(\w+)'/g)].map(([, word]) => word!),
  )
  return [...new Set(found)].sort()
}

function refusals(area: string, language: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(`messages/${area}.${language}.json`, 'utf8')).refusals
}

describe.each(languages)('in %s', (language) => {
  it.each([
    ['thresholds', 'server/thresholds'],
    ['what-if', 'server/what-if'],
  ])('everything that %s refuses has its own text', (area, folder) => {
    const words = wordsOf(folder)
    expect(words.length).toBeGreaterThan(0)
    expect(Object.keys(refusals(area, language))).toEqual(expect.arrayContaining(words))
  })
})
