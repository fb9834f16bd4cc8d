import { findReviewPage, type ReviewPage } from '../../domain/views/review-pages.ts'
import { getPrisma } from '../db/prisma.ts'
import { noSuchView } from './view-rows.ts'

/** A view as its readers see it. */
export interface ViewRow {
  readonly viewId: string
  readonly name: string
  readonly query: string
  readonly team: boolean
  readonly mine: boolean
  readonly version: number
  /** The person's page begins with it. */
  readonly isDefault: boolean
}

/** A person's own views of a page and those of the team, by name. */
export async function listViews(page: ReviewPage, personId: string): Promise<ViewRow[]> {
  const prisma = getPrisma()
  const [views, chosen] = await Promise.all([
    prisma.savedView.findMany({
      where: { page, deletedAt: null, OR: [{ ownerId: personId }, { team: true }] },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 200,
    }),
    prisma.defaultView.findUnique({ where: { personId_page: { personId, page } } }),
  ])
  return views.map(({ id, name, query, team, ownerId, version }) => ({
    ...{ viewId: id, name, query, team, version },
    mine: ownerId === personId,
    isDefault: chosen?.viewId === id,
  }))
}

/** A view that a person may read, as it is now; null: it is gone, or somebody else's own. */
export async function findView(
  viewId: string,
  personId: string,
): Promise<{ readonly page: ReviewPage; readonly query: string; readonly name: string } | null> {
  const view = await getPrisma().savedView.findFirst({
    where: { id: viewId, deletedAt: null, OR: [{ ownerId: personId }, { team: true }] },
    select: { page: true, query: true, name: true },
  })
  const page = findReviewPage(view?.page ?? '')
  return view === null || page === null ? null : { ...view, page }
}

/** How a view was at each version, the latest first. Throws `notFound`. */
export async function listViewRevisions(viewId: string, personId: string) {
  const prisma = getPrisma()
  const view = await prisma.savedView.findFirst({
    where: { id: viewId, deletedAt: null, OR: [{ ownerId: personId }, { team: true }] },
    select: { id: true },
  })
  if (view === null) throw noSuchView()
  const rows = await prisma.savedViewRevision.findMany({
    where: { viewId },
    orderBy: { version: 'desc' },
    take: 50,
  })
  return rows.map(({ version, name, query, team, byName, at }) => ({
    ...{ version, name, query, team, byName },
    at: at.getTime(),
  }))
}

/** Chooses the view that a page begins with, or (null) the page's own scope. Throws `notFound`. */
export async function chooseDefaultView(
  { page, viewId }: { readonly page: ReviewPage; readonly viewId: string | null },
  personId: string,
): Promise<void> {
  const prisma = getPrisma()
  if (viewId === null) {
    await prisma.defaultView.deleteMany({ where: { personId, page } })
    return
  }
  const reachable = (await listViews(page, personId)).some((view) => view.viewId === viewId)
  if (!reachable) throw noSuchView()
  await prisma.defaultView.upsert({
    where: { personId_page: { personId, page } },
    create: { personId, page, viewId },
    update: { viewId },
  })
}
