import { formatKeyText } from '../../domain/access/key-text.ts'
import type { Scope } from '../../domain/access/scopes.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import type { Change } from './change.ts'
import { drawKeyPrefix, drawKeySecret, hashKeySecret } from './key-secret.ts'

/** Makes a key for another system. `key` is its whole text: shown now and never again, only a hash is kept. */
export async function addKey(
  input: { readonly name: string; readonly scopes: readonly Scope[] },
  change: Change,
): Promise<{ keyId: string; prefix: string; key: string }> {
  const prefix = drawKeyPrefix()
  const secret = drawKeySecret()
  const scopes = [...new Set(input.scopes)].sort()
  const keyId = await getPrisma().$transaction(async (tx) => {
    const { id } = await tx.apiKey.create({
      data: {
        prefix,
        secretHash: hashKeySecret(secret),
        name: input.name,
        scopes,
        createdBy: change.actor.kind === 'person' ? change.actor.id : null,
        createdAt: new Date(change.now),
      },
      select: { id: true },
    })
    await appendAudit(tx, {
      actor: change.actor,
      action: 'keys.add',
      subjectKind: 'apiKey',
      subjectId: id,
      after: { name: input.name, prefix, scopes },
      at: change.now,
      requestId: change.requestId,
    })
    return id
  })
  return { keyId, prefix, key: formatKeyText({ prefix, secret }) }
}
