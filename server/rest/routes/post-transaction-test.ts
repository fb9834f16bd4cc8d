import { testTransaction } from '../../screening/screening.ts'
import { readTransaction } from '../read-transaction.ts'
import { restRoute } from '../route.ts'

/** What a transaction would be answered, with every rule's distance to firing; nothing is stored. */
export const postTransactionTest = restRoute({ scope: 'transactions:write' }, async ({ request, now }) => {
  return { body: await testTransaction(await readTransaction(request, now), now) }
})
