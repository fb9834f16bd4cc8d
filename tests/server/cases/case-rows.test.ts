import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundTheClock } from '../../../domain/time/calendar-versions.ts'
import { caseRows } from '../../../server/cases/case-rows.ts'
import { anyTimeline } from '../../domain/cases/any-timeline.ts'

test('every stored timeline has its rows, also one that no life cycle of today would allow', () => {
  fc.assert(
    fc.property(anyTimeline, (events) => {
      const rows = caseRows(events, () => roundTheClock)
      expect(rows.memos.every(({ problem }) => problem === 'x')).toBe(true)
      expect(rows.promises.every(({ text }) => text === 'x')).toBe(true)
      for (const { acceptanceMs, expiredInHours, state } of rows.handoffs) {
        expect(acceptanceMs ?? 0).toBeGreaterThanOrEqual(0)
        expect(expiredInHours !== null).toBe(state === 'expired')
      }
    }),
    { numRuns: 150 },
  )
})
