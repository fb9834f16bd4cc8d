import { type CareMeasure } from '../../../domain/metrics/care/care-metric.ts'
import { type Judging } from '../../../domain/metrics/care/measure.ts'
import { type CareReading } from './open-reading.ts'
import { readUsualEfforts } from './read-usual-efforts.ts'

/** What a metric judges rows by: the reading's clock and, for an index, what is usual. */
export async function judgingFor(by: CareMeasure, reading: CareReading): Promise<Judging> {
  const { context, judge } = reading
  if (by.kind !== 'index') return { context, judge }
  return { context: { ...context, usual: await readUsualEfforts(reading) }, judge }
}
