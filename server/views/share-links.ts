import { randomUUID } from 'node:crypto'
import { AppError } from '../../domain/errors/app-error.ts'
import { type ReviewPage } from '../../domain/views/review-pages.ts'
import { pinQuery } from '../../domain/views/view-query.ts'
import { toActor } from '../access/access.ts'
import { getDataSpan } from '../analytics/analytics.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import { getOrganisation } from '../organisation/organisation.ts'
import { drawLinkToken, hashLinkToken } from './link-token.ts'
import { type OwnChange } from './save-view.ts'

const dayMs = 86_400_000

/** How long a link may live. */
export const shareDays = [1, 7, 30, 90] as const

/**
 * Makes a link to a page with its dates pinned. It carries a scope and nothing else: whoever opens it signs in and sees what their
 * role and their rows allow. The token is shown now; only a hash is kept.
 */
export async function makeShareLink(
  input: { readonly page: ReviewPage; readonly query: string; readonly days: (typeof shareDays)[number] },
  { signedIn, now, requestId }: OwnChange,
): Promise<{ readonly path: string; readonly expiresAt: number }> {
  const { zone: organisationZone } = await getOrganisation()
  const query = pinQuery(input.query, { now, organisationZone, dataSpan: await getDataSpan() })
  const token = drawLinkToken()
  const id = randomUUID()
  const expiresAt = now + input.days * dayMs
  await getPrisma().$transaction(async (tx) => {
    await tx.shareLink.create({
      data: {
        ...{ id, tokenHash: hashLinkToken(token), page: input.page, query, createdBy: signedIn.personId },
        ...{ createdAt: new Date(now), expiresAt: new Date(expiresAt) },
      },
    })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), action: 'views.share', subjectKind: 'shareLink', subjectId: id },
      ...{ after: { page: input.page, query, expiresAt }, at: now, requestId },
    })
  })
  return { path: `/review/shared/${token}`, expiresAt }
}

/** A person's links that still open, the newest first. */
export async function listShareLinks(personId: string, now: number) {
  const rows = await getPrisma().shareLink.findMany({
    where: { createdBy: personId, revokedAt: null, expiresAt: { gt: new Date(now) } },
    orderBy: { createdAt: 'desc' },
    take: 100,
  })
  return rows.map(({ id, page, query, createdAt, expiresAt }) => ({
    ...{ linkId: id, page, query },
    ...{ createdAt: createdAt.getTime(), expiresAt: expiresAt.getTime() },
  }))
}

/** Ends an own link at once. Ending it again changes nothing. Throws `notFound`. */
export async function revokeShareLink(
  linkId: string,
  { signedIn, now, requestId }: OwnChange,
): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    const link = await tx.shareLink.findFirst({ where: { id: linkId, createdBy: signedIn.personId } })
    if (link === null) throw new AppError('notFound', { userMessage: 'There is no such link.' })
    if (link.revokedAt !== null) return
    await tx.shareLink.update({ where: { id: link.id }, data: { revokedAt: new Date(now) } })
    await appendAudit(tx, {
      ...{
        actor: toActor(signedIn),
        action: 'views.revokeShare',
        subjectKind: 'shareLink',
        subjectId: link.id,
      },
      ...{ before: { revoked: false }, after: { revoked: true }, at: now, requestId },
    })
  })
}

/** The address that a link stands for; null when it has expired, was revoked or never was: the three look alike. */
export async function findSharedAddress(token: string, now: number): Promise<string | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  const link = await getPrisma().shareLink.findFirst({
    where: { tokenHash: hashLinkToken(token), revokedAt: null, expiresAt: { gt: new Date(now) } },
    select: { page: true, query: true },
  })
  return link === null ? null : `${link.page}?${link.query}`
}
