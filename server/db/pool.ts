import pg from 'pg'
import { AppError } from '../../domain/errors/app-error.ts'

/**
 * bigint columns hold minor units and counts, both far below 2^53: numbers are exact and fast. Set on our pools and not for
 * all of `pg`, because Prisma's adapter reads its own queries' bigints as text.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 && format !== 'binary'
      ? parseSafeInteger
      : pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
}

function parseSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a safe integer`)
  return value
}

/** Makes a pool; sessions are in UTC, so that no server setting can change what an instant means. */
export function createPool(
  connectionString: string,
  options: { readonly max?: number; readonly settings?: string } = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: options.max ?? 20,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    options: `-c timezone=UTC ${options.settings ?? ''}`,
    types,
  })
  // An idle connection that the server closes must not end the process; the next query opens another.
  pool.on('error', () => undefined)
  return pool
}

const shared = globalThis as typeof globalThis & {
  worthAskingPool?: pg.Pool
  worthAskingDecisionPool?: pg.Pool
}

/**
 * The pool of this process, opened from DATABASE_URL at first use (the commands set it, for the embedded database too).
 * Throws `unavailable` when it is not set.
 */
export function getPool(): pg.Pool {
  return (shared.worthAskingPool ??= createPool(databaseUrl()))
}

/**
 * A few connections for decisions alone, so that they never queue behind a report. Their two statements are planned once a
 * connection: planning them anew for each batch would cost more than running them. Throws as `getPool` does.
 */
export function getDecisionPool(): pg.Pool {
  return (shared.worthAskingDecisionPool ??= createPool(databaseUrl(), {
    max: 4,
    settings: '-c plan_cache_mode=force_generic_plan',
  }))
}

function databaseUrl(): string {
  const url = process.env.DATABASE_URL
  if (url) return url
  throw new AppError('unavailable', {
    userMessage:
      'There is no database: start the product with `npm start` or `npm run dev`, or set DATABASE_URL.',
  })
}

/** Closes the pools of this process that were opened. */
export async function closePool(): Promise<void> {
  const pools = [shared.worthAskingPool, shared.worthAskingDecisionPool]
  shared.worthAskingPool = undefined
  shared.worthAskingDecisionPool = undefined
  await Promise.all(pools.map((pool) => pool?.end()))
}
