import { expect, it } from 'vitest'
import { CustomerCount } from '../../../domain/what-if/customer-count.ts'

it('tells customers apart whose hashes share a half, and leaves out whom nobody knows', () => {
  const customers = new CustomerCount({ questions: 1, days: 7 })
  customers.add(1, 9, 100, 1)
  customers.add(2, 9, 100, 3)
  customers.add(1, 9, 106, 3)
  customers.add(2, 9, 107, 2)
  customers.add(0, 0, 100, 3)
  customers.add(1, 8, 100, 2)
  expect(customers.read()).toEqual({
    base: { customers: 2, overBudget: 1 },
    draft: { customers: 3, overBudget: 0 },
  })
})

it('counts nobody over the budget where there is none', () => {
  const customers = new CustomerCount(null)
  for (let day = 0; day < 5; day++) customers.add(1, 9, day, 3)
  expect(customers.read().draft).toEqual({ customers: 1, overBudget: null })
})
