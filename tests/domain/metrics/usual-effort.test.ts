import { describe, expect, test } from 'vitest'
import { careContext } from '../../../domain/metrics/care/care-clock.ts'
import { caseColumns } from '../../../domain/metrics/care/case-columns.ts'
import { chunkOf } from '../../../domain/metrics/care/columns.ts'
import { effortIndex } from '../../../domain/metrics/care/effort-index.ts'
import { createJudge } from '../../../domain/metrics/care/judge-rows.ts'
import { measureTotal } from '../../../domain/metrics/care/measure.ts'
import { selectRows } from '../../../domain/metrics/care/selected-rows.ts'
import { usualEfforts } from '../../../domain/metrics/care/usual-effort.ts'

const minute = 60_000

interface Told {
  readonly kind: string
  readonly contacts: number
  readonly minutes?: number
  readonly contactsKnown?: boolean
}

/** Finished cases, one a millisecond. */
function casesOf(told: readonly Told[]) {
  const rows = told.map(({ kind, contacts, minutes = 0, contactsKnown = true }, place) => ({
    ...Object.fromEntries(caseColumns.numbers.map((name) => [name, null])),
    ...Object.fromEntries(caseColumns.flags.map((name) => [name, false])),
    ...Object.fromEntries(caseColumns.words.map((name) => [name, ''])),
    ...{ openedAt: 0, firstResolvedAt: place, ourTurnMs: minutes * minute, handoffs: 0, contacts },
    ...{ timesAskedAgain: 0, channelSwitches: 0, contactsKnown, kind },
  }))
  return chunkOf(caseColumns, rows as never)
}

const many = (n: number, of: Omit<Told, 'kind'>, kind = 'card') =>
  Array.from({ length: n }, () => ({ kind, ...of }))

/** 11 cards with one contact and 10 with five: the lower median of 21 is 1. Three loans are too few to have a median of their own. */
const year = casesOf([
  ...many(11, { contacts: 1, minutes: 30 }),
  ...many(10, { contacts: 5, minutes: 600 }),
  ...many(3, { contacts: 9, minutes: 30 }, 'loan'),
])

describe('what customers usually go through', () => {
  test('a kind has its own medians from 20 finished cases on', () => {
    const card = usualEfforts([year]).of('card')
    expect(card).toMatchObject({ contacts: 1, handoffs: 0, repeats: 0, channelSwitches: 0 })
    expect(card!.minutesWaiting / 30).toBeCloseTo(1, 1)
  })

  test('fewer, and kinds that were never seen, have those of all kinds together', () => {
    const { of } = usualEfforts([year])
    // 24 cases: eleven 1, ten 5, three 9: the twelfth is 5.
    expect(of('loan')).toMatchObject({ contacts: 5 })
    expect(of('never seen')).toEqual(of('loan'))
  })

  test('weeks add up: cut into chunks the medians are the same', () => {
    const parts = [
      casesOf(many(11, { contacts: 1, minutes: 30 })),
      casesOf([...many(10, { contacts: 5, minutes: 600 }), ...many(3, { contacts: 9, minutes: 30 }, 'loan')]),
    ]
    const [whole, cut] = [usualEfforts([year]), usualEfforts(parts)]
    for (const kind of ['card', 'loan']) expect(cut.of(kind)).toEqual(whole.of(kind))
  })

  test("other systems' logs say nothing about what is usual", () => {
    const logs = casesOf(many(30, { contacts: 0, contactsKnown: false }))
    expect(usualEfforts([logs]).of('card')).toBeNull()
  })

  test('the figure is the median over cases, and other medians make it another one', () => {
    // Contacts 1 and 3 against a median of 1: parts 1 and 2, so 1 and (2 + 4) / 5.
    const chunk = casesOf([...many(2, { contacts: 3 }), ...many(1, { contacts: 1 })])
    const rows = selectRows([chunk], 'firstResolvedAt', { from: 0, to: 10 }, [])
    const judge = createJudge()
    const figure = (contacts: number) => {
      const medians = { contacts, handoffs: 0, repeats: 0, channelSwitches: 0, minutesWaiting: 0 }
      const context = careContext(100, () => 0, { of: () => medians })
      return measureTotal(effortIndex.measure, rows as never, { context, judge })
    }
    expect(figure(1)).toMatchObject({ kind: 'index', index: { n: 3, p50: { value: 1.2 } } })
    expect(figure(3)).toMatchObject({ index: { p50: { value: 1 } } })
  })
})
