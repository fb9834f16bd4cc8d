import { expect, it } from 'vitest'
import { wrongMethod } from '../../../server/rest/routes/wrong-method.ts'

it.each([
  ['GET', '/transactions', 'POST'],
  ['DELETE', '/transactions/test', 'POST'],
  ['POST', '/alerts/0197523e-0000-7000-8000-000000000001', 'GET'],
  ['PUT', '/alerts/0197523e-0000-7000-8000-000000000001/confirmation', 'POST'],
  ['POST', '/metrics/alertVolume', 'GET'],
  ['PATCH', '/openapi.json', 'GET'],
])('%s %s is answered with what the call takes: %s', async (method, path, allowed) => {
  const request = new Request(`http://127.0.0.1/api/v1${path}?from=here`, { method })
  const answer = await wrongMethod(request, { params: Promise.resolve({}) })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe(allowed)
  expect(await answer.json()).toMatchObject({
    code: 'methodNotAllowed',
    detail: `This call takes ${allowed}, not ${method}. /docs/api describes it.`,
  })
})
