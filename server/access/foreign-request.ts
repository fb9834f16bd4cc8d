/**
 * Whether a browser says that another site, or another port of this host, sends this request. SameSite=Lax keeps the cookie
 * from other sites only; a page on another port of 127.0.0.1 counts as the same site and would carry it.
 */
export function isForeignRequest(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  return site === 'cross-site' || site === 'same-site'
}
