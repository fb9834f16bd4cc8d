import { z } from 'zod'
import { caseEventPayloads } from '../../domain/cases/case-event.ts'
import { declineReasons, handoffModes } from '../../domain/cases/handoff-terms.ts'
import { permitted, router } from '../trpc/procedure.ts'
import {
  acceptHandoff,
  answerSupervisor,
  assignCase,
  decideMemo,
  declineHandoff,
  flagAskedAgain,
  getCase,
  getNow,
  listCaseKinds,
  findPresence,
  listColleagues,
  listDeskColleagues,
  listDesks,
  listManagers,
  listMyWork,
  loseCustomer,
  markServed,
  mergeCase,
  offerHandoff,
  openCaseByPerson,
  recallHandoff,
  recordContact,
  recordOnCase,
  releaseCustomer,
  sendMemo,
  setPresence,
  takeCase,
} from './cases.ts'
import { nextContactSchema } from './next-contact.ts'
import { newCaseSchema } from './open-case-by-person.ts'

const onCase = z.object({ caseId: z.uuid(), version: z.number().int().positive() })
const onHandoff = onCase.extend({ handoffId: z.uuid() })

type PersonCtx = {
  signedIn: Parameters<typeof takeCase>[1]['signedIn']
  now: () => number
  requestId: string
}

/** The clock and the person of a request, with the version that they saw. */
const seen = (ctx: PersonCtx, version: number) => ({
  ...{ signedIn: ctx.signedIn, now: ctx.now(), requestId: ctx.requestId, expectedVersion: version },
})

/** A move whose content is one event's payload. */
const move = <T extends Parameters<typeof recordOnCase>[1]>(type: T) =>
  permitted('cases.work')
    .input(onCase.extend({ payload: caseEventPayloads[type] as z.ZodType }))
    .mutation(({ input, ctx }) =>
      recordOnCase(
        input.caseId,
        type,
        input.payload as Parameters<typeof recordOnCase<T>>[2],
        seen(ctx, input.version),
      ),
    )

export const casesRouter = router({
  get: permitted('cases.read')
    .input(z.object({ caseId: z.uuid() }))
    .query(({ input, ctx }) => getCase(input.caseId, { signedIn: ctx.signedIn, now: ctx.now() })),
  mine: permitted('cases.work').query(({ ctx }) => listMyWork({ signedIn: ctx.signedIn, now: ctx.now() })),
  now: permitted('now.read').query(({ ctx }) => getNow(ctx.now())),
  desks: permitted('cases.read').query(({ ctx }) => listDesks({ signedIn: ctx.signedIn, now: ctx.now() })),
  kinds: permitted('cases.read').query(() => listCaseKinds()),
  managers: permitted('cases.work').query(() => listManagers()),
  colleagues: permitted('cases.work').query(({ ctx }) => listColleagues(ctx.signedIn.personId)),
  deskColleagues: permitted('cases.work')
    .input(z.object({ desk: z.string().min(1).max(120) }))
    .query(({ input }) => listDeskColleagues(input.desk)),
  presence: permitted('cases.work').query(({ ctx }) => findPresence(ctx.signedIn.personId, ctx.now())),
  open: permitted('cases.work')
    .input(newCaseSchema)
    .mutation(({ input, ctx }) =>
      openCaseByPerson(input, { signedIn: ctx.signedIn, now: ctx.now(), requestId: ctx.requestId }),
    ),
  take: permitted('cases.work')
    .input(onCase)
    .mutation(({ input, ctx }) => takeCase(input.caseId, seen(ctx, input.version))),
  assign: permitted('cases.work')
    .input(onCase.extend({ owner: z.uuid() }))
    .mutation(({ input, ctx }) => assignCase(input, seen(ctx, input.version))),
  addNote: move('note.added'),
  recordContact: permitted('cases.work')
    .input(onCase.extend({ contact: caseEventPayloads['contact.made'], next: nextContactSchema.nullable() }))
    .mutation(({ input: { version, ...told }, ctx }) => recordContact(told, seen(ctx, version))),
  passTurn: move('turn.passed'),
  makePromise: move('promise.made'),
  renegotiatePromise: move('promise.renegotiated'),
  doStep: move('emergency.stepDone'),
  contain: move('emergency.contained'),
  askSupervisor: move('supervisor.asked'),
  resolve: move('case.resolved'),
  reopen: move('case.reopened'),
  releaseCustomer: permitted('cases.work')
    .input(onHandoff)
    .mutation(({ input, ctx }) => releaseCustomer(input, seen(ctx, input.version))),
  loseCustomer: permitted('cases.work')
    .input(onHandoff.extend({ text: z.string().trim().min(1).max(1_000) }))
    .mutation(({ input, ctx }) => loseCustomer(input, seen(ctx, input.version))),
  offerHandoff: permitted('cases.work')
    .input(
      onCase.extend({
        mode: z.enum(handoffModes).exclude(['memo']),
        toDesk: z.string().min(1).max(120),
        toPerson: z.uuid().nullable(),
        brief: z.record(z.string().max(60), z.string().max(4_000)),
        plannedReturn: z.boolean(),
      }),
    )
    .mutation(({ input, ctx }) => offerHandoff(input, seen(ctx, input.version))),
  acceptHandoff: permitted('cases.work')
    .input(onHandoff)
    .mutation(({ input, ctx }) => acceptHandoff(input, seen(ctx, input.version))),
  declineHandoff: permitted('cases.work')
    .input(onHandoff.extend({ reason: z.enum(declineReasons), text: z.string().trim().min(1).max(1_000) }))
    .mutation(({ input, ctx }) => declineHandoff(input, seen(ctx, input.version))),
  recallHandoff: permitted('cases.work')
    .input(onHandoff.extend({ text: z.string().max(1_000) }))
    .mutation(({ input, ctx }) => recallHandoff(input, seen(ctx, input.version))),
  markServed: permitted('cases.work')
    .input(onHandoff.extend({ text: z.string().trim().min(1).max(2_000).optional() }))
    .mutation(({ input, ctx }) => markServed(input, seen(ctx, input.version))),
  flagAskedAgain: permitted('cases.work')
    .input(onHandoff)
    .mutation(({ input, ctx }) => flagAskedAgain(input, seen(ctx, input.version))),
  sendMemo: permitted('cases.work')
    .input(onCase.extend(caseEventPayloads['memo.sent'].omit({ memoId: true }).shape))
    .mutation(({ input: { version, ...memo }, ctx }) => sendMemo(memo, seen(ctx, version))),
  decideMemo: permitted('memos.decide')
    .input(onCase.extend(caseEventPayloads['memo.decided'].omit({ nextMemoId: true }).shape))
    .mutation(({ input: { version, ...decision }, ctx }) => decideMemo(decision, seen(ctx, version))),
  answerSupervisor: permitted('memos.decide')
    .input(
      onCase.extend({
        askedAt: z.number().int(),
        answer: z.string().trim().min(1).max(1_000),
        granted: z.boolean(),
      }),
    )
    .mutation(({ input: { version, ...answer }, ctx }) => answerSupervisor(answer, seen(ctx, version))),
  merge: permitted('cases.work')
    .input(onCase.extend({ into: z.uuid(), reason: z.string().trim().min(1).max(500) }))
    .mutation(({ input: { version, ...merge }, ctx }) => mergeCase(merge, seen(ctx, version))),
  setPresence: permitted('cases.work')
    .input(
      z.object({
        state: z.enum(['here', 'away']),
        until: z.number().int().nullable(),
        coveredBy: z.uuid().nullable(),
        note: z.string().max(200).nullable(),
      }),
    )
    .mutation(({ input, ctx }) =>
      setPresence(input, { signedIn: ctx.signedIn, now: ctx.now(), requestId: ctx.requestId }),
    ),
})
