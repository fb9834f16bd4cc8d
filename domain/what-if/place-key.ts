import type { Place } from './tail-chunk.ts'

/** One text for each segment, channel and currency; a purchase without a segment is in none of them. */
export function placeKey({ segment, channel, currency }: Place): string {
  return `${currency} ${channel} ${segment ?? ''}${segment === null ? '' : '.'}`
}
