import { type Pool } from 'pg'
import { z } from 'zod'
import { emptyItemUsage, type ItemUsage } from '../../../domain/screening/item-usage.ts'
import { type CustomerProfile, emptyProfile, parseProfile } from '../../../domain/screening/profile.ts'

/** One customer's history in memory, with the version in the database that it continues. */
export interface KnownCustomer {
  profile: CustomerProfile
  segment: string | null
  language: string | null
  /** 0: not in the database yet. */
  version: number
}

/**
 * Histories read in bulk when first needed and kept in memory. What was last used before the chunk in flight may be dropped:
 * it is in the database.
 */
export interface KnownHistories {
  readonly customers: ReadonlyMap<string, KnownCustomer>
  readonly usages: ReadonlyMap<string, ItemUsage>
  /** Reads what is not known yet. */
  load(customerRefs: ReadonlySet<string>, skus: ReadonlySet<string>): Promise<void>
  /** Notes that a chunk uses a customer's or an item's history. */
  touch(chunk: number, used: { customerRef: string } | { sku: string }): void
  /** What a chunk used. */
  touchedBy(chunk: number): { customerRefs: string[]; skus: string[] }
  /** After somebody else changed a customer: everything is read again. */
  forget(): void
  /** Keeps memory bounded; call when `chunk` is prepared. */
  trim(chunk: number): void
}

const customersAtMost = 20_000
const itemsAtMost = 50_000

const usageSchema = z.object({
  v: z.literal(1),
  t: z.array(z.number()),
  k: z.array(z.number()),
  quantities: z.array(z.number()),
})
const profileRow = z.object({
  customer_ref: z.string(),
  segment: z.string().nullable(),
  language: z.string().nullable(),
  profile: z.unknown(),
  version: z.number(),
})
const usageRow = z.object({ sku: z.string(), usage: usageSchema })

export function createKnownHistories(pool: Pool): KnownHistories {
  const customers = new Map<string, KnownCustomer>()
  const usages = new Map<string, ItemUsage>()
  const customerChunks = new Map<string, number>()
  const itemChunks = new Map<string, number>()
  return {
    customers,
    usages,
    async load(customerRefs, skus) {
      const missingCustomers = [...customerRefs].filter((ref) => !customers.has(ref))
      if (missingCustomers.length > 0) {
        const { rows } = await pool.query(
          'SELECT customer_ref, segment, language, profile, version FROM customer_profiles WHERE customer_ref = ANY($1)',
          [missingCustomers],
        )
        for (const ref of missingCustomers) {
          customers.set(ref, {
            profile: emptyProfile(),
            segment: null,
            language: null,
            version: 0,
          })
        }
        for (const row of rows) {
          const { customer_ref, profile, ...rest } = profileRow.parse(row)
          customers.set(customer_ref, { profile: parseProfile(profile), ...rest })
        }
      }
      const missingItems = [...skus].filter((sku) => !usages.has(sku))
      if (missingItems.length > 0) {
        const { rows } = await pool.query('SELECT sku, usage FROM item_usage WHERE sku = ANY($1)', [
          missingItems,
        ])
        for (const sku of missingItems) usages.set(sku, emptyItemUsage())
        for (const row of rows) {
          const { sku, usage } = usageRow.parse(row)
          usages.set(sku, usage)
        }
      }
    },
    touch(chunk, used) {
      if ('sku' in used) itemChunks.set(used.sku, chunk)
      else customerChunks.set(used.customerRef, chunk)
    },
    touchedBy(chunk) {
      return { customerRefs: keysAt(customerChunks, chunk), skus: keysAt(itemChunks, chunk) }
    },
    forget() {
      for (const map of [customers, usages, customerChunks, itemChunks]) map.clear()
    },
    trim(chunk) {
      dropUnused(customers, customerChunks, customersAtMost, chunk)
      dropUnused(usages, itemChunks, itemsAtMost, chunk)
    },
  }
}

function keysAt(chunks: ReadonlyMap<string, number>, chunk: number): string[] {
  return [...chunks].filter(([, last]) => last === chunk).map(([key]) => key)
}

function dropUnused(known: Map<string, unknown>, chunks: Map<string, number>, atMost: number, chunk: number) {
  if (known.size <= atMost) return
  for (const key of known.keys()) {
    if ((chunks.get(key) ?? 0) >= chunk - 1) continue
    known.delete(key)
    chunks.delete(key)
  }
}
