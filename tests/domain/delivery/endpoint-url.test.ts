import { describe, expect, it } from 'vitest'
import { parseEndpointUrl } from '../../../domain/delivery/endpoint-url.ts'
import { AppError } from '../../../domain/errors/app-error.ts'

const parse = (text: string, allowInsecure = false) => parseEndpointUrl(text, { allowInsecure }).href

describe('the address of an endpoint', () => {
  it.each([
    ['https://example.com/hooks?of=alerts', 'https://example.com/hooks?of=alerts'],
    ['https://example.com:8443/', 'https://example.com:8443/'],
    ['https://example.com:443/', 'https://example.com/'],
    ['https://example.com/#part', 'https://example.com/'],
    ['https://пример.рф/', 'https://xn--e1afmkfd.xn--p1ai/'],
  ])('may be %s', (text, href) => {
    expect(parse(text)).toBe(href)
  })

  it.each([
    ['not encrypted', 'http://example.com/'],
    ['another protocol', 'ftp://example.com/'],
    ['another protocol', 'file:///etc/passwd'],
    ['another protocol', 'gopher://example.com/_'],
    ['no address', 'example.com/hooks'],
    ['no address', ''],
    ['a name and password', 'https://name:word@example.com/'],
    ['a name that poses as the host', 'https://example.com@169.254.169.254/'],
    ['port of ssh', 'https://example.com:22/'],
    ['port of mail', 'https://example.com:25/'],
    ['port 0', 'https://example.com:0/'],
    ['a port that is none', 'https://example.com:65536/'],
    ['metadata', 'https://169.254.169.254/latest/meta-data/'],
    ['private', 'https://10.1.2.3/'],
    ['one number', 'https://2130706433/'],
    ['octal', 'https://0177.0.0.1/'],
    ['hexadecimal', 'https://0x7f.0x0.0x0.0x1/'],
    ['short', 'https://127.1/'],
    ['full-width digits', 'https://１２７.0.0.1/'],
    ['loopback of IPv6', 'https://[::1]/'],
    ['IPv4-mapped', 'https://[::ffff:10.0.0.1]/'],
    ['without end', `https://example.com/${'a'.repeat(2_000)}`],
  ])('is never %s: %s', (_what, text) => {
    expect(() => parse(text)).toThrow(AppError)
  })

  it('may be this machine without encryption where the installation says so, and nothing else inside', () => {
    expect(parse('http://127.0.0.1:4000/', true)).toBe('http://127.0.0.1:4000/')
    expect(() => parse('http://10.0.0.1:4000/', true)).toThrow(AppError)
    expect(() => parse('https://192.168.0.1/', true)).toThrow(AppError)
  })
})
