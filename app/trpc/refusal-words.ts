import { TRPCClientError } from '@trpc/client'
import type { InputProblem } from '@/domain/errors/app-error.ts'

interface Refusal {
  readonly problems?: readonly InputProblem[]
  readonly details?: Readonly<Record<string, unknown>>
  readonly appCode?: string
}

/**
 * The most telling word of a refusal for which there is a text, with the figures it came with; else the server's own words;
 * `unreachable` when it did not answer at all. Words are `refusals` and `unreachable` of the area that `t` speaks for.
 */
export function refusalWords(
  error: unknown,
  t: ((key: string, values?: Record<string, string | number>) => string) & { has: (key: string) => boolean },
): string {
  if (!(error instanceof TRPCClientError) || !error.data) return t('unreachable')
  const { problems, details, appCode } = error.data as Refusal
  const known = [problems?.[0]?.code, details?.reason, appCode].find(
    (word): word is string => typeof word === 'string' && t.has(`refusals.${word}`),
  )
  if (known === undefined) return t.has('refusals.other') ? t('refusals.other') : error.message
  const values = Object.entries(details ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
  )
  return t(`refusals.${known}`, Object.fromEntries(values))
}
