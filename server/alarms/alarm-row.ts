import { z } from 'zod'
import { alarmConditionSchema } from '../../domain/alarms/alarm-condition.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { type EveryMetricKey, everyMetric } from '../../domain/metrics/metrics.ts'
import { type MetricAlarm } from '../../generated/prisma/client.ts'

const stored = z.object({
  metric: z
    .string()
    .refine((key): key is EveryMetricKey => Object.hasOwn(everyMetric, key), 'No such metric'),
  condition: alarmConditionSchema,
  state: z.enum(['quiet', 'raised', 'acknowledged']),
})

/** An alarm as it is stored, with what it watches read and checked. */
export function readAlarm(row: MetricAlarm) {
  return { ...row, ...stored.parse(row) }
}

export type StoredAlarm = ReturnType<typeof readAlarm>

export function noSuchAlarm(): AppError {
  return new AppError('notFound', { userMessage: 'There is no such alarm any more.' })
}
