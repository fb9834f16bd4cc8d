import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { languages } from '../../domain/language/language.ts'
import { composeDigest } from '../../domain/notifications/compose-digest.ts'
import { digestRhythms, isDigestDue } from '../../domain/notifications/digest-time.ts'
import { getPrisma } from '../db/prisma.ts'
import { getOrganisation } from '../organisation/organisation.ts'
import { notificationRow } from './notification-row.ts'

/** A mail with more says nothing any more; the rest is in the app. */
const longest = 50

const readerRow = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  language: z.enum(languages),
  digest: z.enum(digestRhythms),
  last_digest_at: z.date().nullable(),
})

/**
 * Writes the digests that are due at `now` (epoch ms): one mail for each active person with unread news, in their language. What was read
 * in the app is not told again. Each person's news, mail and time are one transaction that holds the person's row, so that
 * several processes write one mail. Gives how many were written.
 */
export async function writeDigests(now: number, origin: string): Promise<number> {
  const { zone } = await getOrganisation()
  const candidates = await getPrisma().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT n.person_id::text AS id FROM notifications n JOIN people p ON p.id = n.person_id AND p.status = 'active'
    WHERE n.digested_at IS NULL`
  let written = 0
  for (const { id } of candidates) if (await writeDigest(id, { now, origin, zone })) written += 1
  return written
}

function writeDigest(
  personId: string,
  { now, origin, zone }: { readonly now: number; readonly origin: string; readonly zone: string },
): Promise<boolean> {
  const at = new Date(now)
  return getPrisma().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT p.id::text, p.email, p.name, p.language, coalesce(c.digest, 'daily') AS digest, c.last_digest_at
      FROM people p LEFT JOIN notification_choices c ON c.person_id = p.id
      WHERE p.id = ${personId}::uuid AND p.status = 'active' FOR UPDATE OF p SKIP LOCKED`
    const [reader] = z.array(readerRow).parse(rows)
    if (reader === undefined) return false
    if (!isDigestDue(reader.digest, reader.last_digest_at?.getTime() ?? null, now, zone)) return false
    const waiting = { personId, digestedAt: null }
    const news = z.array(notificationRow).parse(
      await tx.notification.findMany({
        where: { ...waiting, readAt: null },
        orderBy: { at: 'desc' },
        take: longest,
      }),
    )
    await tx.notification.updateMany({ where: waiting, data: { digestedAt: at } })
    await tx.notificationChoice.upsert({
      where: { personId },
      create: { personId, digest: reader.digest, muted: [], lastDigestAt: at },
      update: { lastDigestAt: at },
    })
    if (news.length === 0) return false
    const mail = composeDigest(news, { ...reader, zone, origin })
    await tx.outgoingMail.create({
      data: {
        id: randomUUID(),
        personId,
        recipient: reader.email,
        ...mail,
        createdAt: at,
        nextAttemptAt: at,
      },
    })
    return true
  })
}
