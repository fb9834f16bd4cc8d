import { randomUUID } from 'node:crypto'
import { type SignedIn } from '../../domain/access/actor.ts'
import { type ReviewPage } from '../../domain/views/review-pages.ts'
import { canonicalQuery, readViewName } from '../../domain/views/view-query.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import { getOwnView, viewConflict } from './view-rows.ts'

/** Who changes what is theirs, and when (epoch ms). */
export interface OwnChange {
  readonly signedIn: SignedIn
  readonly now: number
  readonly requestId: string
}

export interface NewView {
  readonly name: string
  readonly page: ReviewPage
  readonly query: string
  readonly team: boolean
}

/** Keeps a page's scope under a name. Throws `invalidInput` for a name or a query that cannot be read. */
export async function saveView(input: NewView, change: OwnChange): Promise<{ readonly viewId: string }> {
  const viewId = randomUUID()
  const kept = { name: readViewName(input.name), query: canonicalQuery(input.query), team: input.team }
  await getPrisma().$transaction(async (tx) => {
    const { signedIn, now } = change
    await tx.savedView.create({
      data: { id: viewId, ownerId: signedIn.personId, page: input.page, createdAt: new Date(now), ...kept },
    })
    await record(tx, { viewId, version: 1, ...kept }, change)
    await audit(tx, 'views.save', viewId, { after: { page: input.page, ...kept } }, change)
  })
  return { viewId }
}

/** Changes an own view; how it was stays in its history. Throws `notFound`, `forbidden`, `conflict`. */
export async function changeView(
  input: Omit<NewView, 'page'> & { readonly viewId: string; readonly expectedVersion: number },
  change: OwnChange,
): Promise<void> {
  const kept = { name: readViewName(input.name), query: canonicalQuery(input.query), team: input.team }
  await getPrisma().$transaction(async (tx) => {
    const view = await getOwnView(tx, input.viewId, change.signedIn.personId)
    const version = view.version + 1
    const { count } = await tx.savedView.updateMany({
      where: { id: view.id, version: input.expectedVersion, deletedAt: null },
      data: { ...kept, version },
    })
    if (count === 0) throw viewConflict(view)
    await record(tx, { viewId: view.id, version, ...kept }, change)
    const before = { name: view.name, query: view.query, team: view.team }
    await audit(tx, 'views.change', view.id, { before, after: kept }, change)
  })
}

/** Takes an own view away; whoever begins with it begins with the page's own scope again. Throws `notFound`, `forbidden`. */
export async function removeView(viewId: string, change: OwnChange): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    const view = await getOwnView(tx, viewId, change.signedIn.personId)
    await tx.savedView.update({ where: { id: view.id }, data: { deletedAt: new Date(change.now) } })
    await tx.defaultView.deleteMany({ where: { viewId: view.id } })
    await audit(tx, 'views.remove', view.id, { before: { name: view.name } }, change)
  })
}

async function record(
  tx: Tx,
  revision: { viewId: string; version: number; name: string; query: string; team: boolean },
  { signedIn, now }: OwnChange,
): Promise<void> {
  await tx.savedViewRevision.create({
    data: { ...revision, by: signedIn.personId, byName: signedIn.name, at: new Date(now) },
  })
}

async function audit(
  tx: Tx,
  action: string,
  subjectId: string,
  difference: { readonly before?: object; readonly after?: object },
  { signedIn, now, requestId }: OwnChange,
): Promise<void> {
  await appendAudit(tx, {
    ...{ actor: toActor(signedIn), action, subjectKind: 'savedView', subjectId, at: now, requestId },
    ...difference,
  })
}
