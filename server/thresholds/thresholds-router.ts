import { z } from 'zod'
import { type SignedIn } from '../../domain/access/actor.ts'
import { merchantCriteriaSchema } from '../../domain/screening/merchant-criteria.ts'
import { ruleSetSchema } from '../../domain/screening/rule.ts'
import { channels } from '../../domain/screening/transaction.ts'
import { longestWindowMs } from '../../domain/thresholds/choose-window.ts'
import { rampPlanSchema } from '../../domain/thresholds/ramp-plan.ts'
import { permitted, router } from '../trpc/procedure.ts'
import { getDataSpan } from './queries/get-data-span.ts'
import { getDistributions } from './queries/get-distributions.ts'
import { getShadowReport } from './queries/get-shadow-report.ts'
import { getVersionPage } from './queries/get-version-page.ts'
import { historyCursorSchema, listHistory } from './queries/list-history.ts'
import { affectedRequestSchema, listAffected } from './queries/list-affected.ts'
import { getIncident, listIncidents } from './queries/list-incidents.ts'
import { listVersions, previewRebase } from './queries/list-versions.ts'
import { redecide } from './redecide.ts'
import { getThresholdPolicy, thresholdPolicySchema } from './threshold-policy.ts'
import { createAdvisedDraft } from './verbs/create-advised-draft.ts'
import { createDraft } from './verbs/create-draft.ts'
import { letRampOn, takeBackRamp } from './verbs/move-ramp.ts'
import { rearmRule } from './verbs/rearm-rule.ts'
import { rebaseDraft } from './verbs/rebase-draft.ts'
import { approveVersion, countersignVersion, rejectVersion, requestChanges } from './verbs/review-version.ts'
import { rollBack } from './verbs/roll-back.ts'
import { saveDraft } from './verbs/save-draft.ts'
import { saveThresholdPolicy } from './verbs/save-threshold-policy.ts'
import { scheduleVersion, unscheduleVersion } from './verbs/schedule-version.ts'
import { scheduledInstant } from './scheduled-instant.ts'
import { stopEmergency } from './verbs/stop-emergency.ts'
import { submitVersion } from './verbs/submit-version.ts'
import { discardVersion, withdrawVersion } from './verbs/withdraw-version.ts'
import { byPerson } from './version-change.ts'

const version = z.int().positive()
const seen = z.object({ version, edition: z.int().positive() })
const note = z.string().trim().min(1, 'Say why.').max(500)
const comment = z.string().trim().max(2_000).nullable()
const seal = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.int().positive()
const window = z
  .object({ from: instant, to: instant })
  .refine(({ from, to }) => from < to, {
    ...{ error: 'The window ends before it begins.', params: { word: 'windowEndsEarly' } },
  })
  .refine(({ from, to }) => to - from <= longestWindowMs, {
    ...{ error: 'A window is at most 800 days.', params: { word: 'windowTooLong' } },
  })

interface PersonCtx {
  readonly signedIn: SignedIn
  readonly now: () => number
  readonly requestId: string
}

const as = ({ signedIn, now, requestId }: PersonCtx, edition: number | null) =>
  byPerson({ signedIn, now: now(), requestId }, edition)

export const thresholdsRouter = router({
  versions: permitted('thresholds.read').query(() => listVersions()),
  version: permitted('thresholds.read')
    .input(z.object({ version, compareWith: version.nullable() }))
    .query(({ input, ctx }) => getVersionPage(input, { personId: ctx.signedIn.personId, now: ctx.now() })),
  history: permitted('thresholds.read')
    .input(z.object({ cursor: historyCursorSchema.nullish() }))
    .query(({ input }) => listHistory(input.cursor ?? null)),
  shadow: permitted('thresholds.read')
    .input(seen)
    .query(({ input }) => getShadowReport(input.version, input.edition)),
  incidents: permitted('thresholds.read').query(() => listIncidents()),
  incident: permitted('thresholds.read')
    .input(z.object({ incidentId: z.uuid() }))
    .query(({ input }) => getIncident(input.incidentId)),
  affected: permitted('thresholds.read')
    .input(affectedRequestSchema)
    .query(({ input }) => listAffected(input)),
  policy: permitted('thresholds.read').query(() => getThresholdPolicy()),
  dataSpan: permitted('thresholds.read').query(() => getDataSpan()),
  distributions: permitted('thresholds.read')
    .input(
      z.object({
        window,
        segment: z.string().max(64).nullable(),
        currency: z.string().max(3).nullable(),
        channel: z.enum(channels).nullable(),
      }),
    )
    .query(({ input: { window, ...filter } }) => getDistributions(window, filter)),
  rebasePreview: permitted('thresholds.read')
    .input(z.object({ version }))
    .query(({ input }) => previewRebase(input.version)),
  redecide: permitted('thresholds.read')
    .input(z.object({ transactionId: z.string().trim().min(1).max(200), version: version.nullable() }))
    .query(({ input }) => redecide(input.transactionId, input.version)),
  createDraft: permitted('thresholds.write')
    .input(z.object({ note, from: version.nullable() }))
    .mutation(({ input, ctx }) => createDraft(input, as(ctx, null))),
  createAdvisedDraft: permitted('thresholds.write')
    .input(z.object({ note, runId: z.uuid(), place: z.int().nonnegative() }))
    .mutation(({ input, ctx }) =>
      createAdvisedDraft(input, { ...as(ctx, null), personId: ctx.signedIn.personId }),
    ),
  saveDraft: permitted('thresholds.write')
    .input(
      seen.extend({
        rules: ruleSetSchema.shape.rules,
        merchantCriteria: merchantCriteriaSchema.optional(),
        note,
        ramp: rampPlanSchema.nullable(),
      }),
    )
    .mutation(({ input: { version, edition, merchantCriteria, ...content }, ctx }) =>
      saveDraft(version, { ...content, merchantCriteria }, as(ctx, edition)),
    ),
  rebase: permitted('thresholds.write')
    .input(seen.extend({ choices: z.record(z.string(), z.enum(['mine', 'theirs'])) }))
    .mutation(({ input, ctx }) => rebaseDraft(input.version, input.choices, as(ctx, input.edition))),
  submit: permitted('thresholds.write')
    .input(seen.extend({ window }))
    .mutation(({ input, ctx }) => submitVersion(input.version, input.window, as(ctx, input.edition))),
  withdraw: permitted('thresholds.write')
    .input(seen)
    .mutation(({ input, ctx }) => withdrawVersion(input.version, as(ctx, input.edition))),
  discard: permitted('thresholds.write')
    .input(seen)
    .mutation(({ input, ctx }) => discardVersion(input.version, as(ctx, input.edition))),
  approve: permitted('thresholds.approve')
    .input(seen.extend({ seal, comment }))
    .mutation(({ input, ctx }) => approveVersion(input.version, input, as(ctx, input.edition))),
  requestChanges: permitted('thresholds.approve')
    .input(seen.extend({ seal, comment: note }))
    .mutation(({ input, ctx }) => requestChanges(input.version, input, as(ctx, input.edition))),
  reject: permitted('thresholds.approve')
    .input(seen.extend({ seal, comment: note }))
    .mutation(({ input, ctx }) => rejectVersion(input.version, input, as(ctx, input.edition))),
  countersign: permitted('thresholds.approve')
    .input(seen.extend({ seal, comment }))
    .mutation(({ input, ctx }) => countersignVersion(input.version, input, as(ctx, input.edition))),
  schedule: permitted('thresholds.write')
    .input(seen.extend({ local: z.string().max(30).nullable() }))
    .mutation(async ({ input, ctx }) =>
      scheduleVersion(input.version, await scheduledInstant(input.local), as(ctx, input.edition)),
    ),
  unschedule: permitted('thresholds.write')
    .input(seen)
    .mutation(({ input, ctx }) => unscheduleVersion(input.version, as(ctx, input.edition))),
  letRampOn: permitted('thresholds.approve')
    .input(seen)
    .mutation(({ input, ctx }) => letRampOn(input.version, as(ctx, input.edition))),
  takeBackRamp: permitted('thresholds.write')
    .input(seen)
    .mutation(({ input, ctx }) => takeBackRamp(input.version, as(ctx, input.edition))),
  rollBack: permitted('thresholds.write')
    .input(z.object({ version, note, window }))
    .mutation(({ input, ctx }) => rollBack(input, as(ctx, null))),
  stopEmergency: permitted('thresholds.write')
    .input(
      z.object({
        stop: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('switchOff'), rules: z.array(z.string().max(64)).min(1).max(100) }),
          z.object({ kind: z.literal('restore'), version }),
        ]),
        ...{ note, window },
      }),
    )
    .mutation(({ input: { stop, ...because }, ctx }) => stopEmergency(stop, because, as(ctx, null))),
  rearm: permitted('thresholds.write')
    .input(z.object({ incidentId: z.uuid(), comment: note }))
    .mutation(({ input, ctx }) => rearmRule(input.incidentId, input.comment, as(ctx, null))),
  savePolicy: permitted('thresholds.write')
    .input(z.object({ version: z.int().nonnegative(), policy: thresholdPolicySchema }))
    .mutation(({ input, ctx }) => saveThresholdPolicy(input.policy, input.version, as(ctx, null))),
})
