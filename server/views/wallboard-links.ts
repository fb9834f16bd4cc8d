import { randomUUID } from 'node:crypto'
import { AppError } from '../../domain/errors/app-error.ts'
import { type Language, languages } from '../../domain/language/language.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getNow } from '../cases/cases.ts'
import { getPrisma } from '../db/prisma.ts'
import { drawLinkToken, hashLinkToken } from './link-token.ts'
import { type OwnChange } from './save-view.ts'

const dayMs = 86_400_000

/** A screen is set up about once a year. */
const lifeDays = 365

const lists = ['emergencies', 'supervisors', 'limbo', 'promises', 'broken', 'memos', 'silent'] as const

/** What a screen shows: how many wait and since when. Never whom: guests look at it too. */
export interface Wallboard {
  /** Epoch ms. */
  readonly asOf: number
  readonly language: Language
  readonly lists: readonly {
    readonly key: (typeof lists)[number]
    readonly count: number
    readonly oldestMs: number | null
  }[]
}

/** Makes the link of a screen, good for a year. It opens this one page and nothing else; the token is shown now and never again. */
export async function makeWallboardLink(
  { name, language }: { readonly name: string; readonly language: Language },
  { signedIn, now, requestId }: OwnChange,
): Promise<{ readonly path: string; readonly expiresAt: number }> {
  const token = drawLinkToken()
  const id = randomUUID()
  const expiresAt = now + lifeDays * dayMs
  await getPrisma().$transaction(async (tx) => {
    await tx.wallboardLink.create({
      data: {
        ...{ id, tokenHash: hashLinkToken(token), name, language, createdBy: signedIn.personId },
        ...{ createdAt: new Date(now), expiresAt: new Date(expiresAt) },
      },
    })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), action: 'wallboards.add', subjectKind: 'wallboard', subjectId: id },
      ...{ after: { name, language, expiresAt }, at: now, requestId },
    })
  })
  return { path: `/wallboard/${token}`, expiresAt }
}

/** Every screen whose link still opens, by name. */
export async function listWallboardLinks(now: number) {
  const rows = await getPrisma().wallboardLink.findMany({
    where: { revokedAt: null, expiresAt: { gt: new Date(now) } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, language, expiresAt, lastSeenAt }) => ({
    ...{ linkId: id, name, language, expiresAt: expiresAt.getTime() },
    lastSeenAt: lastSeenAt?.getTime() ?? null,
  }))
}

/** Ends a screen's link: at its next look it shows nothing. Throws `notFound`. */
export async function revokeWallboardLink(
  linkId: string,
  { signedIn, now, requestId }: OwnChange,
): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    const { count } = await tx.wallboardLink.updateMany({
      where: { id: linkId, revokedAt: null },
      data: { revokedAt: new Date(now) },
    })
    if (count === 0) throw new AppError('notFound', { userMessage: 'There is no such screen any more.' })
    await appendAudit(tx, {
      ...{
        actor: toActor(signedIn),
        action: 'wallboards.revoke',
        subjectKind: 'wallboard',
        subjectId: linkId,
      },
      ...{ after: { revoked: true }, at: now, requestId },
    })
  })
}

/** What the screen of a link shows; null when the link has expired, was revoked or never was: the three look alike. */
export async function findWallboard(token: string, now: number): Promise<Wallboard | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  const [link] = await getPrisma().wallboardLink.updateManyAndReturn({
    where: { tokenHash: hashLinkToken(token), revokedAt: null, expiresAt: { gt: new Date(now) } },
    data: { lastSeenAt: new Date(now) },
  })
  if (link === undefined) return null
  const board = await getNow(now)
  return {
    asOf: now,
    language: languages.find((one) => one === link.language) ?? 'en',
    lists: lists.map((key) => {
      const { count, oldest } = board[key]
      return { key, count, oldestMs: oldest === null ? null : Math.max(0, now - oldest) }
    }),
  }
}
