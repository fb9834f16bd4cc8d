import { AppError } from '../../../domain/errors/app-error.ts'
import { restRoute } from '../route.ts'

/** Everything under /api/v1 that is not there. */
export const unknownRoute = restRoute({ open: 'It only says that there is nothing here.' }, () =>
  Promise.reject(
    new AppError('notFound', { userMessage: 'There is no such call. /docs/api lists them all.' }),
  ),
)
