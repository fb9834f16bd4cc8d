import net from 'node:net'
import { expect, test } from 'vitest'
import { addressOf, choosePort } from '../../../server/commands/listening-address.ts'

test('a port that another program uses is refused with one to try instead', async () => {
  const port = await choosePort('127.0.0.1', 0)
  const other = net.createServer().listen(port, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  await expect(choosePort('127.0.0.1', port)).rejects.toMatchObject({
    code: 'conflict',
    userMessage: expect.stringContaining(`PORT=${port + 1}`),
  })
  await new Promise((resolve) => other.close(resolve))
})

test('an address that this machine does not have is refused by name', async () => {
  await expect(choosePort('203.0.113.7', 0)).rejects.toMatchObject({
    code: 'invalidInput',
    userMessage: expect.stringContaining('HOST=203.0.113.7'),
  })
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::', 'http://[::1]:3000'],
  ['::1', 'http://[::1]:3000'],
  ['shop.local', 'http://shop.local:3000'],
])('a server on %s is reached at %s', (host, address) => {
  expect(addressOf(host, 3000)).toBe(address)
})
