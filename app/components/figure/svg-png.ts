/** A picture as a PNG of twice its size. Throws when the browser refuses to draw it. */
export async function svgPng(svg: {
  readonly text: string
  readonly width: number
  readonly height: number
}): Promise<Blob> {
  const scale = 2
  const picture = new Image(svg.width * scale, svg.height * scale)
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.text)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = svg.width * scale
  canvas.height = svg.height * scale
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser cannot draw pictures.')
  context.fillStyle = getComputedStyle(document.body).backgroundColor
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture is empty.')) : resolve(blob)),
      'image/png',
    )
  })
}
