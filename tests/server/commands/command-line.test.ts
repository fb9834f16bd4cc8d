import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

let dataFolder: string
beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-command-'))
})
afterAll(() => rm(dataFolder, { recursive: true, force: true }))

/** Runs a command as npm would, on this file's database unless `environment` says otherwise. */
function command(args: readonly string[], environment: Readonly<Record<string, string | undefined>> = {}) {
  return new Promise<{ status: number | null; printed: string }>((resolve) => {
    const child = spawn(process.execPath, ['server/commands/launch.mjs', ...args], {
      env: { ...process.env, DATA_DIR: dataFolder, ...environment } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    child.on('close', (status) => resolve({ status, printed }))
  })
}

const patienceMs = 180_000

const inThisProcess = {
  admin: async (args: string[]) => (await import('../../../server/commands/admin.ts')).run(args),
  bench: async (args: string[]) => (await import('../../../server/commands/bench.ts')).run(args),
  import: async (args: string[]) => (await import('../../../server/commands/import.ts')).run(args),
  start: async () => (await import('../../../server/commands/start.ts')).run(),
}

test('a person and a key are made, the audit holds, and the person is shut out again', async () => {
  const printed: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line))
  const admin = inThisProcess.admin
  await admin(['create-user', '--email', 'ewa@shop.example', '--name', 'Ewa', '--role', 'admin'])
  await admin(['create-user', '--email', 'b@shop.example', '--name', 'B', '--role', 'admin'])
  await admin(['create-key', '--name', 'till', '--scope', 'transactions:write'])
  await admin(['disable-user', 'ewa@shop.example'])
  expect(await admin(['verify-audit'])).toBe(0)
  log.mockRestore()
  expect(printed).toEqual([
    'ewa@shop.example can sign in.',
    expect.stringMatching(/^Password \(shown only now\): \S{16,}$/),
    'b@shop.example can sign in.',
    expect.stringMatching(/^Password/),
    expect.stringMatching(/^wa_\S+$/),
    'ewa@shop.example can no longer sign in.',
    expect.stringContaining('The audit chain holds: 4 entries'),
  ])
})

test.each([
  ['admin', ['create-user', '--colour', 'red'], {}, "Unknown option '--colour'"],
  ['admin', ['create-key', '--name', 'x', '--scope', 'everything'], {}, 'transactions:write'],
  ['admin', ['backup'], {}, 'backup FILE'],
  ['import', [], {}, 'npm run import'],
  ['import', ['no-such-preset', 'x.csv'], {}, 'online-retail'],
  ['bench', ['nonsense'], {}, 'There is no benchmark "nonsense"'],
  ['start', [], { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must start with postgresql://'],
  ['start', [], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none', PORT: '0' }, 'does not answer'],
  ['start', [], { HOST: '0.0.0.0' }, 'DEMO=0'],
  ['start', [], { PORT: '99999' }, 'PORT'],
] as const)('%s %j with %j says what to do', async (name, args, environment, words) => {
  const before = { ...process.env }
  Object.assign(process.env, environment)
  try {
    await expect(inThisProcess[name]([...args])).rejects.toMatchObject({
      userMessage: expect.stringContaining(words),
    })
  } finally {
    process.env = before
  }
})

test('a task that does not exist ends with 1 and the list of those that do', async () => {
  expect(await command(['nonsense'])).toEqual({
    status: 1,
    printed: expect.stringMatching(/no task "nonsense".*start, dev, import, admin/),
  })
})

test('a data folder that cannot be one is named', async () => {
  const file = path.join(dataFolder, 'file')
  await writeFile(file, '')
  expect(await command(['admin', 'verify-audit'], { DATA_DIR: file, DATABASE_URL: undefined })).toMatchObject(
    {
      status: 1,
      printed: expect.stringMatching(/cannot be written to .*DATA_DIR/),
    },
  )
})

test(
  'an administrator’s task starts the embedded database for itself and leaves nothing running',
  async () => {
    const folder = path.join(dataFolder, 'embedded')
    const alone = { DATA_DIR: folder, DATABASE_URL: undefined }
    expect(await command(['admin', 'verify-audit'], alone)).toMatchObject({ status: 0 })
    expect(await command(['admin', 'backup', path.join(dataFolder, 'b.tar.gz')], alone)).toMatchObject({
      status: 0,
    })
    const other = { DATA_DIR: path.join(dataFolder, 'other'), DATABASE_URL: undefined }
    expect(await command(['admin', 'restore', path.join(dataFolder, 'b.tar.gz')], other)).toMatchObject({
      status: 0,
      printed: expect.stringContaining('The audit chain holds'),
    })
    await expect(rm(path.join(folder, 'database', 'postgres', 'postmaster.pid'))).rejects.toMatchObject({
      code: 'ENOENT',
    })
  },
  patienceMs,
)
