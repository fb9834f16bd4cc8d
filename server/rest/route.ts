import { randomUUID } from 'node:crypto'
import { type Scope } from '../../domain/access/scopes.ts'
import { authenticateKey, type AuthenticatedKey } from '../access/access.ts'
import { restSeconds } from '../observability/figures.ts'
import { problemResponse } from './problem.ts'

/** One request at the REST door. */
export interface RestCall<Key, Params> {
  readonly request: Request
  /** The key that was sent, valid and with the scope; null on routes that are open. */
  readonly key: Key
  readonly params: Params
  readonly requestId: string
  /** Epoch milliseconds. */
  readonly now: number
}

export interface RestAnswer {
  readonly status?: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

type Handler<Key, Params> = (call: RestCall<Key, Params>) => Promise<RestAnswer | Response>
type Segment<Params> = { readonly params: Promise<Params> }
type Route<Params> = (request: Request, segment: Segment<Params>) => Promise<Response>

/**
 * The only way to make a REST route: it names the scope that a key needs, or says aloud why it needs none. Whatever the handler
 * throws is answered as a problem.
 */
export function restRoute<Params = Record<never, string>>(
  access: { readonly scope: Scope },
  handler: Handler<AuthenticatedKey, Params>,
): Route<Params>
export function restRoute<Params = Record<never, string>>(
  access: { readonly open: string },
  handler: Handler<null, Params>,
): Route<Params>
export function restRoute<Params>(
  access: { readonly scope: Scope } | { readonly open: string },
  handler: Handler<AuthenticatedKey, Params> | Handler<null, Params>,
): Route<Params> {
  return async (request, segment) => {
    const startedAt = performance.now()
    const response = await answer(request, segment)
    restSeconds.observe(
      { method: request.method, route: routeOf(request), status: response.status },
      (performance.now() - startedAt) / 1_000,
    )
    return response
  }

  async function answer(request: Request, segment: Segment<Params>): Promise<Response> {
    const now = Date.now()
    const requestId = requestIdOf(request)
    try {
      const key =
        'scope' in access
          ? await authenticateKey(request.headers.get('authorization'), access.scope, now)
          : null
      const params = await segment.params
      // The overloads tie the kind of access to the kind of handler.
      const given = await (handler as Handler<AuthenticatedKey | null, Params>)({
        request,
        key,
        params,
        requestId,
        now,
      })
      if (given instanceof Response) {
        given.headers.set('x-request-id', requestId)
        return given
      }
      return new Response(JSON.stringify(given.body), {
        status: given.status ?? 200,
        headers: { 'content-type': 'application/json', 'x-request-id': requestId, ...given.headers },
      })
    } catch (error) {
      return problemResponse(error, requestId)
    }
  }
}

const knownRoute =
  /\/api\/v1((?:\/(?:transactions|batch|test|alerts|confirmation|link|cases|events|metrics|health|live|ready|openapi\.json|\{id\}))+)$/
const id = /\/[0-9a-f]{8}-[0-9a-f-]{27}(?=\/|$)/gi

/** The route with its ids left out; what is not ours is one label, whatever somebody asks for. */
function routeOf(request: Request): string {
  const end = request.url.indexOf('?')
  const path = end === -1 ? request.url : request.url.slice(0, end)
  return knownRoute.exec(path.replace(id, '/{id}'))?.[1] ?? 'other'
}

/** The sender's own id when it is harmless, so that both logs speak of one request. */
function requestIdOf(request: Request): string {
  const sent = request.headers.get('x-request-id')
  return sent !== null && /^[\w.:-]{1,100}$/.test(sent) ? sent : randomUUID()
}
