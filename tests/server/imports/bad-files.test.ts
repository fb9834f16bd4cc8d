import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getPrisma } from '../../../server/db/prisma.ts'
import { runImport } from '../../../server/imports/imports.ts'
import { sampleShop } from './sample-shop.ts'

const now = Date.UTC(2026, 0, 1)
const text = sampleShop('bad', 2_000)
const packed = gzipSync(text)
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-bad-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const files: Readonly<Record<string, string | Uint8Array>> = {
  'cut.csv.gz': packed.subarray(0, packed.length / 2),
  'damaged.csv.gz': packed.map((byte, i) => (i > packed.length / 2 ? byte ^ 0x5a : byte)),
  'header.csv': 'InvoiceNo,Item,Quantity\n1,A,2\n',
  'binary.csv': new Uint8Array([1, 2, 0, 3, 0, 4]),
  'sheet.csv': Buffer.from('PK\x03\x04 a spreadsheet'),
  'empty.csv': '',
  'quote.csv': text + '600001,"S1,' + 'x'.repeat(70_000),
}

describe('a file that cannot be imported', () => {
  it.each([
    ['cut.csv.gz', 'invalidInput', /cut off: it can be read up to line \d{2,}/],
    ['damaged.csv.gz', 'invalidInput', /damaged|cut off/],
    ['header.csv', 'invalidInput', /header lacks InvoiceDate, .*UnitPrice/],
    ['binary.csv', 'invalidInput', /not text/],
    ['sheet.csv', 'invalidInput', /spreadsheet/],
    ['empty.csv', 'invalidInput', /empty/],
    ['quote.csv', 'invalidInput', /quotation mark is not closed/],
    ['absent.csv', 'notFound', /cannot be opened/],
    ['.', 'invalidInput', /not a file/],
  ])('%s says what is wrong and leaves nothing', async (name, code, message) => {
    const file = path.join(folder, name)
    if (files[name] !== undefined) await writeFile(file, files[name])
    await expect(runImport({ preset: 'online-retail', file, now })).rejects.toMatchObject({
      code,
      userMessage: expect.stringMatching(message) as string,
    })
    expect(await getPrisma().importRun.count()).toBe(0)
    expect(await getPrisma().transaction.count()).toBe(0)
  })

  it('has an unknown preset: the known ones are listed', async () => {
    await expect(runImport({ preset: 'online-retial', file: 'x.csv', now })).rejects.toMatchObject({
      code: 'invalidInput',
      userMessage: expect.stringContaining('online-retail') as string,
    })
  })
})

describe('a mapping file', () => {
  it('brings in what no preset knows', async () => {
    const mapping = path.join(folder, 'bank.json')
    await writeFile(
      mapping,
      JSON.stringify({
        name: 'my-bank',
        delimiter: ';',
        zone: 'Europe/Warsaw',
        timeFormat: 'dayMonthYear',
        currency: 'PLN',
        channel: 'transfer',
        columns: { transaction: 'Id', time: 'Booked', customer: 'Account', amount: 'Amount', payee: 'To' },
      }),
    )
    const file = path.join(folder, 'bank.csv')
    const payments = Array.from({ length: 12 }, (_, i) => `t${i};${i + 1}/03/2024 10:00;c1;250.00;landlord`)
    await writeFile(
      file,
      [
        'Id;Booked;Account;Amount;To',
        ...payments,
        't99;20/03/2024 10:00;c1;100000.00;stranger',
        'tx;;c1;1;p',
      ].join('\n'),
    )
    const { summary, firstRejects } = await runImport({ preset: mapping, file, now })
    expect(summary).toMatchObject({ purchases: 13, alerts: 1, rejects: { noTime: 1 } })
    expect(firstRejects).toMatchObject([{ line: 15, code: 'noTime' }])
  })

  it('that cannot be used names every problem with its place', async () => {
    const mapping = path.join(folder, 'wrong.json')
    await writeFile(mapping, JSON.stringify({ name: 'x y', zone: 'Nowhere', channel: 'boat', columns: {} }))
    await expect(runImport({ preset: mapping, file: 'x.csv', now })).rejects.toMatchObject({
      userMessage: expect.stringMatching(/name: .*zone: .*channel: .*columns\.transaction: /s) as string,
    })
  })
})
