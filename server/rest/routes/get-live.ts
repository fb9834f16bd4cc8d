import { restRoute } from '../route.ts'

/** Whether the process answers; asks nobody else. */
export const getLive = restRoute({ open: 'Balancers ask without a key whether the process lives.' }, () =>
  Promise.resolve({ body: { status: 'live' } }),
)
