import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { isForeignRequest } from '@/server/access/access.ts'
import { createContext } from '@/server/trpc/create-context.ts'
import { rootRouter } from '@/server/trpc/root-router.ts'

/** tRPC's only way in. Changes from another site's page are refused before anything is read. */
async function handle(request: Request): Promise<Response> {
  if (request.method === 'POST' && isForeignRequest(request.headers)) {
    return new Response('Changes are accepted from this site only.', { status: 403 })
  }
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: rootRouter,
    createContext: () => createContext(request.headers),
  })
}

export { handle as GET, handle as POST }
