import { createHash } from 'node:crypto'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { getPool } from '../../db/pool.ts'

/**
 * Requests a minute, counted in the database so that several processes and restarts share them. Many customers can share one address
 * (a shop's network, a mobile operator), so it may ask for more than one link; both are far too few to guess a token.
 */
const limits = { token: { points: 20, duration: 60 }, address: { points: 120, duration: 60 } } as const

type LimitName = keyof typeof limits

/** Counts one request for a page of a link. `null`: go on; a number: too many, and after so many seconds there is room again. */
export async function countAsk(of: {
  readonly token: string
  readonly address: string
}): Promise<number | null> {
  const limiters = getLimiters()
  for (const name of ['address', 'token'] as const) {
    try {
      await limiters[name].consume(createHash('sha256').update(of[name]).digest('base64url'))
    } catch (cause) {
      if (!(cause instanceof RateLimiterRes)) throw cause
      return Math.max(1, Math.ceil(cause.msBeforeNext / 1_000))
    }
  }
  return null
}

const made = new WeakMap<pg.Pool, Readonly<Record<LimitName, RateLimiterPostgres>>>()

function getLimiters() {
  const pool = getPool()
  const limiters = made.get(pool) ?? {
    token: createLimiter(pool, 'token'),
    address: createLimiter(pool, 'address'),
  }
  made.set(pool, limiters)
  return limiters
}

function createLimiter(pool: pg.Pool, name: LimitName) {
  return new RateLimiterPostgres({
    ...limits[name],
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: `ask-${name}`,
    clearExpiredByTimeout: false,
  })
}
