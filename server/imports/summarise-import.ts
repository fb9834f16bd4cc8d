import { type PoolClient } from 'pg'
import { type ImportSummary, importSummarySchema } from './import-summary.ts'

const counts = `
  SELECT count(*) FILTER (WHERE kind = 'purchase') AS purchases,
    count(*) FILTER (WHERE kind = 'cancellation') AS cancellations, min(occurred_at) AS "firstAt", max(occurred_at) AS "lastAt"
  FROM transactions WHERE import_id = $1`

const lineCounts = `
  SELECT count(*) AS lines, count(*) FILTER (WHERE t.customer_known) AS "linesWithCustomer",
    count(*) FILTER (WHERE l.taken_back_at <= t.occurred_at + interval '1 hour') AS hour,
    count(*) FILTER (WHERE l.taken_back_at <= t.occurred_at + interval '24 hours') AS day,
    count(*) FILTER (WHERE l.taken_back_at <= t.occurred_at + interval '168 hours') AS week
  FROM transactions t
  JOIN transaction_lines l ON l.customer_ref = t.customer_ref AND l.transaction_id = t.transaction_id AND l.revision = t.revision
  WHERE t.import_id = $1 AND t.kind = 'purchase'`

const alertCounts = `SELECT count(*) AS alerts FROM alerts WHERE import_id = $1`

const ruleCounts = `
  SELECT h.rule, count(*) AS hits, count(DISTINCT a.id) AS alerts,
    count(DISTINCT a.id) FILTER (WHERE a.outcome = 'mistake') AS mistakes
  FROM alerts a JOIN alert_hits h ON h.customer_ref = a.customer_ref AND h.alert_id = a.id
  WHERE a.import_id = $1 GROUP BY h.rule ORDER BY alerts DESC, h.rule`

const moneyCounts = `
  SELECT currency, count(*) FILTER (WHERE alert_id IS NOT NULL) AS caught, count(*) FILTER (WHERE alert_id IS NULL) AS missed,
    coalesce(sum(amount_minor) FILTER (WHERE alert_id IS NOT NULL), 0)::bigint AS "caughtMinor",
    coalesce(sum(amount_minor) FILTER (WHERE alert_id IS NULL), 0)::bigint AS "missedMinor"
  FROM taken_back_lines WHERE import_id = $1 GROUP BY currency ORDER BY currency`

interface FileCounts {
  readonly takenBackKnown: boolean
  readonly rowsRead: number
  readonly rejects: Readonly<Record<string, number>>
  readonly alreadyStored: number
}

/** Counts over the rows that an import stored; what only the file knows comes with `file`. */
export async function summariseImport(
  client: PoolClient,
  importId: string,
  file: FileCounts,
): Promise<ImportSummary> {
  const rowsOf = async (sql: string) => (await client.query<Record<string, unknown>>(sql, [importId])).rows
  const [transactions] = await rowsOf(counts)
  const [lines] = await rowsOf(lineCounts)
  const [alerts] = await rowsOf(alertCounts)
  const byRule = await rowsOf(ruleCounts)
  const money = await rowsOf(moneyCounts)
  const total = (member: string) => money.reduce((sum, row) => sum + Number(row[member]), 0)
  return importSummarySchema.parse({
    ...file,
    ...transactions,
    firstAt: toText(transactions?.firstAt),
    lastAt: toText(transactions?.lastAt),
    ...lines,
    takenBack: lines,
    ...alerts,
    byRule,
    caught: total('caught'),
    missed: total('missed'),
    money,
  })
}

function toText(value: unknown): string | null {
  return value instanceof Date ? value.toISOString() : null
}
