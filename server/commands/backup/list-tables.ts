import type pg from 'pg'
import { z } from 'zod'
import { AppError } from '../../../domain/errors/app-error.ts'

const rowSchema = z.object({ name: z.string(), columns: z.array(z.string()), refers_to: z.array(z.string()) })

/** A table with the columns that hold data of their own (generated ones are computed again). */
export interface FillableTable {
  readonly name: string
  readonly columns: readonly string[]
}

/**
 * The tables of the product's schema in the order in which they can be filled: what is referred to before what refers.
 * Parts of a partitioned table are reached through the whole. Throws `internal` when tables refer to one another in a circle.
 */
export async function listTables(client: pg.ClientBase): Promise<FillableTable[]> {
  const { rows } = await client.query(
    `SELECT t.relname AS name,
            ARRAY(SELECT a.attname::text FROM pg_attribute a
                   WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                   ORDER BY a.attnum) AS columns,
            ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint c JOIN pg_class r ON r.oid = c.confrelid
                   WHERE c.conrelid = t.oid AND c.contype = 'f' AND r.oid <> t.oid) AS refers_to
       FROM pg_class t
      WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind IN ('r', 'p') AND NOT t.relispartition
      ORDER BY t.relname`,
  )
  return inFillingOrder(z.array(rowSchema).parse(rows))
}

function inFillingOrder(waiting: readonly z.infer<typeof rowSchema>[]): FillableTable[] {
  const ordered: FillableTable[] = []
  const placed = new Set<string>()
  for (let left = [...waiting]; left.length > 0;) {
    const ready = left.filter((table) => table.refers_to.every((name) => placed.has(name)))
    if (ready.length === 0) {
      const names = left.map((table) => table.name).join(', ')
      throw new AppError('internal', {
        userMessage: `These tables refer to one another in a circle: ${names}.`,
      })
    }
    for (const { name, columns } of ready) {
      placed.add(name)
      ordered.push({ name, columns })
    }
    left = left.filter((table) => !placed.has(table.name))
  }
  return ordered
}
