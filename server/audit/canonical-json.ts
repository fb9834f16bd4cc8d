/** What jsonb gives back: no undefined, no dates, keys without order. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue }

/**
 * The value as PostgreSQL's jsonb will give it back, so that a hash taken before the write still fits after the read: dates
 * become RFC 3339 text, bigints decimal text, undefined members disappear, NaN and infinities become null, and text loses
 * what jsonb refuses (NUL becomes U+FFFD, so do halves of surrogate pairs). undefined itself is null.
 */
export function toJsonValue(value: unknown): JsonValue {
  const text = JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'bigint' ? member.toString() : member,
  ) as string | undefined
  return text === undefined ? null : cleanTexts(JSON.parse(text) as JsonValue)
}

/** One text for one value: members sorted by their key's UTF-16 units, no spaces, numbers as ECMAScript prints them (RFC 8785). */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`)
  return `{${members.join(',')}}`
}

function cleanTexts(value: JsonValue): JsonValue {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleanTexts)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [cleanText(key), cleanTexts(member)]),
  )
}

/** Text that both jsonb and text columns keep as it is. */
export function cleanText(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').replace(/\p{Surrogate}/gu, '\uFFFD')
}
