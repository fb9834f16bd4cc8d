/** The door of views: what pages and other areas may use of it. */
export { findSharedAddress } from './share-links.ts'
export { findView, listViews } from './list-views.ts'
export { findWallboard } from './wallboard-links.ts'
