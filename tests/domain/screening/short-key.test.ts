import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shortKey, shortKeyOfPair } from '../../../domain/screening/short-key.ts'

it('names a pair as it names both texts with a space between them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (first, second) => {
      expect(shortKeyOfPair(first, second)).toBe(shortKey(`${first} ${second}`))
    }),
  )
})
