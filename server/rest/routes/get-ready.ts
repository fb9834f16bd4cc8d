import { AppError } from '../../../domain/errors/app-error.ts'
import { listPendingMigrations } from '../../db/pending-migrations.ts'
import { restRoute } from '../route.ts'

/** Whether requests can be served: the database answers and has every migration of this release. */
export const getReady = restRoute(
  { open: 'Balancers ask without a key whether to send requests here.' },
  async () => {
    const pending = await listPendingMigrations().catch((cause: unknown) => {
      throw new AppError('unavailable', { userMessage: 'The database does not answer.', cause })
    })
    if (pending.length > 0) {
      throw new AppError('unavailable', {
        userMessage: 'The database lacks migrations of this release.',
        details: { pending },
      })
    }
    return { body: { status: 'ready' } }
  },
)
