import { AppError } from '../../../domain/errors/app-error.ts'
import { openApiDocument } from '../open-api-document.ts'
import { problemResponse } from '../problem.ts'
import { restRoute } from '../route.ts'

/** A known call by a method that it does not take: says which ones it takes, as RFC 9110 asks for. */
export const wrongMethod = restRoute(
  { open: 'It only says which methods a call takes, as the open documentation does.' },
  ({ request, requestId }) => {
    const methods = methodsOf(new URL(request.url).pathname)
    const response = problemResponse(
      new AppError('methodNotAllowed', {
        userMessage: `This call takes ${methods.join(' and ')}, not ${request.method}. /docs/api describes it.`,
      }),
      requestId,
    )
    response.headers.set('allow', methods.join(', '))
    return Promise.resolve(response)
  },
)

/** Upper case. What the description leaves out (itself) is read. */
function methodsOf(pathname: string): string[] {
  const parts = pathname.replace(/^\/api\/v1/, '').split('/')
  const isMeant = (described: string) => {
    const wanted = described.split('/')
    return (
      wanted.length === parts.length && wanted.every((part, i) => part.startsWith('{') || part === parts[i])
    )
  }
  const described = Object.entries(openApiDocument().paths ?? {})
    // A fixed word goes before a name: /transactions/test is not the transaction "test".
    .sort(([one], [other]) => one.split('{').length - other.split('{').length)
    .find(([path]) => isMeant(path))
  if (described === undefined) return ['GET']
  return ['get', 'post', 'put', 'patch', 'delete']
    .filter((method) => method in described[1])
    .map((method) => method.toUpperCase())
}
