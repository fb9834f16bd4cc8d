import { type ComposedReport } from './compose-report.ts'

/** A report as an e-mail: the numbers in the mail itself, as text and as a table. */
export function reportMail(report: ComposedReport): {
  readonly subject: string
  readonly text: string
  readonly html: string
} {
  const lines = report.measures.flatMap(({ name, value, before, difference, n, explanation }) => [
    `${name}: ${value} (${before}; ${difference}; ${n})`,
    ...(explanation === null ? [] : [`  ${explanation}`]),
  ])
  const rows = report.measures.map(
    ({ name, value, before, difference, n, explanation }) =>
      `<tr><th align="left">${escaped(name)}</th><td align="right"><b>${escaped(value)}</b></td><td align="right">${escaped(before)}</td><td>${escaped(difference)}</td><td>${escaped(n)}</td></tr>` +
      (explanation === null ? '' : `<tr><td colspan="5">${escaped(explanation)}</td></tr>`),
  )
  return {
    subject: report.subject,
    text: [...report.head, '', ...lines, '', report.href].join('\n'),
    html: `<p>${report.head.map(escaped).join('<br>')}</p><table cellpadding="6">${rows.join('')}</table><p><a href="${escaped(report.href)}">${escaped(report.hrefWords)}</a></p>`,
  }
}

function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
