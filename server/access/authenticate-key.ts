import { parseKeyText } from '../../domain/access/key-text.ts'
import type { Scope } from '../../domain/access/scopes.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { findKey } from './find-keys.ts'
import { matchesKeySecret } from './key-secret.ts'
import { touchKey } from './touch-key.ts'

export interface AuthenticatedKey {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
}

/**
 * The key of a request's `Authorization: Bearer wa_...` header, read from the database for this request, so that a revocation
 * acts on the next one. Throws `unauthenticated` without a valid key and `forbidden`, naming the scope, when the
 * key lacks it. `now`: epoch milliseconds, for when it was last used.
 */
export async function authenticateKey(
  authorization: string | null,
  requiredScope: Scope,
  now = Date.now(),
): Promise<AuthenticatedKey> {
  if (authorization === null) {
    throw refuse(
      'Send a key: `Authorization: Bearer wa_...`. Administrators make keys under Settings > Keys.',
    )
  }
  const parts = parseKeyText(/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '')
  const row = parts && (await findKey(parts.prefix))
  if (!parts || !row || !matchesKeySecret(parts.secret, row.secret_hash)) {
    throw refuse('This key is not valid. It may be mistyped or revoked; an administrator can make a new one.')
  }
  if (!row.scopes.includes(requiredScope)) {
    throw new AppError('forbidden', {
      userMessage: `This key lacks the scope ${requiredScope}. It has ${row.scopes.join(', ')}.`,
      details: { requiredScope },
    })
  }
  touchKey(row, now)
  return { id: row.id, name: row.name, scopes: row.scopes }
}

function refuse(userMessage: string) {
  return new AppError('unauthenticated', { userMessage })
}
