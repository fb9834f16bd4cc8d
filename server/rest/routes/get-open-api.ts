import { openApiDocument } from '../open-api-document.ts'
import { restRoute } from '../route.ts'

/** The machine-readable description of this interface. */
export const getOpenApi = restRoute({ open: 'The description of the interface holds nothing secret.' }, () =>
  Promise.resolve({ body: openApiDocument() }),
)
