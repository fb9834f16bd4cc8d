import { readingKinds } from '../../../domain/what-if/reading-kinds.ts'

export const rowCount = 10_000_000
export const dayCount = 365
export const firstDay = 20_000
/** Readings in the order of `readingKinds`, then what stands beside them. */
export const readingColumns = readingKinds.map(({ level, signal }) => `${level}_${signal}`.toLowerCase())

/** A number in [0, 1) that follows from a row's number and a salt. */
function u(salt: number): string {
  return `((hash(i * 64 + ${salt}) >> 11)::DOUBLE / 9007199254740992)`
}

/** Heavy-tailed about a median, as amounts and ratios are; `sigma` of the logarithm. */
function lognormal(salt: number, median: number, sigma: number): string {
  return `(${median} * exp(${sigma} * sqrt(-2 * ln(greatest(${u(salt)}, 1e-12))) * cos(6.283185307179586 * ${u(salt + 1)})))`
}

/** Known in a share of rows. */
function sometimes(salt: number, share: number, value: string): string {
  return `CASE WHEN ${u(salt)} < ${share} THEN ${value} END`
}

/** How each kind of reading is distributed: most below the floor, a thin tail beyond. */
const readings: Readonly<Record<string, string>> = {
  transaction_amount: `round(${lognormal(1, 6_000, 1.4)}) + 1`,
  transaction_amountratio: sometimes(3, 0.8, lognormal(4, 0.9, 0.7)),
  transaction_digitslip: sometimes(6, 0.7, `power(${u(7)}, 6)`),
  transaction_repeat: sometimes(8, 0.01, `1440 * ${u(9)}`),
  transaction_merchantrisk: sometimes(10, 0.6, `floor(20 * power(${u(11)}, 9))`),
  transaction_distancekm: sometimes(12, 0.4, lognormal(13, 8, 1.7)),
  transaction_travelspeedkmh: sometimes(15, 0.3, lognormal(16, 9, 1.5)),
  line_amount: `round(${lognormal(18, 900, 1.3)}) + 1`,
  line_quantityratio: sometimes(20, 0.7, lognormal(21, 0.9, 0.8)),
  line_digitslip: sometimes(23, 0.7, `power(${u(24)}, 6)`),
  line_repeat: sometimes(25, 0.02, `1440 * ${u(26)}`),
  line_sizegap: sometimes(27, 0.1, `floor(16 * power(${u(28)}, 8))`),
  line_habitbreak: sometimes(29, 0.1, `power(${u(30)}, 5)`),
}

/** Makes the table `purchases` in the order of time; a purchase has one line. */
export const createPurchases = `
  CREATE TABLE purchases AS
  SELECT *, CASE WHEN answer IN ('mistake', 'fraud') THEN transaction_amount ELSE 0 END AS harm FROM (
    SELECT i, ${firstDay} + i * ${dayCount} // ${rowCount} AS day, ((i * ${dayCount} % ${rowCount}) * 96 // ${rowCount})::UTINYINT AS quarter,
      (hash(i * 64 + 40) % 1000000)::UINTEGER AS customer,
      CASE WHEN ${u(41)} < 0.985 THEN 'neverAsked' WHEN ${u(42)} < 0.8 THEN 'intended' WHEN ${u(43)} < 0.5 THEN 'mistake'
        WHEN ${u(44)} < 0.5 THEN 'fraud' ELSE 'unreachable' END AS answer,
      ${u(45)} < 0.3 AS eur, (hash(i * 64 + 46) % 4)::UTINYINT AS channel,
      ${readingColumns.map((name) => `${readings[name]} AS ${name}`).join(', ')}
    FROM range(${rowCount}) r(i)
  )`
