import { svgPng } from './svg-png.ts'

const properties = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'opacity',
] as const

const inset = 12
const lineHeight = 18

/**
 * A drawing with what it takes to understand it elsewhere, title, sentence and legend, as a PNG of twice its size on the page's
 * background. The colours of the page are written into copies, because a picture on its own knows no style sheet. Throws when the
 * browser refuses to draw it.
 */
export async function drawingPng(
  drawing: HTMLElement,
  words: { readonly title: string; readonly sentence: string },
): Promise<Blob> {
  const frame = drawing.getBoundingClientRect()
  const style = getComputedStyle(document.body)
  const sentence = linesOf(words.sentence, frame.width)
  const top = inset + lineHeight * (sentence.length + 1) + inset
  const placeOf = (element: Element) => {
    const { left, bottom, ...size } = element.getBoundingClientRect().toJSON() as DOMRect
    return {
      ...size,
      left: left - frame.left + inset,
      top: size.top - frame.top + top,
      bottom: bottom - frame.top + top,
    }
  }
  const text = (x: number, y: number, said: string, more: Readonly<Record<string, string>> = {}) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', 'text')
    for (const [name, value] of Object.entries({ x, y, fill: style.color, ...more }))
      element.setAttribute(name, String(value))
    element.textContent = said
    return element
  }
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const size = { width: frame.width + 2 * inset, height: frame.height + top + inset }
  picture.setAttribute('width', String(size.width))
  picture.setAttribute('height', String(size.height))
  picture.setAttribute('font-family', style.fontFamily.replaceAll('"', "'"))
  picture.setAttribute('font-size', '12')
  picture.append(
    text(inset, inset + 12, words.title, { 'font-size': '14', 'font-weight': '600' }),
    ...sentence.map((line, i) => text(inset, inset + 12 + lineHeight * (i + 1), line)),
    ...Array.from(drawing.querySelectorAll('li'), (item) => {
      const swatch = placeOf(item.querySelector('svg') ?? item)
      return text(swatch.left + swatch.width + 6, swatch.bottom, item.textContent)
    }),
    ...Array.from(drawing.querySelectorAll('svg'), (svg) => {
      const copy = svg.cloneNode(true) as SVGSVGElement
      writeStyles(svg, copy)
      const { left, top: y, width, height } = placeOf(svg)
      for (const [name, value] of Object.entries({ x: left, y, width, height }))
        copy.setAttribute(name, String(value))
      return copy
    }),
  )
  return svgPng({ text: new XMLSerializer().serializeToString(picture), ...size })
}

function writeStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from)
  for (const property of properties) {
    const value = style.getPropertyValue(property)
    if (value !== '') to.setAttribute(property, value.replaceAll('"', "'"))
  }
  Array.from(from.children).forEach((child, index) => {
    const twin = to.children[index]
    if (twin !== undefined) writeStyles(child, twin)
  })
}

/** Words broken into lines that fit, by the mean width of a letter. */
function linesOf(words: string, width: number): string[] {
  const letters = Math.max(20, Math.floor(width / 6.4))
  const lines: string[] = []
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
