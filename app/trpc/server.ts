import { headers } from 'next/headers'
import { cache } from 'react'
import { createContext } from '@/server/trpc/create-context.ts'
import { createCallerFactory } from '@/server/trpc/procedure.ts'
import { rootRouter } from '@/server/trpc/root-router.ts'

const createCaller = createCallerFactory(rootRouter)

/** The same procedures for page shells, with the same permissions, without HTTP in between. */
export const getCaller = cache(async () => createCaller(await createContext(await headers())))
