import NextAuth from 'next-auth'
import { createAuthOptions, isForeignRequest } from '@/server/access/access.ts'

interface RouteContext {
  readonly params: Promise<{ readonly nextauth: string[] }>
}

/** What we use of next-auth; its other addresses are not there. */
const offered = new Set(['GET csrf', 'POST callback/credentials', 'POST signout'])

async function handle(request: Request, context: RouteContext): Promise<Response> {
  const { nextauth } = await context.params
  if (!offered.has(`${request.method} ${nextauth.join('/')}`))
    return new Response('Not found', { status: 404 })
  if (request.method === 'POST' && isForeignRequest(request.headers)) {
    return new Response('Changes are accepted from this site only.', { status: 403 })
  }
  return NextAuth(request as never, context as never, createAuthOptions(request)) as Promise<Response>
}

export { handle as GET, handle as POST }
