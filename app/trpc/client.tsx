'use client'

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, splitLink, TRPCClientError } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ReactNode, useState } from 'react'
import superjson from 'superjson'
// `import type`, for with an inline `type` the module itself would stay in the browser's bundle.
import type { RootRouter } from '@/server/trpc/root-router.ts'

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<RootRouter>()

export { useTRPC, useTRPCClient }

const connection = { url: '/api/trpc', transformer: superjson }
/** Long enough for a batch of a dashboard's queries; longer addresses go as several requests. */
const longestAddress = 8_000

/** What may take seconds on a long history goes by itself: a batch is answered when its slowest call is. */
const mayTakeLong = /^(whatIf\.|thresholds\.distributions$)/

/** The only way from a component to the server. */
export function TrpcProvider({ children }: { readonly children: ReactNode }) {
  const [queryClient] = useState(createQueryClient)
  const [trpcClient] = useState(() =>
    createTRPCClient<RootRouter>({
      links: [
        splitLink({
          condition: ({ path }) => mayTakeLong.test(path),
          true: httpLink(connection),
          false: httpBatchLink({ ...connection, maxURLLength: longestAddress }),
        }),
      ],
    }),
  )
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Asking again cannot mend a wrong question; it can mend a server that restarts.
        retry: (failures, error) => failures < 2 && !isRefusal(error),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  })
}

function isRefusal(error: unknown): boolean {
  const status = statusOf(error)
  return status !== null && status >= 400 && status < 500
}

/** A session that ended elsewhere ends here too, instead of leaving a page full of failures: the page's own guard leads to the sign-in. */
function leaveWhenSignedOut(error: unknown) {
  if (statusOf(error) === 401) window.location.reload()
}

function statusOf(error: unknown): number | null {
  if (!(error instanceof TRPCClientError)) return null
  const data = error.data as { httpStatus?: number } | null | undefined
  return data?.httpStatus ?? null
}
