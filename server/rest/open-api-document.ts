import { OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi'
import { registerCalls } from './open-api-calls.ts'

let document: OpenApiDocument | null = null

export type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>

/** OpenAPI 3.1, made of the same schemas that validate. */
export function openApiDocument(): OpenApiDocument {
  document ??= new OpenApiGeneratorV31(registerCalls().definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Worth Asking',
      version: '1',
      description:
        'Ask at the moment of payment whether it is worth asking the customer. Times are RFC 3339 with an offset, money is a decimal string with its currency, errors are application/problem+json (RFC 9457).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
  })
  return document
}
