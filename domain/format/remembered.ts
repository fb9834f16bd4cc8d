/** Building an Intl formatter takes a hundred times longer than using it: each is built once for its key and kept. */
export function remembered<Formatter>(
  build: (...key: string[]) => Formatter,
): (...key: string[]) => Formatter {
  const built = new Map<string, Formatter>()
  return (...key) => {
    const name = key.join('\n')
    const known = built.get(name)
    if (known !== undefined) return known
    const formatter = build(...key)
    built.set(name, formatter)
    return formatter
  }
}
