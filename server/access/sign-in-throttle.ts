import { createHash } from 'node:crypto'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../../domain/errors/app-error.ts'
import { getPool } from '../db/pool.ts'

const minute = 60

/**
 * How many attempts are allowed, counted in the database, so that several processes and restarts share them. The pair stops
 * somebody who guesses one account; the address stops one who tries many; the account stops one who changes addresses.
 */
const limits = {
  pair: { points: 5, duration: 15 * minute },
  address: { points: 50, duration: 15 * minute },
  account: { points: 25, duration: 60 * minute },
} as const

type LimitName = keyof typeof limits
type Limiters = Readonly<Record<LimitName, RateLimiterPostgres>>

interface Attempt {
  readonly email: string
  readonly address: string
}

/**
 * Counts one attempt before the password is looked at, so that attempts sent at once cannot slip through together.
 * Throws `tooManyRequests` with `details.retryAfterSeconds`.
 */
export async function countAttempt(attempt: Attempt): Promise<void> {
  const limiters = getLimiters()
  const keys = keysOf(attempt)
  for (const name of ['address', 'account', 'pair'] as const) {
    await consume(limiters[name], keys[name])
  }
}

/** Takes a successful attempt back: who knows the password is never throttled for it. */
export async function forgiveAttempt(attempt: Attempt): Promise<void> {
  const limiters = getLimiters()
  const keys = keysOf(attempt)
  await Promise.all([
    limiters.pair.delete(keys.pair),
    limiters.address.reward(keys.address),
    limiters.account.delete(keys.account),
  ])
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (cause) {
    if (!(cause instanceof RateLimiterRes)) throw cause
    const retryAfterSeconds = Math.max(1, Math.ceil(cause.msBeforeNext / 1_000))
    throw new AppError('tooManyRequests', {
      userMessage: `Too many attempts. Try again in ${Math.ceil(retryAfterSeconds / 60)} min.`,
      details: { retryAfterSeconds },
    })
  }
}

/** Hashed: the table need not hold e-mails that people mistyped, and any length fits. */
function keysOf({ email, address }: Attempt): Readonly<Record<LimitName, string>> {
  return { pair: digest(`${email}\n${address}`), address: digest(address), account: digest(email) }
}

function digest(text: string) {
  return createHash('sha256').update(text).digest('base64url')
}

const made = new WeakMap<pg.Pool, Limiters>()

function getLimiters(): Limiters {
  const pool = getPool()
  const limiters = made.get(pool) ?? {
    pair: createLimiter(pool, 'pair'),
    address: createLimiter(pool, 'address'),
    account: createLimiter(pool, 'account'),
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
    keyPrefix: `sign-in-${name}`,
    clearExpiredByTimeout: name === 'pair',
  })
}
