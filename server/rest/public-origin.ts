/** Under which address the sender of this request reaches this installation, such as `https://ask.example.com`. */
export function publicOrigin(request: Request): string {
  const { host, protocol } = new URL(request.url)
  const forwarded = (name: string) => request.headers.get(name)?.split(',')[0]?.trim()
  const scheme = forwarded('x-forwarded-proto') ?? protocol.replace(':', '')
  return `${scheme}://${forwarded('x-forwarded-host') ?? forwarded('host') ?? host}`
}
