import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stolenWalletSteps } from '../../../domain/cases/default-playbook.ts'
import { editPlaybook } from '../../../domain/cases/edit-playbook.ts'
import { playbookChanges } from '../../../domain/cases/playbook-changes.ts'

const [first, second] = stolenWalletSteps.map(({ key }) => key)

test('a step that stands elsewhere in its phase is told with its place before and after', () => {
  const moved = editPlaybook(stolenWalletSteps, { kind: 'move', key: first!, by: 1 })
  const [change, ...others] = playbookChanges(stolenWalletSteps, moved)
  expect(others).toEqual([])
  expect([first, second]).toContain(change?.step.key)
  expect(change?.fields.map(({ field }) => field)).toEqual(['place'])
  expect([change?.fields[0]?.before, change?.fields[0]?.after].toSorted()).toEqual(['1', '2'])
})

test('a step that only shifts because another was added is not told', () => {
  const longer = editPlaybook(stolenWalletSteps, { kind: 'add', phase: 'contain' })
  expect(playbookChanges(stolenWalletSteps, longer).map(({ kind }) => kind)).toEqual(['added'])
})

test('no order of the same steps but their own reads the same', () => {
  const keys = stolenWalletSteps.map(({ key }) => key)
  fc.assert(
    fc.property(fc.shuffledSubarray(keys, { minLength: keys.length }), (order) => {
      const shuffled = order.map((key) => stolenWalletSteps.find((step) => step.key === key)!)
      const same = order.every((key, index) => key === keys[index])
      expect(playbookChanges(stolenWalletSteps, shuffled).length === 0).toBe(same)
    }),
  )
})
