import { z } from 'zod'
import { scopeSchema } from '../../domain/metrics/scope-schema.ts'
import { reviewPages } from '../../domain/views/review-pages.ts'
import { permitted, router } from '../trpc/procedure.ts'
import { addNote, noteKinds, removeNote } from './chart-notes.ts'
import { listMarkers } from './list-markers.ts'
import { chooseDefaultView, listViewRevisions, listViews } from './list-views.ts'
import { languages } from '../../domain/language/language.ts'
import { changeView, type OwnChange, removeView, saveView } from './save-view.ts'
import { listWallboardLinks, makeWallboardLink, revokeWallboardLink } from './wallboard-links.ts'
import { listShareLinks, makeShareLink, revokeShareLink, shareDays } from './share-links.ts'

const page = z.enum(reviewPages)
const view = z.object({
  name: z.string().max(200),
  query: z.string().max(8_000),
  team: z.boolean(),
})
const day = z.number().int().min(0).max(7_258_118_400_000)

function own(ctx: Omit<OwnChange, 'now'> & { readonly now: () => number }): OwnChange {
  return { signedIn: ctx.signedIn, now: ctx.now(), requestId: ctx.requestId }
}

export const viewsRouter = router({
  /** Own views of a page and the team's. */
  list: permitted('analytics.read')
    .input(z.object({ page }))
    .query(({ input, ctx }) => listViews(input.page, ctx.signedIn.personId)),

  /** How a view was at each version. */
  revisions: permitted('analytics.read')
    .input(z.object({ viewId: z.uuid() }))
    .query(({ input, ctx }) => listViewRevisions(input.viewId, ctx.signedIn.personId)),

  save: permitted('views.write')
    .input(view.extend({ page }))
    .mutation(({ input, ctx }) => saveView(input, own(ctx))),

  change: permitted('views.write')
    .input(view.extend({ viewId: z.uuid(), expectedVersion: z.int().positive() }))
    .mutation(({ input, ctx }) => changeView(input, own(ctx))),

  remove: permitted('views.write')
    .input(z.object({ viewId: z.uuid() }))
    .mutation(({ input, ctx }) => removeView(input.viewId, own(ctx))),

  /** With which view a page begins, for this person. */
  chooseDefault: permitted('analytics.read')
    .input(z.object({ page, viewId: z.uuid().nullable() }))
    .mutation(({ input, ctx }) => chooseDefaultView(input, ctx.signedIn.personId)),

  share: permitted('views.write')
    .input(z.object({ page, query: z.string().max(8_000), days: z.literal(shareDays) }))
    .mutation(({ input, ctx }) => makeShareLink(input, own(ctx))),

  /** Own links that still open. */
  links: permitted('views.write').query(({ ctx }) => listShareLinks(ctx.signedIn.personId, ctx.now())),

  revokeLink: permitted('views.write')
    .input(z.object({ linkId: z.uuid() }))
    .mutation(({ input, ctx }) => revokeShareLink(input.linkId, own(ctx))),

  /** The screens that may show Now. */
  wallboards: permitted('wallboards.write').query(({ ctx }) => listWallboardLinks(ctx.now())),

  addWallboard: permitted('wallboards.write')
    .input(z.object({ name: z.string().trim().min(1).max(80), language: z.enum(languages) }))
    .mutation(({ input, ctx }) => makeWallboardLink(input, own(ctx))),

  revokeWallboard: permitted('wallboards.write')
    .input(z.object({ linkId: z.uuid() }))
    .mutation(({ input, ctx }) => revokeWallboardLink(input.linkId, own(ctx))),

  /** What happened in a period, for charts. */
  markers: permitted('analytics.read')
    .input(z.object({ scope: scopeSchema }))
    .query(({ input, ctx }) => listMarkers(input.scope, { now: ctx.now(), personId: ctx.signedIn.personId })),

  addNote: permitted('views.write')
    .input(z.object({ kind: z.enum(noteKinds), at: day, text: z.string().trim().min(1).max(300) }))
    .mutation(({ input, ctx }) => addNote(input, own(ctx))),

  removeNote: permitted('views.write')
    .input(z.object({ noteId: z.uuid() }))
    .mutation(({ input, ctx }) => removeNote(input.noteId, own(ctx))),
})
