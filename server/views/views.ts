/** The door of views: what pages and other areas may use of it. */
export { findSharedAddress } from './share-links.ts'
export { findWallboard } from './wallboard-links.ts'
