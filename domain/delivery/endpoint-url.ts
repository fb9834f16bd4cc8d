import { AppError } from '../errors/app-error.ts'
import { reachOf } from './public-address.ts'

const longest = 2_000

/** What an installation allows beyond the open internet. */
export interface UrlPolicy {
  /** Plain http, and the machine itself: for trying out and tests only. */
  readonly allowInsecure: boolean
}

/**
 * An address that messages may be sent to: https, a usual port (443 or above 1023), nobody's name and password in it. What the
 * host's name leads to is looked at anew for every attempt. Throws `invalidInput`.
 */
export function parseEndpointUrl(text: string, { allowInsecure }: UrlPolicy): URL {
  if (text.length > longest || !URL.canParse(text))
    throw refused('Write a whole address, such as https://example.com/hooks.')
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(allowInsecure && url.protocol === 'http:'))
    throw refused('The address must begin with https://.')
  if (url.username !== '' || url.password !== '')
    throw refused('Leave the user name and password out: the signature proves who sends.')
  const port = url.port === '' ? null : Number(url.port)
  if (port !== null && port !== 443 && port < 1_024) throw refused('Use port 443 or one above 1023.')
  const literal = literalAddress(url)
  if (literal !== null && !isAllowed(literal, { allowInsecure }))
    throw refused('This address is inside a private network. Use one that the internet can reach.')
  url.hash = ''
  return url
}

/** Whether an attempt may connect to this address. */
export function isAllowed(address: string, { allowInsecure }: UrlPolicy): boolean {
  const reach = reachOf(address)
  return reach === 'public' || (allowInsecure && reach === 'loopback')
}

/** The address when the URL names one instead of a host. The URL parser has made 0x7f.1 and 2130706433 plain already. */
export function literalAddress({ hostname }: URL): string | null {
  if (hostname.startsWith('[')) return hostname.slice(1, -1)
  return /^\d+\.\d+\.\d+\.\d+$/.test(hostname) ? hostname : null
}

function refused(userMessage: string): AppError {
  return new AppError('invalidInput', {
    userMessage,
    problems: [{ path: 'url', code: 'refusedUrl', message: userMessage }],
  })
}
