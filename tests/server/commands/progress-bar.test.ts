import { expect, test } from 'vitest'
import { progressBar } from '../../../server/commands/progress-bar.ts'

/** What a bar prints when a quarter of the work takes a second each. */
function print(isTTY: boolean, options: { total?: number; startedAt?: number } = {}) {
  const { total = 400, startedAt = 0 } = options
  let now = 0
  let printed = ''
  const bar = progressBar('Loading', total, {
    unit: 'rows',
    startedAt,
    output: { isTTY, write: (text: string) => (printed += text) },
    now: () => now,
  })
  for (const part of [1, 2, 3, 4]) {
    now += 1_000
    bar.update(startedAt + ((total - startedAt) * part) / 4)
  }
  bar.finish()
  return printed
}

test('a log file gets plain lines with rate and time left, and one at the end', () => {
  expect(print(false)).toBe(
    [
      'Loading 25 %, 100 rows/s, 3 s left',
      'Loading 50 %, 100 rows/s, 2 s left',
      'Loading 75 %, 100 rows/s, 1 s left',
      'Loading 100 %, 100 rows/s',
      'Loading: 100 % in 4.0 s',
      '',
    ].join('\n'),
  )
})

test('a terminal gets one line that is drawn again', () => {
  const printed = print(true)
  expect(printed.split('\n')).toHaveLength(2)
  expect(printed).toContain('[###############---------------] 50 %')
})

test('what an earlier run had done does not flatter the rate', () => {
  expect(print(false, { startedAt: 200 })).toContain('Loading 62 %, 50 rows/s, 3 s left')
})

test('nothing to do is all done', () => {
  expect(print(false, { total: 0 })).toContain('100 %')
})
