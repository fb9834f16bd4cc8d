import path from 'node:path'
import PDFDocument from 'pdfkit'
import { type ComposedReport, type ReportMeasure } from './compose-report.ts'

/**
 * Inter with Polish and Cyrillic letters, as TrueType: the web font of the pages cannot be embedded by the PDF writer. A path and no
 * import, because the bundler of the pages knows nothing to do with a font.
 */
const fontFolder = ['node_modules', '@expo-google-fonts', 'inter']
const fontOf = (weight: '400Regular' | '600SemiBold') =>
  path.resolve(...fontFolder, weight, `Inter_${weight}.ttf`)

const margin = 48
const chartHeight = 74
const ink = '#1f2430'
const quiet = '#5b6472'
const accent = '#4a3aa7'

/** A report as a PDF: each measure with its number, its difference, what explains it, and a chart as wide as the page. */
export function reportPdf(report: ComposedReport): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin, info: { Title: report.subject } })
  const pieces: Buffer[] = []
  pdf.on('data', (piece: Buffer) => pieces.push(piece))
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(pieces)))
    pdf.on('error', reject)
  })
  pdf.registerFont('text', fontOf('400Regular'))
  pdf.registerFont('strong', fontOf('600SemiBold'))
  pdf.font('strong').fontSize(18).fillColor(ink).text(report.subject)
  pdf.font('text').fontSize(9).fillColor(quiet)
  for (const line of report.head) pdf.text(line)
  for (const measure of report.measures) drawMeasure(pdf, measure)
  pdf.end()
  return done
}

function drawMeasure(pdf: PDFKit.PDFDocument, measure: ReportMeasure): void {
  const { name, value, before, difference, n, explanation } = measure
  pdf.moveDown(1.2)
  if (pdf.y > pdf.page.height - margin - 150) pdf.addPage()
  pdf.font('strong').fontSize(11).fillColor(ink).text(name)
  pdf.fontSize(20).text(value)
  pdf.font('text').fontSize(9).fillColor(quiet).text(`${before} → ${value} · ${difference} · ${n}`)
  if (explanation !== null) pdf.text(explanation)
  drawPoints(pdf, measure)
}

/** Bars as wide as the page; unknown values stay gaps, the unfinished bucket is only outlined. */
function drawPoints(pdf: PDFKit.PDFDocument, { points, axis }: ReportMeasure): void {
  const width = pdf.page.width - 2 * margin
  pdf.fontSize(7).text(axis.highest, margin, pdf.y + 4)
  const top = pdf.y + 1
  const largest = Math.max(0, ...points.map(({ value }) => value ?? 0))
  const step = width / Math.max(1, points.length)
  points.forEach(({ value, unfinished }, place) => {
    if (value === null || largest === 0) return
    const height = (value / largest) * chartHeight
    pdf.rect(margin + place * step + 1, top + chartHeight - height, Math.max(1, step - 2), height)
    if (unfinished) pdf.lineWidth(0.8).stroke(accent)
    else pdf.fill(accent)
  })
  pdf
    .moveTo(margin, top + chartHeight)
    .lineTo(margin + width, top + chartHeight)
    .lineWidth(0.5)
    .stroke('#c9ced8')
  const below = top + chartHeight + 3
  pdf.fillColor(quiet).text(axis.first, margin, below, { lineBreak: false })
  pdf.text(axis.last, margin, below, { width, align: 'right', lineBreak: false })
  pdf.y = below + 12
  pdf.x = margin
}
