import {
  longerThanBands,
  stillWaiting,
  waitingBands,
} from '../../../domain/metrics/outcomes/waiting-bands.ts'
import { type Sql, sql } from '../../db/sql.ts'

/** The customer of alert `a` answered. */
export const ended: Sql = sql`(coalesce(a.outcome, 'pending') IN ('intended', 'mistake', 'fraud') AND a.outcome_at IS NOT NULL)`

const edges = waitingBands.map(({ untilMs }) => untilMs / 1000 + 1)
const names = [...waitingBands.map(({ key }) => key), longerThanBands]

/** The step of waiting in which alert `a` was answered; whole seconds, so that a step holds its own end. */
export const waitedSql: Sql = sql`(CASE WHEN ${ended} THEN (${names}::text[])[1 + width_bucket(
    greatest(0, floor(extract(epoch FROM a.outcome_at - a.raised_at)))::float8, ${edges}::float8[])]
  ELSE ${stillWaiting} END)`
