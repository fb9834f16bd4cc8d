import { AppError } from '../../domain/errors/app-error.ts'
import { type SavedView } from '../../generated/prisma/client.ts'
import { type Tx } from '../db/prisma.ts'

/** Whose view it is decides who may change it; a team's view is read by all and changed by its owner. */
export async function getOwnView(tx: Tx, viewId: string, personId: string): Promise<SavedView> {
  const view = await tx.savedView.findFirst({ where: { id: viewId, deletedAt: null } })
  if (view === null || (view.ownerId !== personId && !view.team)) throw noSuchView()
  if (view.ownerId !== personId) {
    throw new AppError('forbidden', {
      userMessage: 'Only its owner can change this view. Save a copy under another name.',
    })
  }
  return view
}

/** There is none, or it is somebody else's own. */
export function noSuchView(): AppError {
  return new AppError('notFound', { userMessage: 'There is no such view any more.' })
}

/** Somebody changed it meanwhile. */
export function viewConflict(view: SavedView): AppError {
  return new AppError('conflict', {
    userMessage: 'This view was changed meanwhile. Look at it again before you change it.',
    details: { version: view.version, name: view.name, query: view.query },
  })
}
