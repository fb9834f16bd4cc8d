import { alarmMetricKeys, isCounted } from '../../domain/alarms/alarm-condition.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { everyMetric } from '../../domain/metrics/metrics.ts'
import { parseScope, scopeQuery } from '../../domain/metrics/scope.ts'
import { type Watched } from './read-window.ts'

/**
 * What an alarm shall watch, its query in canonical form and without a period. Throws `invalidInput` for a metric, filter or condition
 * that cannot be watched.
 */
export function checkWatched({ metric, query, condition }: Watched): Watched {
  if (!alarmMetricKeys.includes(metric)) {
    throw notWatchable('metric', metric, 'Only counts, shares and medians can be watched by an alarm.')
  }
  if (condition.kind === 'unusual' && !isCounted(metric)) {
    throw notWatchable(
      'condition.kind',
      condition.kind,
      'Only of counts is known what is usual for an hour. Set a limit instead.',
    )
  }
  const search = new URLSearchParams(query)
  const zone = search.get('zone')
  const scope = parseScope({
    ...(zone !== null && { zone }),
    compare: 'none',
    filter: search.getAll('filter'),
  })
  const known: readonly string[] = everyMetric[metric].dimensions
  const foreign = scope.filters.find(({ dimension }) => !known.includes(dimension))
  if (foreign !== undefined) {
    throw notWatchable('query', foreign.dimension, `This figure cannot be narrowed by ${foreign.dimension}.`)
  }
  return { metric, query: scopeQuery(scope), condition }
}

function notWatchable(path: string, message: string, userMessage: string): AppError {
  return new AppError('invalidInput', {
    userMessage,
    problems: [{ path, code: 'notWatchable', message }],
  })
}
