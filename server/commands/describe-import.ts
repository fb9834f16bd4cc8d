import { minorDigits } from '../../domain/screening/minor-digits.ts'
import { type ImportResult } from '../imports/imports.ts'

const openings: Readonly<Record<ImportResult['outcome'], string>> = {
  imported: 'Imported.',
  rehearsed: 'Dry run: this is what an import would bring; nothing was stored.',
  alreadyImported: 'This file is imported already; nothing was changed. It brought:',
}

/** What an import brought, for the person at the terminal. */
export function describeImport({ outcome, resumedAt, summary, firstRejects }: ImportResult): string {
  const { purchases, cancellations, lines, alerts, takenBack, takenBackKnown, rejects } = summary
  const rejected = Object.values(rejects).reduce((sum, count) => sum + count, 0)
  return [
    openings[outcome],
    ...(resumedAt > 0 ? [`  Went on after ${count(resumedAt)} transactions of an earlier run.`] : []),
    `  ${count(summary.rowsRead)} rows: ${count(purchases)} purchases with ${count(lines)} lines, ${count(cancellations)} cancellations, ${count(rejected)} rows not kept`,
    ...(summary.alreadyStored > 0
      ? [`  ${count(summary.alreadyStored)} transactions were stored before`]
      : []),
    ...(summary.firstAt === null ? [] : [`  from ${summary.firstAt} to ${summary.lastAt}`]),
    `  ${count(alerts)} times it was worth asking (${share(alerts, purchases)} of purchases)`,
    ...summary.byRule.map(
      ({ rule, alerts: asked, mistakes }) =>
        `    ${rule}: ${count(asked)}${takenBackKnown ? `, of them ${count(mistakes)} mistakes` : ''}`,
    ),
    ...(takenBackKnown
      ? [
          `  taken back in full within an hour ${count(takenBack.hour)}, a day ${count(takenBack.day)}, a week ${count(takenBack.week)} lines`,
          `  of those within a day, asked about ${count(summary.caught)}, not asked about ${count(summary.missed)}`,
        ]
      : ['  what came of them is not known: the file does not tell what was taken back']),
    ...summary.money.map(
      ({ currency, caughtMinor, missedMinor }) =>
        `    ${money(caughtMinor, currency)} asked about, ${money(missedMinor, currency)} not`,
    ),
    ...Object.entries(rejects).map(([code, rows]) => `  not kept, ${code}: ${count(rows)} rows`),
    ...firstRejects.map(({ line, reason }) => `    line ${line}: ${reason}`),
  ].join('\n')
}

const numbers = new Intl.NumberFormat('en')
const count = (value: number) => numbers.format(value)

function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`
}

function money(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency) ?? 2
  const amount = amountMinor / 10 ** digits
  return `${amount.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${currency}`
}
