import { expect, test } from 'vitest'
import { diffSchema } from '../../../prisma/diff-migration.ts'
import { migrate } from '../../../server/db/migrate.ts'
import { getPool } from '../../../server/db/pool.ts'

test('the committed migrations give exactly the schema that the code is generated from', async () => {
  expect(await diffSchema(process.env.DATABASE_URL!)).toBe('')
})

test('applying the migrations a second time does nothing', async () => {
  expect(await migrate(process.env.DATABASE_URL!)).toEqual([])
})

test('an edited migration is refused by name', async () => {
  await getPool().query("UPDATE _prisma_migrations SET checksum = 'x' WHERE migration_name LIKE '%guards'")
  await expect(migrate(process.env.DATABASE_URL!)).rejects.toMatchObject({
    code: 'conflict',
    userMessage: expect.stringContaining('guards'),
  })
})

test('a server that does not answer is named, with what to check', async () => {
  await expect(migrate('postgresql://nobody@127.0.0.1:1/none')).rejects.toMatchObject({
    code: 'unavailable',
    userMessage: expect.stringContaining('DATABASE_URL'),
  })
})
