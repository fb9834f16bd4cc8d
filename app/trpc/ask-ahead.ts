import { dehydrate, type DehydratedState, QueryClient } from '@tanstack/react-query'
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { headers } from 'next/headers'
import { createContext } from '@/server/trpc/create-context.ts'
import { type RootRouter, rootRouter } from '@/server/trpc/root-router.ts'

/**
 * Asks on the server, in the name of who opens the page, what its components will ask first: for a `HydrationBoundary` around them, so
 * that the answers stand in the page as it comes. What cannot be answered is left out; the components ask it again and say why.
 */
export async function askAhead(
  ask: (asking: {
    readonly client: QueryClient
    readonly trpc: TRPCOptionsProxy<RootRouter>
    /** Epoch ms: the one clock of this request. */
    readonly now: number
  }) => readonly Promise<void>[],
): Promise<DehydratedState> {
  const context = await createContext(await headers())
  const now = context.now()
  const ctx = { ...context, now: () => now }
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const trpc = createTRPCOptionsProxy({ router: rootRouter, ctx, queryClient: client })
  await Promise.all(ask({ client, trpc, now }))
  return dehydrate(client)
}
