import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunkOf } from '../../../domain/metrics/care/columns.ts'
import { findPingPongs } from '../../../domain/metrics/care/handoff-sequence.ts'
import { packColumns, unpackColumns } from '../../../domain/metrics/care/packed-columns.ts'
import { caseFlow } from '../../../domain/metrics/care/case-flow.ts'

const spec = { numbers: ['at', 'ms'], flags: ['met'], words: ['desk'] } as const

const rows = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 2 ** 45 }),
    ms: fc.option(fc.integer({ min: 0, max: 2 ** 40 }), { nil: null }),
    met: fc.boolean(),
    desk: fc.constantFrom('a', 'b', '', 'ą я'),
  }),
)

describe('packed columns', () => {
  test('what is packed comes back, from a view into a larger buffer too', () => {
    fc.assert(
      fc.property(rows, fc.nat(9), (facts, shift) => {
        const chunk = chunkOf(spec, facts)
        const bytes = packColumns(spec, chunk)
        const larger = Buffer.alloc(bytes.length + shift)
        larger.set(bytes, shift)
        expect(unpackColumns(spec, larger.subarray(shift))).toEqual(chunk)
      }),
    )
  })

  test('bytes that are cut are refused, those of other columns are not read', () => {
    const bytes = packColumns(spec, chunkOf(spec, [{ at: 1, ms: null, met: true, desk: 'a' }]))
    expect(() => unpackColumns(spec, bytes.subarray(0, -1))).toThrow(RangeError)
    expect(unpackColumns({ ...spec, flags: ['other'] }, bytes)).toBeNull()
  })
})

test.each([
  ['there and back', 'ABA', 0],
  ['three alternations', 'ABAB', 1],
  ['a longer run is one', 'ABABABA', 1],
  ['a third desk interrupts', 'ABACAB', 0],
  ['two runs of different pairs', 'ABABCBC', 2],
])('ping-pong: %s (%s) is %i', (_, desks, runs) => {
  const moves = [...desks].slice(1).map((toDesk, place) => ({ fromDesk: desks[place]!, toDesk }))
  expect(findPingPongs(moves)).toHaveLength(runs)
})

test('open(t) = open(t-1) + opened + reopened - resolved, and the future is unknown', () => {
  const bucket = (from: number, opened: number, resolved: number, reopened: number) => ({
    ...{ from, to: from + 10, key: String(from), unfinished: false, partial: false },
    ...{ opened, resolved, reopened },
  })
  const flow = caseFlow(5, [bucket(0, 3, 2, 1), bucket(10, 0, 7, 0), bucket(20, 1, 0, 0)], 15)
  expect(flow.map(({ openAtEnd }) => openAtEnd)).toEqual([7, 0, null])
})
