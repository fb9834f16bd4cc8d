import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatKeyText, parseKeyText } from '../../../domain/access/key-text.ts'

const prefix = fc.stringMatching(/^[a-z0-9]{8}$/)
const secret = fc.stringMatching(/^[A-Za-z0-9]{32}$/)

test('whatever is written is read back', () => {
  fc.assert(
    fc.property(prefix, secret, (prefix, secret) => {
      expect(parseKeyText(formatKeyText({ prefix, secret }))).toEqual({ prefix, secret })
    }),
  )
})

test.each(['', 'wa_', 'wa_abcd1234_', `wa_ABCD1234_${'x'.repeat(32)}`, `wa_abcd1234_${'x'.repeat(33)}`])(
  '%j is no key',
  (text) => {
    expect(parseKeyText(text)).toBeNull()
  },
)
