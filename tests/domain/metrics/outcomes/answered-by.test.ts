import { expect, test } from 'vitest'
import { answeredBy } from '../../../../domain/metrics/outcomes/answered-by.ts'

const minute = 60_000

test('those still waiting leave the share open instead of lowering it', () => {
  // Four questions: answered after 4 and after 10 minutes, one waits for 6 minutes so far, one for 20.
  const steps = answeredBy([
    { duration: 4 * minute, ended: 1, censored: 0 },
    { duration: 6 * minute, ended: 0, censored: 1 },
    { duration: 10 * minute, ended: 1, censored: 0 },
    { duration: 20 * minute, ended: 0, censored: 1 },
  ])
  // 1 - 3/4 at 4 minutes; then 3/4 x 1/2 remain, because two were at risk at 10 minutes.
  expect(steps.map(({ key, share, answered }) => [key, share, answered]).slice(0, 4)).toEqual([
    ['m5', 0.25, 1],
    ['m15', 0.625, 2],
    ['m30', 0.625, 2],
    ['h1', null, 2],
  ])
})

test('a wait of exactly the step belongs to it, and when all are answered the curve stays at 1', () => {
  const steps = answeredBy([{ duration: 5 * minute, ended: 3, censored: 0 }])
  expect(steps[0]).toMatchObject({ key: 'm5', share: 1, answered: 3 })
  expect(steps.at(-1)).toMatchObject({ key: 'd7', share: 1, answered: 3 })
})

test('nothing asked is unknown, not zero', () => {
  expect(answeredBy([]).every(({ share, answered }) => share === null && answered === 0)).toBe(true)
})
