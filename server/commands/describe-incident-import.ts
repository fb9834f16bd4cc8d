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
    ...(resumedAt > 0 ? [`  Went on after ${count(resumedAt, 'incident')} of an earlier run.`] : []),
    `  ${count(summary.rowsRead, 'row')}: ${count(summary.cases, 'case')} at ${count(summary.desks, 'desk')}, ${count(rejected, 'row')} not kept`,
    ...(summary.alreadyStored > 0 ? [`  ${count(summary.alreadyStored, 'case')} stored before`] : []),
    ...(summary.firstAt === null ? [] : [`  from ${summary.firstAt} to ${summary.lastAt}`]),
    `  ${count(summary.handoffs, 'handoff')}, ${numbers.format(summary.accepted)} of them accepted; ${count(summary.reopened, 'case')} reopened`,
    ...Object.entries(summary.casesByHandoffs).map(
      ([handoffs, cases]) => `    ${count(Number(handoffs), 'handoff')}: ${count(cases, 'case')}`,
    ),
    '  Whether customers began to be served is not in such a log: not applicable',
    ...firstRejects.map(({ line, reason }) => `    line ${line}: ${reason}`),
  ].join('\n')
}

const numbers = new Intl.NumberFormat('en')

/** A number with its word, which is plural unless there is one. */
function count(value: number, word: string): string {
  return `${numbers.format(value)} ${word}${value === 1 ? '' : 's'}`
}
