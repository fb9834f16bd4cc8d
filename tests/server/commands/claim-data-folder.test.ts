import { expect, inject, test } from 'vitest'
import { claimDataFolder } from '../../../server/commands/claim-data-folder.ts'

const url = () => inject('adminUrl')

test('a data folder is served by one process; the next one is told where', async () => {
  const claim = await claimDataFolder(url(), 'http://127.0.0.1:3000')
  await expect(claimDataFolder(url(), 'http://127.0.0.1:3001')).rejects.toMatchObject({
    code: 'conflict',
    userMessage: expect.stringContaining('http://127.0.0.1:3000'),
  })
  await claim.release()
})

test('a folder that was given back can be claimed again', async () => {
  await (await claimDataFolder(url(), 'http://127.0.0.1:3000')).release()
  const claim = await claimDataFolder(url(), 'http://127.0.0.1:3001')
  await claim.release()
})
