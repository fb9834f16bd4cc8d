import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dimensionKeys } from '../../../domain/metrics/dimensions.ts'
import { type Filter, formatFilter, makeFilter, withFilter } from '../../../domain/metrics/filter.ts'
import {
  type Scope,
  defaultScope,
  formatScope,
  parseScope,
  readScope,
  scopeQuery,
} from '../../../domain/metrics/scope.ts'
import { scopeSchema } from '../../../domain/metrics/scope-schema.ts'
import { periodText, rangeText, zoneName } from '../time/period-arbitrary.ts'

const filterText = fc
  .tuple(fc.constantFrom('rule', 'segment', 'customer'), fc.constantFrom('is', 'isNot'))
  .chain(([dimension, operator]) =>
    fc
      .array(
        dimension === 'rule'
          ? fc.constantFrom('extra-zero', 'paid-twice', 'far-away')
          : fc.constantFrom('', 'a,b', 'x:y', '100 %', 'ż', '~INV 1'),
        { minLength: 1, maxLength: 4 },
      )
      .map((values) => `${dimension}:${operator}:${values.map(encodeURIComponent).join(',')}`),
  )

const scopeTexts = fc.record(
  {
    period: periodText,
    compare: fc.oneof(fc.constantFrom('none', 'previous', 'weekday', 'year'), rangeText),
    bucket: fc.constantFrom('hour', 'day', 'week', 'month', 'quarter'),
    zone: zoneName,
    complete: fc.constantFrom('0', '1'),
    filter: fc.array(filterText, { maxLength: 5 }),
  },
  { requiredKeys: [] },
)

/** What a browser would hand back from the address bar. */
function fromQuery(query: string): Scope {
  const params = new URLSearchParams(query)
  const single = Object.fromEntries([...params].filter(([name]) => name !== 'filter'))
  return parseScope({ ...single, filter: params.getAll('filter') })
}

describe('a scope', () => {
  test('survives its own URL unchanged', () => {
    fc.assert(
      fc.property(scopeTexts, (texts) => {
        const scope = parseScope(texts)
        expect(fromQuery(scopeQuery(scope))).toEqual(scope)
        expect(parseScope(formatScope(scope))).toEqual(scope)
      }),
    )
  })

  test('has one URL, however its filters were ordered or repeated', () => {
    fc.assert(
      fc.property(fc.array(filterText, { maxLength: 6 }), (filter) => {
        const turned = [...filter].reverse().concat(filter)
        expect(scopeQuery(parseScope({ filter: turned }))).toBe(scopeQuery(parseScope({ filter })))
      }),
    )
  })

  test('is the default when the URL says nothing, and then needs no URL', () => {
    expect(parseScope({})).toEqual(defaultScope)
    expect(scopeQuery(defaultScope)).toBe('')
  })
})

describe('a hand-edited URL', () => {
  test.each([
    ['period', { period: 'yesteryear' }, /last-28-days/],
    ['compare', { compare: 'tomorrow' }, /previous, weekday, year/],
    ['bucket', { bucket: 'second' }, /hour, day, week, month, quarter/],
    ['zone', { zone: 'Europe/Warszawa' }, /Europe\/Warsaw/],
    ['zone', { zone: '+02:00' }, /not an offset/],
    ['filter.0', { filter: 'weather:is:rain' }, new RegExp(dimensionKeys.join(', '))],
    ['filter.0', { filter: 'rule=extra-zero' }, /rule:isNot:/],
    ['filter.0', { filter: "rule:is:x'; DROP TABLE alerts; --" }, /not a possible rule/],
    ['filter.0', { filter: 'segment:is:%ZZ' }, /not a possible segment/],
    ['filter.0', { filter: 'hour:is:168' }, /not a possible hour/],
    ['filter.0', { filter: `customer:is:${Array(5000).fill('c').join(',')}` }, /at most 100/],
    ['filter', { filter: Array<string>(21).fill('rule:is:a') }, /At most 20 filters/],
  ])('with an impossible %s is refused by name with what to write instead', (path, texts, message) => {
    expect.assertions(2)
    try {
      parseScope(texts)
    } catch (error) {
      expect(error).toMatchObject({ code: 'invalidInput', problems: [{ path }] })
      expect((error as { userMessage: string }).userMessage).toMatch(message)
    }
  })

  test('names every part that is wrong at once', () => {
    expect.assertions(1)
    try {
      parseScope({ period: 'x', zone: 'y', filter: ['z'] })
    } catch (error) {
      expect((error as { problems: { path: string }[] }).problems.map(({ path }) => path)).toEqual([
        'period',
        'zone',
        'filter.0',
      ])
    }
  })
})

describe('a page whose URL was edited by hand', () => {
  test('keeps what can be read; each other part has its default and its sentence', () => {
    const { scope, problems } = readScope({ period: '2011', zone: 'y', filter: ['z', 'rule:is:extra-zero'] })
    expect(scope).toEqual({ ...defaultScope, period: parseScope({ period: '2011' }).period })
    expect(problems.map(({ path }) => path.join('.'))).toEqual(['zone', 'filter.0'])
  })

  test.each(['period', 'compare', 'bucket', 'zone', 'complete'])('with two of %s says so', (name) => {
    const { scope, problems } = readScope({ [name]: ['a', 'b'] })
    expect(scope).toEqual(defaultScope)
    expect(problems).toEqual([{ path: [name], message: `Write ${name} once, as a text.` }])
  })

  test('is read by procedures as by pages: the same problems at the same places', () => {
    const texts = { period: 'x', bucket: 'second', filter: ['rule:is:a', 'z'] }
    const refused = scopeSchema.safeParse(texts)
    expect(refused.error?.issues.map(({ path, message }) => ({ path, message }))).toEqual(
      readScope(texts).problems,
    )
  })
})

describe('a chosen filter', () => {
  test('widens the one of its dimension; another operator or dimension stands beside it', () => {
    const chosen = [
      makeFilter('segment', 'is', ['private']),
      makeFilter('segment', 'is', ['business']),
      makeFilter('segment', 'isNot', ['shop']),
      makeFilter('channel', 'is', ['pos']),
    ].reduce(withFilter, [] as Filter[])
    expect(chosen.map(formatFilter)).toEqual([
      'segment:is:business,private',
      'segment:isNot:shop',
      'channel:is:pos',
    ])
  })
})
