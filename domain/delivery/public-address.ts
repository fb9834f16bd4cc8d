import ipaddr from 'ipaddr.js'

/** Public by its number, yet answered by the machine's own host: Azure's platform address. */
const platformAddresses = new Set(['168.63.129.16'])

/** Where an address leads, as far as sending messages there is concerned. */
export type AddressReach = 'public' | 'loopback' | 'internal'

/**
 * Tells addresses of the open internet from all others: private, link-local (clouds' metadata), shared, multicast, reserved, and
 * IPv6 forms that carry an IPv4 address. What is not an address is `internal`.
 */
export function reachOf(address: string): AddressReach {
  if (!ipaddr.isValid(address)) return 'internal'
  const plain = ipaddr.process(address)
  const range = plain.range()
  if (range === 'loopback') return 'loopback'
  if (range !== 'unicast' || platformAddresses.has(plain.toString())) return 'internal'
  // Of IPv6 only 2000::/3 is given out to the internet.
  if (plain.kind() === 'ipv6' && !plain.match(ipaddr.parseCIDR('2000::/3'))) return 'internal'
  return 'public'
}
