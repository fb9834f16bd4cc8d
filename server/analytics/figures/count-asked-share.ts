import { type ClientBase } from 'pg'
import { type FilterDimensionKey } from '../../../domain/metrics/dimensions.ts'
import { countRollup, servesFromRollup } from '../rollup/count-rollup.ts'
import { type Count, type Counting } from './count.ts'
import { countAsked } from './count-asked.ts'
import { countTransactions } from './count-transactions.ts'

/** What transactions have whether or not they were asked about; the other dimensions narrow the numerator alone. */
const ofEveryTransaction: readonly FilterDimensionKey[] = [
  'segment',
  'channel',
  'currency',
  'source',
  'hour',
  'customer',
]

/** Transactions asked about (`value`) of all transactions (`n`), by bucket and in all. */
export async function countAskedShare(client: ClientBase, counting: Counting): Promise<Count[]> {
  if (servesFromRollup(counting)) {
    const counts = await countRollup(client, counting)
    return counts.map(({ bucket, part, asked, transactions }) => ({
      bucket,
      part,
      value: asked,
      n: transactions,
    }))
  }
  const asked = await countAsked(client, counting)
  const transactions = await countEvery(client, counting)
  return shares(asked, transactions, everyTransactionHas(counting.split))
}

async function countEvery(client: ClientBase, counting: Counting): Promise<Count[]> {
  const every: Counting = {
    ...counting,
    split: everyTransactionHas(counting.split) ? counting.split : null,
    filters: counting.filters.filter(({ dimension }) => everyTransactionHas(dimension)),
  }
  if (!servesFromRollup(every)) return countTransactions(client, every)
  const counts = await countRollup(client, every)
  return counts.map(({ bucket, part, transactions }) => ({ bucket, part, value: transactions, n: null }))
}

/** Puts each numerator on its denominator. Where the parts are the alerts' own, all of them share one denominator. */
function shares(asked: readonly Count[], transactions: readonly Count[], partsAgree: boolean): Count[] {
  const parts = partsAgree ? null : [...new Set(asked.map(({ part }) => part))]
  const numerators = new Map(asked.map((count) => [keyOf(count), count.value]))
  return transactions.flatMap((of) =>
    (parts ?? [of.part]).map((part) => ({
      bucket: of.bucket,
      part,
      value: numerators.get(keyOf({ bucket: of.bucket, part })) ?? 0,
      n: of.value,
    })),
  )
}

function keyOf({ bucket, part }: Pick<Count, 'bucket' | 'part'>): string {
  return JSON.stringify([bucket, part])
}

function everyTransactionHas(dimension: FilterDimensionKey | null): boolean {
  return dimension === null || ofEveryTransaction.includes(dimension)
}
