import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { undoSlip } from '../../../domain/screening/undo-slip.ts'

const cents = (usual: number[]) => [...usual].sort((a, b) => a - b)

fc.configureGlobal({ seed: 20260504 })

describe('an amount', () => {
  it.each([
    ['an extra zero', [12_500, 12_500, 12_500], 125_000, 'extraZero', 12_500],
    ['a zero too few', [125_000, 125_000, 125_000], 12_500, 'droppedZero', 125_000],
    ['a missed separator', [12_34, 12_34, 12_34], 123_400, 'movedSeparator', 12_34],
    ['a separator moved by one', [12_34, 12_34, 12_34], 123_40, 'movedSeparator', 12_34],
    ['a doubled digit', [45_700, 45_700, 45_700], 445_700, 'doubledDigit', 45_700],
    ['an inserted digit', [45_700, 45_700, 45_700], 495_700, 'insertedDigit', 45_700],
    ['a missing digit', [495_700, 495_700, 495_700], 45_700, 'droppedDigit', 495_700],
    ['two swapped digits', [195_700, 195_700, 195_700], 915_700, 'swappedDigits', 195_700],
    [
      'the bill that is paid once among others',
      [10_000, 11_000, 13_000, 12_780, 30_000],
      127_800,
      'movedSeparator',
      12_780,
    ],
  ] as const)('with %s is told by its digits', (_, usual, entered, slip, meant) => {
    expect(undoSlip(entered, cents([...usual]), 100)).toMatchObject({ slip, meant })
    expect(undoSlip(entered, cents([...usual]), 100)!.closeness).toBeGreaterThan(0.9)
  })

  it('near the usual ones counts although no digit string is met', () => {
    const usual = cents([7_950, 8_010, 8_120, 7_890, 8_000, 8_055])
    expect(undoSlip(80_700, usual, 100)).toMatchObject({ slip: 'movedSeparator', closeness: 0.95 })
  })

  it.each([
    ['is usual as it stands', [100, 200, 300, 400], 300],
    ['is less than four times the median', [1_000, 1_000, 1_000], 3_900],
    ['has been seen at this size', [1_000, 1_000, 1_000, 10_000], 10_000],
    ['is within twice of something seen', [1_000, 1_000, 1_000, 6_000], 10_000],
  ])('that %s is no slip', (_, usual, entered) => {
    expect(undoSlip(entered, cents(usual), 100)).toBeNull()
  })

  it('that merely has one digit in common with something usual is hardly close', () => {
    expect(undoSlip(300_000, cents([10_000, 20_000, 30_000, 40_000, 50_000]), 100)!.closeness).toBeLessThan(
      0.6,
    )
  })
})

describe('a quantity', () => {
  it('of 100 where everybody takes 10 is an extra zero', () => {
    expect(undoSlip(100, [10, 10, 10, 10, 10, 10], 1)).toMatchObject({
      slip: 'extraZero',
      meant: 10,
      closeness: 1,
    })
  })

  it('of 12 where people take 1 to 3 is not close', () => {
    expect(undoSlip(12, [1, 1, 1, 2, 2, 3], 1)?.closeness ?? 0).toBeLessThan(0.6)
  })
})

describe('false alarms', () => {
  it('are rare over the ordinary spread of amounts: below one in 200', () => {
    let state = 7
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
    const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())
    const amount = () => Math.max(1, Math.round(5_000 * Math.exp(0.8 * normal())))
    let alarms = 0
    const tries = 4_000
    for (let i = 0; i < tries; i++) {
      const usual = cents(Array.from({ length: 30 }, amount))
      if ((undoSlip(amount(), usual, 100)?.closeness ?? 0) >= 0.9) alarms++
    }
    expect(alarms / tries).toBeLessThan(0.005)
  })
})

describe('closeness', () => {
  it('lies between 0 and 1 and names what was meant, whatever is entered', () => {
    const value = fc.integer({ min: 1, max: 10_000_000 })
    fc.assert(
      fc.property(value, fc.array(value, { minLength: 1, maxLength: 64 }), (entered, usual) => {
        const undone = undoSlip(entered, cents(usual), 100)
        if (undone === null) return
        expect(undone.closeness).toBeGreaterThanOrEqual(0)
        expect(undone.closeness).toBeLessThanOrEqual(1)
        expect(undone.meant).not.toBe(entered)
      }),
    )
  })
})
