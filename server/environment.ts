import path from 'node:path'
import { z } from 'zod'
import { AppError } from '../domain/errors/app-error.ts'

const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgresql://')
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  HOST: z.string().min(1).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  DEMO: z.enum(['0', '1']).optional(),
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  WEBHOOKS_ALLOW_INSECURE: z.enum(['0', '1']).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().min(3).default('Worth Asking <worth-asking@localhost>'),
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^/\s]+$/, 'must be an origin such as https://care.example.com')
    .optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** What a person may set from outside; everything has a sensible default. */
export interface Environment {
  /** null: the embedded database in `dataFolder`. */
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  readonly authSecret: string | null
  /** Demo accounts and data; listens on loopback only. */
  readonly demo: boolean
  /** Where Prometheus reads; null: nowhere. */
  readonly metricsPort: number | null
  /** Webhooks may go to this machine and over plain http: for trying out and tests. */
  readonly webhooksAllowInsecure: boolean
  /** The mail server; null: mails are kept as files in `dataFolder`. The demo always keeps them. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** Where people reach this installation, without a slash at the end: what links in mails begin with. */
  readonly publicUrl: string
  readonly logLevel: string
}

/** Reads the environment; an empty variable counts as absent. Throws `invalidInput` that names the variable and what it may be. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(present)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      code: issue.code,
      message: issue.message,
    }))
    throw new AppError('invalidInput', {
      userMessage: `The environment is not usable: ${problems.map((p) => `${p.path} ${p.message}`).join('; ')}.`,
      problems,
    })
  }
  const { data } = parsed
  const demo = data.DEMO !== '0'
  const host = data.HOST ?? '127.0.0.1'
  if (demo && !['127.0.0.1', 'localhost', '::1'].includes(host)) {
    throw new AppError('invalidInput', {
      userMessage: `HOST=${host} would show the demo accounts, whose passwords everybody knows, to the network. Set DEMO=0 as well, or leave HOST out.`,
    })
  }
  return {
    databaseUrl: data.DATABASE_URL ?? null,
    dataFolder: path.resolve(data.DATA_DIR),
    host,
    port: data.PORT,
    authSecret: data.AUTH_SECRET ?? null,
    demo,
    metricsPort: data.METRICS_PORT ?? null,
    webhooksAllowInsecure: data.WEBHOOKS_ALLOW_INSECURE === '1',
    smtpUrl: data.SMTP_URL ?? null,
    mailFrom: data.MAIL_FROM,
    publicUrl: data.PUBLIC_URL ?? `http://127.0.0.1:${data.PORT}`,
    logLevel: data.LOG_LEVEL,
  }
}
