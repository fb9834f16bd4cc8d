import { z } from 'zod'
import { alertOutcomes } from '../../domain/alerts/alert-state.ts'
import { askingPolicySchema } from '../../domain/alerts/asking-policy.ts'
import { contactChannels, contactResults } from '../../domain/alerts/contact-terms.ts'
import { remediesSchema } from '../../domain/alerts/remedies.ts'
import { permitted, router } from '../trpc/procedure.ts'
import { getAskingPolicy } from '../asking/asking.ts'
import { nextContactSchema } from '../cases/cases.ts'
import { makeLinkByPerson } from './ask/make-link.ts'
import { type PersonChange } from './person-change.ts'
import { getAlertWork } from './queries/get-alert-work.ts'
import { listOverdue } from './queries/list-overdue.ts'
import { listQueue } from './queries/list-queue.ts'
import { takeNextAlert } from './take-next-alert.ts'
import { correctOutcome, giveOutcome } from './verbs/give-outcome.ts'
import { giveBackAlert, takeAlert } from './verbs/hold-alert.ts'
import { endTravel, noteTravel } from './verbs/note-travel.ts'
import { openCaseFromAlert } from './verbs/open-case.ts'
import { recordAttempt } from './verbs/record-attempt.ts'
import { saveAskingPolicy } from './verbs/save-asking-policy.ts'
import { endSnooze, snoozeRule } from './verbs/snooze-rule.ts'

const instant = z.int().positive()
const onAlert = z.object({ alertId: z.uuid(), version: z.int().positive() })
const text = (longest: number) => z.string().trim().min(1).max(longest)
const note = z.string().trim().max(2_000).nullable()
const caseWanted = z.object({
  ...{ kind: text(60), desk: text(120), summary: text(2_000) },
  next: nextContactSchema.nullable().default(null),
})
const ofCustomer = z.object({ customerRef: text(200), id: z.uuid() })

interface PersonCtx {
  readonly signedIn: PersonChange['signedIn']
  readonly now: () => number
  readonly requestId: string
}

/** The clock and the person of a request. */
const who = ({ signedIn, now, requestId }: PersonCtx) => ({ signedIn, now: now(), requestId })

/** With the version that they saw. */
const seen = (ctx: PersonCtx, version: number): PersonChange => ({ ...who(ctx), expectedVersion: version })

export const alertDeskRouter = router({
  queue: permitted('alerts.work').query(({ ctx }) => listQueue(who(ctx))),
  work: permitted('alerts.read')
    .input(z.object({ alertId: z.uuid() }))
    .query(({ input, ctx }) => getAlertWork(input.alertId, ctx.now())),
  overdue: permitted('now.read').query(({ ctx }) => listOverdue(ctx.now())),
  takeNext: permitted('alerts.work').mutation(({ ctx }) => takeNextAlert(who(ctx))),
  take: permitted('alerts.work')
    .input(onAlert)
    .mutation(({ input, ctx }) => takeAlert(input.alertId, seen(ctx, input.version))),
  giveBack: permitted('alerts.work')
    .input(onAlert.extend({ retryAt: instant.nullable() }))
    .mutation(({ input, ctx }) => giveBackAlert(input, seen(ctx, input.version))),
  recordAttempt: permitted('alerts.work')
    .input(
      onAlert.extend({
        channel: z.enum(contactChannels),
        result: z.enum(contactResults),
        note,
        retryAt: instant.nullable(),
      }),
    )
    .mutation(({ input: { version, ...attempt }, ctx }) => recordAttempt(attempt, seen(ctx, version))),
  giveOutcome: permitted('alerts.work')
    .input(
      onAlert.extend({
        outcome: z.enum(alertOutcomes),
        channel: z.enum(contactChannels),
        note,
        remedies: remediesSchema,
        case: caseWanted.nullable(),
      }),
    )
    .mutation(({ input: { version, ...outcome }, ctx }) => giveOutcome(outcome, seen(ctx, version))),
  correct: permitted('alerts.work')
    .input(onAlert.extend({ outcome: z.enum(alertOutcomes), reason: text(2_000), remedies: remediesSchema }))
    .mutation(({ input: { version, ...correction }, ctx }) => correctOutcome(correction, seen(ctx, version))),
  openCase: permitted('alerts.work')
    .input(onAlert.extend(caseWanted.shape))
    .mutation(({ input: { version, ...wanted }, ctx }) => openCaseFromAlert(wanted, seen(ctx, version))),
  makeLink: permitted('alerts.work')
    .input(z.object({ alertId: z.uuid() }))
    .mutation(({ input, ctx }) => makeLinkByPerson(input.alertId, who(ctx))),
  snooze: permitted('snoozes.write')
    .input(onAlert.extend({ rule: text(64), until: instant, reason: text(500) }))
    .mutation(({ input: { version, ...snooze }, ctx }) => snoozeRule(snooze, seen(ctx, version))),
  endSnooze: permitted('snoozes.write')
    .input(ofCustomer)
    .mutation(({ input, ctx }) => endSnooze(input, who(ctx))),
  noteTravel: permitted('travel.write')
    .input(
      z.object({
        customerRef: text(200),
        countries: z
          .array(z.string().regex(/^[A-Z]{2}$/, 'A country is two capital letters, such as "TH".'))
          .max(50),
        from: instant,
        until: instant,
        note: z.string().trim().max(500).nullable(),
      }),
    )
    .mutation(({ input, ctx }) => noteTravel(input, who(ctx))),
  endTravel: permitted('travel.write')
    .input(ofCustomer)
    .mutation(({ input, ctx }) => endTravel(input, who(ctx))),
  policy: permitted('alertPolicy.read').query(async () => {
    const { secret: _, ...policy } = await getAskingPolicy()
    return policy
  }),
  savePolicy: permitted('alertPolicy.write')
    .input(z.object({ version: z.int().nonnegative(), policy: askingPolicySchema }))
    .mutation(({ input, ctx }) => saveAskingPolicy(input.policy, seen(ctx, input.version))),
})
