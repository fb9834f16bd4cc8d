import { describe, expect, test } from 'vitest'
import { findJuryGaps, type JuryPerson } from '../../../domain/jury/find-jury-gaps.ts'

const person = (id: string, role: JuryPerson['role'], ...desks: string[]): JuryPerson => ({
  ...{ id, role },
  desks: desks.map((desk) => ({ desk: desk.replace('*', ''), isLead: desk.endsWith('*') })),
})
const eva = person('eva', 'staff', 'branch')
const gapsOf = (...people: JuryPerson[]) => [...findJuryGaps(people)]

describe('who could decide a proposal, and an appeal', () => {
  test.each<[string, JuryPerson[], string | undefined]>([
    ['there is no manager', [person('rita', 'ruleAdmin')], 'decision'],
    ['nobody else reads the letter', [person('marek', 'manager')], 'decision'],
    ['the only manager decided first', [person('marek', 'manager'), person('rita', 'ruleAdmin')], 'appeal'],
    [
      'the second manager works at the author’s desk',
      [person('marek', 'manager'), person('anna', 'manager', 'branch'), person('rita', 'ruleAdmin')],
      'appeal',
    ],
    [
      'two managers of other desks',
      [person('marek', 'manager', 'cards'), person('anna', 'manager')],
      undefined,
    ],
  ])('%s', (_what, people, gap) => {
    expect(findJuryGaps([eva, ...people]).get('branch')).toBe(gap)
  })

  test('enough: two managers apart from the author’s desk, and one who reads', () => {
    const managers = [person('marek', 'manager'), person('anna', 'manager'), person('olga', 'manager')]
    expect(gapsOf(eva, ...managers, person('rita', 'ruleAdmin'))).toEqual([])
  })

  test('a lead of the author’s desk does not count', () => {
    const managers = [person('marek', 'manager'), person('anna', 'manager', 'branch*')]
    expect(new Map(gapsOf(eva, ...managers, person('rita', 'ruleAdmin'))).get('branch')).toBe('appeal')
  })

  test('whoever proposes nothing has no gap', () => {
    expect(gapsOf(person('adam', 'auditor', 'branch'))).toEqual([])
  })
})
