import { expect, test } from 'vitest'
import { listDifferences } from '../../../domain/audit/list-differences.ts'

test.each([
  [
    'a changed value',
    { role: 'staff', name: 'Ola' },
    { role: 'manager', name: 'Ola' },
    [['role', 'staff', 'manager']],
  ],
  [
    'something new',
    null,
    { name: 'Till', valid: true },
    [
      ['name', null, 'Till'],
      ['valid', null, 'true'],
    ],
  ],
  ['something gone', { note: 'x' }, {}, [['note', 'x', null]]],
  ['a list of words', { scopes: ['a'] }, { scopes: ['a', 'b'] }, [['scopes', 'a', 'a, b']]],
  [
    'a value deep inside',
    { rules: [{ value: 3 }] },
    { rules: [{ value: 4 }] },
    [['rules.0.value', '3', '4']],
  ],
  ['a bare value', 1, 2, [['', '1', '2']]],
  ['null and absent', { a: null }, {}, []],
  ['nothing at all', null, null, []],
])('%s', (_name, before, after, expected) => {
  expect(listDifferences(before, after).map((row) => [row.path, row.before, row.after])).toEqual(expected)
})
