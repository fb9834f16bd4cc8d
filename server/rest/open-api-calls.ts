import { OpenAPIRegistry, type RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { type Scope } from '../../domain/access/scopes.ts'
import { reportedEventSchema } from '../../domain/cases/reported-event.ts'
import { errorCodes } from '../../domain/errors/error-codes.ts'
import { everyMetricKeys } from '../../domain/metrics/metrics.ts'
import { transactionBody } from '../screening/transaction-body.ts'
import {
  alertAnswer,
  alertPageAnswer,
  caseAnswer,
  decisionAnswer,
  linkAnswer,
  metricAnswer,
  problemAnswer,
  testAnswer,
} from './answer-schemas.ts'
import { alertQuery } from './routes/get-alerts.ts'
import { metricQuery } from './routes/get-metric.ts'
import { caseBody } from './routes/post-case.ts'
import { confirmationBody } from './routes/post-confirmation.ts'

interface Call {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly summary: string
  readonly description: string
  /** `null`: open to everybody. */
  readonly scope: Scope | null
  readonly body?: { readonly type: string; readonly schema: z.ZodType }
  readonly query?: z.ZodObject
  readonly params?: z.ZodObject
  readonly answers: Readonly<Record<number, { readonly description: string; readonly schema: z.ZodType }>>
  readonly answerType?: string
  readonly problems: readonly (keyof typeof errorCodes)[]
}

const json = 'application/json'
const ndjson = 'application/x-ndjson'
const id = z.object({ id: z.uuid() })
/** One changes nothing; a retry of the other may make another link. */
const withoutIdempotencyKey = ['/transactions/test', '/alerts/{id}/link']
const onWrite = [
  'invalidInput',
  'unauthenticated',
  'forbidden',
  'tooLarge',
  'unsupportedMediaType',
  'idempotencyMismatch',
  'unavailable',
] as const
const onRead = ['invalidInput', 'unauthenticated', 'forbidden', 'unavailable'] as const

/** Every call of the interface, one entry each. */
const calls: readonly Call[] = [
  {
    method: 'post',
    path: '/transactions',
    summary: 'Ask about one transaction',
    description:
      'Decides whether it is worth asking the customer. The decision is durable before it is answered. The same id and body gives the stored answer again; the same id with another body corrects the earlier one.',
    scope: 'transactions:write',
    body: { type: json, schema: transactionBody },
    answers: {
      201: { description: 'Decided now', schema: decisionAnswer },
      200: { description: 'Decided before: the stored answer', schema: decisionAnswer },
    },
    problems: onWrite,
  },
  {
    method: 'post',
    path: '/transactions/batch',
    summary: 'Ask about many transactions',
    description:
      'One transaction a line (NDJSON, up to 10 000 lines, 32 MB), one answer a line in the same order, while the body is still being sent. A line that cannot be used is answered by a problem with its number; the others go on.',
    scope: 'transactions:write',
    body: { type: ndjson, schema: transactionBody },
    answers: {
      200: {
        description: 'A decision or a problem a line',
        schema: z.union([decisionAnswer, problemAnswer]),
      },
    },
    answerType: ndjson,
    problems: onWrite,
  },
  {
    method: 'post',
    path: '/transactions/test',
    summary: 'Try a transaction',
    description:
      'The answer that a transaction would get, and how far every rule is from firing. Nothing is stored.',
    scope: 'transactions:write',
    body: { type: json, schema: transactionBody },
    answers: { 200: { description: 'What it would be answered', schema: testAnswer } },
    problems: [
      'invalidInput',
      'unauthenticated',
      'forbidden',
      'tooLarge',
      'unsupportedMediaType',
      'unavailable',
    ],
  },
  {
    method: 'get',
    path: '/alerts',
    summary: 'List alerts',
    description: 'Newest first. Send `nextCursor` as `cursor` for the next page.',
    scope: 'alerts:read',
    query: alertQuery,
    answers: { 200: { description: 'A page', schema: alertPageAnswer } },
    problems: onRead,
  },
  {
    method: 'get',
    path: '/alerts/{id}',
    summary: 'Read an alert',
    description: 'With the rules that fired and what the customer answered.',
    scope: 'alerts:read',
    params: id,
    answers: { 200: { description: 'The alert', schema: alertAnswer } },
    problems: [...onRead, 'notFound'],
  },
  {
    method: 'post',
    path: '/alerts/{id}/confirmation',
    summary: 'Record what the customer answered',
    description:
      'Refused with the current state when the alert has its answer already or was withdrawn. A customer who could not be reached may be confirmed later.',
    scope: 'alerts:write',
    params: id,
    body: { type: json, schema: confirmationBody },
    answers: { 200: { description: 'The alert as it is now', schema: alertAnswer } },
    problems: [...onWrite, 'notFound', 'conflict'],
  },
  {
    method: 'post',
    path: '/alerts/{id}/link',
    summary: 'Make a link for the customer',
    description:
      'A page on which the customer answers this one question without signing in, for a message, an app or a till tablet. Each call makes another link; earlier ones work until they expire. Refused with the current state when the alert has its answer.',
    scope: 'alerts:write',
    params: id,
    answers: { 201: { description: 'Shown this one time', schema: linkAnswer } },
    problems: ['unauthenticated', 'forbidden', 'unavailable', 'notFound', 'conflict'],
  },
  {
    method: 'post',
    path: '/cases',
    summary: 'Open a case',
    description:
      'The same id of the same customer with the same content finds the case that was opened with it; other content is a conflict that names what differs. The kind says whether it is an emergency, which runs round the clock and is contained before it is handed over. From its opening on the case has a next-contact time (nextDueAt): what the customer was told (nextContact), else what its kind wants.',
    scope: 'cases:write',
    body: { type: json, schema: caseBody },
    answers: {
      201: { description: 'Opened now', schema: caseAnswer },
      200: { description: 'Opened before: the case as it is now', schema: caseAnswer },
    },
    problems: [...onWrite, 'conflict', 'unprocessable'],
  },
  {
    method: 'get',
    path: '/cases/{id}',
    summary: 'Read a case',
    description: 'With its handoffs, promises and memos.',
    scope: 'cases:read',
    params: id,
    answers: { 200: { description: 'The case', schema: caseAnswer } },
    problems: [...onRead, 'notFound'],
  },
  {
    method: 'post',
    path: '/cases/{id}/events',
    summary: 'Tell what happened to a case',
    description:
      'Judged by the same life cycle as a move in the product, in the order in which things happened. An event that the case knows already (same type, time and content) changes nothing. What happened before the product’s own clock let an offer expire or a promise break counts from its own time when it is told within 24 hours and nobody did anything since; else it is a conflict with the present state: offer and accept anew with the times of now. What the state does not allow is refused with the state. The product’s own clock expires offers, breaks promises and escalates memos; memos and supervisors’ questions are decided by people in the product.',
    scope: 'cases:write',
    params: id,
    body: { type: json, schema: reportedEventSchema },
    answers: { 200: { description: 'The case as it is now', schema: caseAnswer } },
    problems: [...onWrite, 'notFound', 'conflict', 'unprocessable'],
  },
  {
    method: 'get',
    path: '/metrics/{key}',
    summary: 'Read a metric',
    description:
      'The figures of the dashboard, by the same definition. Durations are in seconds. The bucket that is still running is marked unfinished; null is not applicable, never 0. What is only known as of now (silent-cases, promise-coverage, memo-turnaround) has no points.',
    scope: 'metrics:read',
    params: z.object({ key: z.enum(everyMetricKeys) }),
    query: metricQuery,
    answers: { 200: { description: 'The metric', schema: metricAnswer } },
    problems: [...onRead, 'notFound'],
  },
  {
    method: 'get',
    path: '/health/live',
    summary: 'Does the process answer?',
    description: 'Asks nobody else.',
    scope: null,
    answers: { 200: { description: 'It does', schema: z.object({ status: z.literal('live') }) } },
    problems: [],
  },
  {
    method: 'get',
    path: '/health/ready',
    summary: 'Can requests be served?',
    description: 'The database answers and has every migration of this release.',
    scope: null,
    answers: { 200: { description: 'They can', schema: z.object({ status: z.literal('ready') }) } },
    problems: ['unavailable'],
  },
]

export function registerCalls(): OpenAPIRegistry {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'wa_<prefix>_<secret>; administrators make keys under Settings > Keys',
  })
  for (const call of calls) registry.registerPath(toRouteConfig(call))
  return registry
}

function toRouteConfig(call: Call): RouteConfig {
  const { method, path, summary, description, scope, body, query, params, answers, answerType = json } = call
  const headers =
    method === 'post' && !withoutIdempotencyKey.includes(path)
      ? z.object({
          'Idempotency-Key': z
            .string()
            .max(200)
            .optional()
            .describe('A retry with it changes nothing and gets the same answer'),
        })
      : undefined
  return {
    method,
    path,
    summary,
    description,
    tags: [path.split('/')[1]!],
    security: scope === null ? [] : [{ key: [scope] }],
    request: {
      query,
      params,
      headers,
      body: body && { required: true, content: { [body.type]: { schema: body.schema } } },
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [
          status,
          { description: answer.description, content: { [answerType]: { schema: answer.schema } } },
        ]),
      ),
      ...problemResponses(call.problems),
    },
  }
}

function problemResponses(problems: Call['problems']): RouteConfig['responses'] {
  const titles = new Map<number, string[]>()
  for (const code of problems) {
    const { status, title } = errorCodes[code]
    titles.set(status, [...(titles.get(status) ?? []), `${title} (${code})`])
  }
  return Object.fromEntries(
    Array.from(titles, ([status, lines]) => [
      status,
      { description: lines.join('; '), content: { 'application/problem+json': { schema: problemAnswer } } },
    ]),
  )
}
