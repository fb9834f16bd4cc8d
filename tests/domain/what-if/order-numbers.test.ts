import fc from 'fast-check'
import { expect, it } from 'vitest'
import { orderNumbers } from '../../../domain/what-if/order-numbers.ts'

it('puts places in the order of their numbers and leaves equal ones as they came', () => {
  const numbers = fc.array(
    fc.oneof(fc.integer({ min: 0, max: 0xffffffff }), fc.constantFrom(0, 1, 2 ** 31, 0xffffffff)),
  )
  fc.assert(
    fc.property(numbers, fc.nat(3), (list, unused) => {
      const column = Uint32Array.from([...list, ...Array.from({ length: unused }, () => 0)])
      const places = list.map((_, place) => place).sort((a, b) => list[a]! - list[b]! || a - b)
      expect([...orderNumbers(column, list.length)]).toEqual(places)
    }),
  )
})
