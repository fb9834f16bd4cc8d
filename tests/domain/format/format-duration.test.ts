import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDuration, formatDurationInWords } from '../../../domain/format/format-duration.ts'
import { languages } from '../../../domain/language/language.ts'

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000]
const shown = (text: string) => text.replaceAll('\u00a0', ' ')

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [850, '850 ms'],
    [999.7, '1 s'],
    [2 * minute + 10 * second, '2 min 10 s'],
    [hour + 5 * minute, '1 h 5 min'],
    [hour + 5 * minute + 40 * second, '1 h 6 min'],
    [3 * day + 4 * hour, '3 d 4 h'],
    [2 * hour, '2 h'],
    [59 * minute + 59_700, '1 h'],
    [23 * hour + 59 * minute + 50 * second, '1 d'],
    [-90 * second, '-1 min 30 s'],
    [400 * day, '400 d'],
  ])('%d ms is %s', (ms, text) => {
    expect(shown(formatDuration(ms, 'en'))).toBe(text)
  })

  it.each([
    ['pl', day + 4 * hour, '1 dzień 4 godz.'],
    ['pl', 3 * day, '3 dni'],
    ['pl', 2 * minute + 10 * second, '2 min 10 s'],
    ['ru', 3 * day + 4 * hour, '3 дн. 4 ч'],
    ['ru', 2 * minute + 10 * second, '2 мин 10 с'],
  ] as const)('in %s %d ms is %s', (language, ms, text) => {
    expect(shown(formatDuration(ms, language))).toBe(text)
  })

  it.each([
    ['en', minute + 10 * second, '1 minute, 10 seconds'],
    ['pl', day + 2 * hour, '1 dzień i 2 godziny'],
    ['pl', 5 * day + 22 * hour, '5 dni i 22 godziny'],
    ['ru', 21 * minute + 2 * second, '21 минута 2 секунды'],
    ['ru', 5 * minute + 11 * second, '5 минут 11 секунд'],
  ] as const)('in words of %s has the right plurals: %d ms', (language, ms, text) => {
    expect(shown(formatDurationInWords(ms, language))).toBe(text)
  })

  it.each(languages)('is a dash where there is none in %s', (language) => {
    expect(formatDuration(null, language)).toBe('—')
    expect(formatDurationInWords(null, language)).toBe('—')
  })

  it('never shows a unit that is full', () => {
    fc.assert(
      fc.property(fc.double({ min: 1000, max: 300 * day, noNaN: true }), (ms) => {
        expect(shown(formatDuration(ms, 'en'))).not.toMatch(/\b(60 s|60 min|24 h|0 (s|min|h))$/)
      }),
    )
  })
})
