import { describe, expect, it } from 'vitest'
import { reachOf } from '../../../domain/delivery/public-address.ts'

describe('where an address leads', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:8.8.8.8'])(
    '%s is public',
    (address) => {
      expect(reachOf(address)).toBe('public')
    },
  )

  it.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1'])(
    '%s is the machine itself',
    (address) => {
      expect(reachOf(address)).toBe('loopback')
    },
  )

  it.each([
    ['private', '10.0.0.1'],
    ['private', '10.255.255.255'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.254'],
    ['private', '192.168.1.1'],
    ['metadata of most clouds', '169.254.169.254'],
    ['metadata over IPv6', 'fd00:ec2::254'],
    ['metadata of Azure', '168.63.129.16'],
    ['metadata of Alibaba, shared space', '100.100.100.200'],
    ['this network', '0.0.0.0'],
    ['unspecified', '::'],
    ['link-local', 'fe80::1'],
    ['unique local', 'fc00::1'],
    ['site-local of old', 'fec0::1'],
    ['IPv4-mapped private', '::ffff:10.0.0.1'],
    ['IPv4-mapped metadata', '::ffff:a9fe:a9fe'],
    ['IPv4-compatible', '::10.0.0.1'],
    ['NAT64 of a private address', '64:ff9b::a00:1'],
    ['6to4 of a private address', '2002:a00:1::'],
    ['Teredo', '2001::1'],
    ['documentation', '192.0.2.1'],
    ['documentation', '2001:db8::1'],
    ['benchmarking', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['multicast', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['discard', '100::1'],
    ['no address', 'localhost'],
    ['no address', ''],
    ['an address with a zone', 'fe80::1%eth0'],
  ])('%s: %s is internal', (_what, address) => {
    expect(reachOf(address)).toBe('internal')
  })
})
