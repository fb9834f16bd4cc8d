import { z } from 'zod'
import { reportedInstant } from '../../../domain/cases/reported-event.ts'
import { languages } from '../../../domain/language/language.ts'
import {
  getReportedCase,
  type NewCase,
  openCase,
  refuseFuture,
  refuseOtherContent,
} from '../../cases/cases.ts'
import { parseInput } from '../parse-input.ts'
import { parseJson } from '../parse-json.ts'
import { readText, requireContentType } from '../read-body.ts'
import { restRoute } from '../route.ts'
import { writeOnce } from '../write-once.ts'

const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine(
      (value) => !/[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f]/u.test(value),
      'This must not have control characters.',
    )

/** A case as another system opens it. */
export const caseBody = z
  .strictObject({
    id: text(120).describe(
      'The sender’s own id: sending the same again finds the same case, other content under it is a 409',
    ),
    customer: z.strictObject({
      ref: text(120),
      segment: text(60).nullish(),
      language: z.enum(languages).nullish(),
    }),
    kind: text(60).describe('A key of Settings > Case kinds; it says whether this is an emergency'),
    desk: text(120).describe('A key of Settings > Desks: who owns the customer until a handoff is accepted'),
    owner: text(120).nullish().describe('The person there who has the case'),
    channel: text(40).describe('How the customer came: "phone", "branch", "email", "chat"'),
    summary: text(2_000),
    priority: text(60).nullish(),
    category: text(60).nullish(),
    alertId: z.uuid().nullish().describe('The alert that it came from'),
    openedAt: reportedInstant.describe('The customer’s first word about it'),
    nextContact: z
      .strictObject({
        dueAt: reportedInstant,
        text: text(500).describe('What they were told').default('We will be in touch'),
      })
      .nullish()
      .describe(
        'When the customer was told that they hear of you again: the case’s first promise. Left out, nothing was promised, and nextDueAt is the time within which the kind of case wants the customer to hear of you',
      ),
  })
  .refine(
    ({ openedAt, nextContact }) => !nextContact || Date.parse(nextContact.dueAt) > Date.parse(openedAt),
    {
      path: ['nextContact', 'dueAt'],
      message: 'The next contact must lie after openedAt.',
    },
  )
  .meta({ id: 'NewCase' })

/** Opens a case; the sender's id makes a retry find it, and a 409 of it when it says something else. */
export const postCase = restRoute({ scope: 'cases:write' }, async (call) => {
  const { request, key, now, requestId } = call
  requireContentType(request, ['application/json'])
  const body = await readText(request)
  const { id, customer, openedAt, nextContact, ...facts } = parseInput(caseBody, parseJson(body))
  refuseFuture('openedAt', Date.parse(openedAt), now)
  const actor = { kind: 'apiKey', id: key.id, name: key.name } as const
  return writeOnce(call, body, async (tx) => {
    const sent: NewCase = {
      ...{ externalId: id, source: 'api', customerRef: customer.ref, openedAt: Date.parse(openedAt) },
      ...{ segment: customer.segment ?? null, language: customer.language ?? null },
      ...{ kind: facts.kind, desk: facts.desk, channel: facts.channel, summary: facts.summary },
      ...{ owner: facts.owner ?? null, priority: facts.priority ?? null },
      ...{ category: facts.category ?? null, alertId: facts.alertId ?? null },
      next: nextContact ? { ...nextContact, dueAt: Date.parse(nextContact.dueAt) } : null,
    }
    const opened = await openCase(tx, sent, { actor, now, requestId })
    if (!opened.created) await refuseOtherContent(tx, opened, sent)
    return { status: opened.created ? 201 : 200, body: await getReportedCase(tx, opened.id) }
  })
})
