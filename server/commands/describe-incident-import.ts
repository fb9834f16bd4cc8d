import { type IncidentImportResult } from '../imports/imports.ts'

const openings: Readonly<Record<IncidentImportResult['outcome'], string>> = {
  imported: 'Imported.',
  rehearsed: 'Dry run: this is what an import would bring; nothing was stored.',
  alreadyImported: 'This file is imported already; nothing was changed. It brought:',
}

/** What an import of incidents brought, for the person at the terminal. */
export function describeIncidentImport({
  outcome,
  resumedAt,
  summary,
  firstRejects,
}: IncidentImportResult): string {
  const rejected = Object.values(summary.rejects).reduce((sum, rows) => sum + rows, 0)
  return [
    openings[outcome],
    ...(resumedAt > 0 ? [`  Went on after ${count(resumedAt)} incidents of an earlier run.`] : []),
    `  ${count(summary.rowsRead)} rows: ${count(summary.cases)} cases at ${count(summary.desks)} desks, ${count(rejected)} rows not kept`,
    ...(summary.alreadyStored > 0 ? [`  ${count(summary.alreadyStored)} cases were stored before`] : []),
    ...(summary.firstAt === null ? [] : [`  from ${summary.firstAt} to ${summary.lastAt}`]),
    `  ${count(summary.handoffs)} handoffs, ${count(summary.accepted)} of them accepted; ${count(summary.reopened)} cases reopened`,
    ...Object.entries(summary.casesByHandoffs).map(
      ([handoffs, cases]) => `    ${handoffs} handoffs: ${count(cases)} cases`,
    ),
    '  Whether customers began to be served is not in such a log: not applicable',
    ...firstRejects.map(({ line, reason }) => `    line ${line}: ${reason}`),
  ].join('\n')
}

const numbers = new Intl.NumberFormat('en')
const count = (value: number) => numbers.format(value)
