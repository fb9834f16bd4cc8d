import { describe, expect, test } from 'vitest'
import { reasonSchema, requireText, requireWords } from '../../../domain/proposals/own-words.ts'
import { requireTellable } from '../../../domain/proposals/require-tellable.ts'

const refused = expect.objectContaining({ name: 'AppError', code: 'unprocessable' }) as unknown

describe('a reason in own words', () => {
  test.each([
    ['Процесс меняется в январе, как вы и просили.', true],
    ['Adres można zmienić aż do produkcji karty.', true],
    ['....................', false],
    ['\u200b'.repeat(40), false],
    ['\u202e'.repeat(40), false],
    ['no                     no', false],
    ['no', false],
  ])('%j: %s', (typed, isReason) => {
    expect(reasonSchema.safeParse(typed).success).toBe(isReason)
  })

  test('is more than what stands in the place of personal data', () => {
    expect(() => requireWords('reason', 'Ring [phone 1] or [e-mail address 1].')).toThrow(refused)
    expect(() => requireWords('reason', 'Ring [phone 1] about the new form.')).not.toThrow()
  })
})

test.each([
  ['', false],
  [' \u200b\n', false],
  ['👍', true],
  ['?', true],
])('a text in which nothing can be seen is none: %j', (text, isText) => {
  const require = () => requireText('text', text)
  if (isText) expect(require).not.toThrow()
  else expect(require).toThrow(refused)
})

test('a reason may have become short by redaction, and is told as long as it says something', () => {
  const payload = { outcome: 'accepted', whatWouldChange: null, decidedBy: 'marta', readBy: null } as const
  const decided = (reason: string) =>
    requireTellable({ type: 'decision.delivered', at: 1, by: 'marta', payload: { ...payload, reason } })
  expect(() => decided('Agreed, see [card 1]')).toThrow(refused)
  expect(() => decided('Agreed: ring our desk.')).not.toThrow()
})
