import { describe, expect, it } from 'vitest'
import { languages } from '../../../domain/language/language.ts'
import { type Signal } from '../../../domain/screening/signal.ts'
import { signalKeys } from '../../../domain/screening/signal-key.ts'
import { signals } from '../../../domain/screening/signals.ts'
import { textFormat } from '../../../domain/screening/text-format.ts'
import { read } from './build.ts'

describe.each(signalKeys)('the example of %s', (key) => {
  const signal: Signal = signals[key]
  const { history, transaction, criteria, level, value } = signal.example

  it('has the value that the reference page states', () => {
    const reading = read(key, level, transaction, { history, criteria })
    const exact = Number.isInteger(value) && value > 1000 ? Math.round(reading.value!) : reading.value
    expect(exact).toBeCloseTo(value, 6)
  })

  it.each(languages)('is explained and asked in %s without gaps', (language) => {
    const reading = read(key, level, transaction, { history, criteria })
    if (reading.value === null) throw new Error(`${key} has no value in its own example`)
    const situation = {
      value: reading.value,
      threshold: value,
      facts: reading.facts,
      transaction,
      line: level === 'line' ? transaction.lines[0]! : null,
      format: textFormat(language, 'Europe/Warsaw'),
    }
    for (const text of [signal.explain[language](situation), signal.question[language](situation)]) {
      expect(text).not.toMatch(/undefined|null|NaN|\[object/)
      expect(text.length).toBeGreaterThan(20)
    }
    expect(signal.question[language](situation)).toMatch(/\?$/)
  })
})
