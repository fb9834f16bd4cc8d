/**
 * `npm run db:migration -- NAME`: writes the SQL that brings a database with all committed migrations to the schema of
 * prisma/schema as a new migration folder. Uses Prisma's schema engine as WebAssembly on a throw-away embedded database.
 * `npm run db:migration -- --check` prints the difference and ends with 1 when there is one.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { openCluster } from '../server/db/embedded/cluster.ts'
import { ensureDatabase } from '../server/db/embedded/ensure-database.ts'
import { migrate } from '../server/db/migrate.ts'

/** The SQL from the database at `url` to the committed schema; empty when they agree. */
export async function diffSchema(url: string): Promise<string> {
  const folder = path.resolve('prisma/schema')
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => ({
      path: path.join(folder, name),
      content: await readFile(path.join(folder, name), 'utf8'),
    })),
  )
  const engine = await loadEngine(files, url)
  const printed = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: process.cwd() },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  const script = printed.stdout ?? ''
  return script.includes('empty migration') ? '' : script
}

interface SchemaEngine {
  diff(params: object): Promise<{ stdout: string | null }>
}

async function loadEngine(
  files: readonly { path: string; content: string }[],
  url: string,
): Promise<SchemaEngine> {
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  })
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const engine = (await import(pathToFileURL(entry).href)) as {
    __wbg_set_wasm(exports: WebAssembly.Exports): void
    SchemaEngine: {
      new: (options: object, log: (line: string) => void, adapter: object) => Promise<SchemaEngine>
    }
  }
  const bytes = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'))
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports,
  })
  engine.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') (start as () => void)()
  const adapter = bindMigrationAwareSqlAdapterFactory(adapterWithChars(url))
  return engine.SchemaEngine.new(
    { datamodels: files.map((file) => [file.path, file.content]) },
    () => undefined,
    adapter,
  )
}

/**
 * The catalogue's one-byte "char" columns are unknown to Prisma's adapter: the pool passes them as text, and the adapter's
 * answer names them as the characters that the engine expects.
 */
function adapterWithChars(connectionString: string): PrismaPg {
  const charColumns = new Set<string>()
  const pool = new pg.Pool({ connectionString, max: 1 })
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryArrayResult>
  const passingChars = async (...args: unknown[]) => {
    const result = await query(...args)
    for (const field of result.fields ?? []) {
      if (field.dataTypeID !== pg.types.builtins.CHAR) continue
      field.dataTypeID = pg.types.builtins.TEXT
      charColumns.add(field.name)
    }
    return result
  }
  const factory = new PrismaPg(Object.assign(pool, { query: passingChars }))
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (params) => {
      const answer = await queryRaw(params)
      const columnTypes = answer.columnTypes.map((type, i) =>
        charColumns.has(answer.columnNames[i]!) ? ColumnTypeEnum.Character : type,
      )
      return { ...answer, columnTypes }
    }
    return adapter
  }
  return factory
}

async function run(name: string) {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-migration-'))
  const cluster = await openCluster({ directory, durable: false })
  try {
    await ensureDatabase(cluster, 'schema')
    const url = cluster.url('schema')
    await mkdir('prisma/migrations', { recursive: true })
    await migrate(url)
    const sql = await diffSchema(url)
    if (name === '--check') {
      console.log(sql === '' ? 'The migrations and the schema agree.' : sql)
      process.exitCode = sql === '' ? 0 : 1
    } else if (sql === '') {
      console.log('Nothing to migrate.')
    } else {
      const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
      const folder = path.join('prisma/migrations', `${stamp}_${name}`)
      await mkdir(folder)
      await writeFile(path.join(folder, 'migration.sql'), sql)
      console.log(`Wrote ${folder}/migration.sql`)
    }
  } finally {
    await cluster.close()
    await rm(directory, { recursive: true, force: true })
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await run(process.argv[2] ?? 'change')
