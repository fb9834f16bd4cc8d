import { router } from './procedure.ts'

/** Every area's router, one line each. */
export const rootRouter = router({})

export type RootRouter = typeof rootRouter
