import { z } from 'zod'
import { alarmConditionSchema } from '../../domain/alarms/alarm-condition.ts'
import { everyMetric, type EveryMetricKey } from '../../domain/metrics/metrics.ts'
import { permitted, router } from '../trpc/procedure.ts'
import {
  acknowledgeAlarm,
  addAlarm,
  type AlarmChange,
  changeAlarm,
  removeAlarm,
  snoozeAlarm,
} from './change-alarm.ts'
import { listAlarms } from './list-alarms.ts'
import { previewAlarm } from './preview-alarm.ts'

const one = z.object({ alarmId: z.uuid() })
const alarm = z.object({
  name: z.string().trim().min(1).max(80),
  metric: z
    .string()
    .refine((key): key is EveryMetricKey => Object.hasOwn(everyMetric, key), 'There is no such metric.'),
  query: z.string().max(8_000),
  condition: alarmConditionSchema,
  desk: z.string().max(120).nullable(),
  email: z.boolean(),
})

function own(ctx: Omit<AlarmChange, 'now'> & { readonly now: () => number }): AlarmChange {
  return { signedIn: ctx.signedIn, now: ctx.now(), requestId: ctx.requestId }
}

export const alarmsRouter = router({
  list: permitted('analytics.read').query(({ ctx }) => listAlarms(ctx.signedIn.personId)),

  /** What an alarm would say now, before it is set. */
  preview: permitted('alarms.write')
    .input(alarm.pick({ metric: true, query: true, condition: true }))
    .query(({ input, ctx }) => previewAlarm(input, ctx.now())),

  add: permitted('alarms.write')
    .input(alarm)
    .mutation(({ input, ctx }) => addAlarm(input, own(ctx))),

  change: permitted('alarms.write')
    .input(alarm.extend({ ...one.shape, expectedVersion: z.int().positive(), active: z.boolean() }))
    .mutation(({ input, ctx }) => changeAlarm(input, own(ctx))),

  remove: permitted('alarms.write')
    .input(one)
    .mutation(({ input, ctx }) => removeAlarm(input.alarmId, own(ctx))),

  acknowledge: permitted('alarms.write')
    .input(one)
    .mutation(({ input, ctx }) => acknowledgeAlarm(input.alarmId, own(ctx))),

  snooze: permitted('alarms.write')
    .input(one.extend({ until: z.int().positive().nullable() }))
    .mutation(({ input, ctx }) => snoozeAlarm(input, own(ctx))),
})
