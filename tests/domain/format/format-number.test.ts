import { describe, expect, it } from 'vitest'
import {
  formatCompact,
  formatNumber,
  formatPercent,
  formatPoints,
  formatRelative,
  formatSigned,
} from '../../../domain/format/format-number.ts'
import { languages } from '../../../domain/language/language.ts'

/** Tests write the no-break space as an underscore. */
const shown = (text: string) => text.replaceAll('\u00a0', '_')

describe('numbers', () => {
  it.each([
    ['en', '1,234,567.9', '12.3%', '+4.5_pp', '-12%'],
    ['pl', '1_234_567,9', '12,3%', '+4,5_p.p.', '-12%'],
    ['ru', '1_234_567,9', '12,3_%', '+4,5_п. п.', '-12_%'],
  ] as const)('in %s are %s, %s, %s, %s', (language, number, percent, points, relative) => {
    expect(shown(formatNumber(1_234_567.89, language, 1))).toBe(number)
    expect(shown(formatPercent(0.1234, language))).toBe(percent)
    expect(shown(formatPoints(4.5, language))).toBe(points)
    expect(shown(formatRelative(-0.12, language))).toBe(relative)
  })

  it('show zero without a sign', () => {
    expect(formatSigned(0, 'en')).toBe('0')
    expect(formatSigned(3, 'en')).toBe('+3')
  })

  it('shorten for axes', () => {
    expect(languages.map((language) => shown(formatCompact(1_234_567, language)))).toEqual([
      '1.23m',
      '1,23_mln',
      '1,23_млн',
    ])
  })

  it.each(languages)('that do not apply are a dash in %s, and zero is zero', (language) => {
    expect(formatNumber(null, language)).toBe('—')
    expect(formatPercent(null, language)).toBe('—')
    expect(formatPoints(null, language)).toBe('—')
    expect(formatNumber(0, language)).toBe('0')
  })

  it.each(languages)('have no narrow or thin spaces in %s', (language) => {
    expect(formatNumber(123_456_789, language) + formatPercent(0.5, language)).not.toMatch(/[\u2009\u202f]/)
  })
})
