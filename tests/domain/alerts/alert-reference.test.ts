import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alertReference, parseAlertReference } from '../../../domain/alerts/alert-reference.ts'

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const references = fc.uuid().map(alertReference)

describe('an alert’s reference', () => {
  it('is eight characters that are hard to misread', () => {
    fc.assert(
      fc.property(references, (text) => {
        expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      }),
    )
  })

  it('is found again however it was typed', () => {
    fc.assert(
      fc.property(references, (text) => {
        const typed = text.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
        expect(parseAlertReference(typed)).toBe(text)
        expect(parseAlertReference(text.replace('-', '').replaceAll('1', 'I'))).toBe(text)
      }),
    )
  })

  it('gives away every single wrong character', () => {
    fc.assert(
      fc.property(references, fc.nat(7), fc.nat(31), (text, place, symbol) => {
        const bare = text.replace('-', '')
        fc.pre(bare[place] !== digits[symbol])
        expect(parseAlertReference(bare.slice(0, place) + digits[symbol] + bare.slice(place + 1))).toBeNull()
      }),
      { numRuns: 2_000 },
    )
  })

  it('gives away every swap of two neighbours', () => {
    fc.assert(
      fc.property(references, fc.nat(6), (text, place) => {
        const bare = text.replace('-', '')
        fc.pre(bare[place] !== bare[place + 1])
        const swapped = bare.slice(0, place) + bare[place + 1] + bare[place] + bare.slice(place + 2)
        expect(parseAlertReference(swapped)).toBeNull()
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(['', 'K7M2', 'K7M2-Q9XAA', 'U7M2-Q9XA', '!!!!-!!!!'])('refuses "%s"', (typed) => {
    expect(parseAlertReference(typed)).toBeNull()
  })
})
