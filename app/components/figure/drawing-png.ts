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

/**
 * A drawing as a PNG of twice its size, on the page's background. The colours of the page are written into a copy, because a
 * picture on its own knows no style sheet. Throws when the browser refuses to draw it.
 */
export async function drawingPng(drawing: SVGSVGElement): Promise<Blob> {
  const { width, height } = drawing.getBoundingClientRect()
  const copy = drawing.cloneNode(true) as SVGSVGElement
  writeStyles(drawing, copy)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  return svgPng({ text: new XMLSerializer().serializeToString(copy), width, height })
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
