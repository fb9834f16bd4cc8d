import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseReadings } from '../../../server/what-if/parse-readings.ts'

/** As PostgreSQL sends jsonb: a version, then text without exponents. */
const sent = (text: string) => Buffer.from(`\u0001${text}`)

const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.option(fc.stringMatching(/^[0-9]{1,18}$/)))
  .map(([negative, whole, part]) => `${negative ? '-' : ''}${whole}${part === null ? '' : `.${part}`}`)

it('reads the numbers that JSON.parse reads, to the last bit', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(decimals, fc.constant('null'))), (texts) => {
      const text = `[${texts.join(', ')}]`
      expect(parseReadings(sent(text))).toEqual(JSON.parse(text))
    }),
    { numRuns: 2_000, seed: 7 },
  )
})

it.each(['', '{"v": 1}', '[1, "2"]', '[1', '[1.2.3]', '[-]', '[true]'])('refuses %j', (text) => {
  expect(() => parseReadings(sent(text))).toThrow(RangeError)
})
