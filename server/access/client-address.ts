/**
 * Where the request comes from, for throttling: the last entry of X-Forwarded-For, which the proxy nearest to us (or Next's own
 * server, for a direct connection) wrote. Earlier entries are the sender's own words. `unknown` without the header.
 */
export function readClientAddress(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
}
