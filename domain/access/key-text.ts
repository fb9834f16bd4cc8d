const shape = /^wa_([a-z0-9]{8})_([A-Za-z0-9]{32})$/

/** The two halves of a key's text `wa_<prefix>_<secret>`: the prefix finds its row and may be shown, the secret proves it. null: not a key. */
export function parseKeyText(text: string): { readonly prefix: string; readonly secret: string } | null {
  const [, prefix, secret] = shape.exec(text) ?? []
  return prefix === undefined || secret === undefined ? null : { prefix, secret }
}

export function formatKeyText({ prefix, secret }: { prefix: string; secret: string }): string {
  return `wa_${prefix}_${secret}`
}
