import { escapeHtml } from '../../domain/format/escape-html.ts'
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
      `<tr><th align="left">${escapeHtml(name)}</th><td align="right"><b>${escapeHtml(value)}</b></td><td align="right">${escapeHtml(before)}</td><td>${escapeHtml(difference)}</td><td>${escapeHtml(n)}</td></tr>` +
      (explanation === null ? '' : `<tr><td colspan="5">${escapeHtml(explanation)}</td></tr>`),
  )
  return {
    subject: report.subject,
    text: [...report.head, '', ...lines, '', report.href].join('\n'),
    html: `<p>${report.head.map(escapeHtml).join('<br>')}</p><table cellpadding="6">${rows.join('')}</table><p><a href="${escapeHtml(report.href)}">${escapeHtml(report.hrefWords)}</a></p>`,
  }
}
