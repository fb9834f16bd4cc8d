import { z } from 'zod'
import { alertStatuses } from '../../../domain/alerts/alert-state.ts'
import {
  type CustomerAnswer,
  customerAnswers,
  takesCustomerAnswer,
} from '../../../domain/alerts/answer-by-customer.ts'
import { compareCode } from '../../../domain/alerts/compare-code.ts'
import { type Language, languages } from '../../../domain/language/language.ts'
import { askingPolicyJson, keyedHash, parseAskingPolicy } from '../../asking/asking.ts'
import { getPool } from '../../db/pool.ts'
import { hashToken } from './ask-token.ts'

const rowSchema = z.object({
  alertId: z.string(),
  status: z.enum(alertStatuses),
  customerSaid: z.enum(customerAnswers).nullable(),
  atTill: z.boolean(),
  reference: z.string(),
  language: z.string().nullable(),
  question: z.object({ en: z.string(), pl: z.string(), ru: z.string() }),
  policy: z.unknown(),
})

/** What the page behind a link may know. */
export interface AskedQuestion {
  readonly alertId: string
  /** The customer's answer, the first one; null: none yet. */
  readonly answer: CustomerAnswer | null
  /** The customer stands at a till, where somebody can help at once. */
  readonly atTill: boolean
  readonly reference: string
  /** What staff and customer compare; null until this installation has its secret. */
  readonly code: string | null
  /** The customer's; null: unknown. */
  readonly language: Language | null
  readonly question: Readonly<Record<Language, string>>
}

/**
 * The question behind a token at `now` (epoch milliseconds). `null` alike for a token that nobody made, one that has expired, and a
 * question that somebody else has closed: the page must not tell which.
 */
export async function findQuestion(token: string, now: number): Promise<AskedQuestion | null> {
  const { rows } = await getPool().query(
    `SELECT a.id::text AS "alertId", a.status, a.customer_said AS "customerSaid", a.channel = 'pos' AS "atTill", a.reference,
       a.language, a.question, ${askingPolicyJson} AS policy
     FROM ask_links l JOIN alerts a ON a.customer_ref = l.customer_ref AND a.id = l.alert_id
     WHERE l.token_hash = $1 AND l.expires_at > $2`,
    [Buffer.from(hashToken(token)), new Date(now)],
  )
  if (rows[0] === undefined) return null
  const { customerSaid: answer, status, language, policy, ...asked } = rowSchema.parse(rows[0])
  if (answer === null && !takesCustomerAnswer({ status })) return null
  const { secret } = parseAskingPolicy(policy)
  return {
    ...asked,
    answer,
    code: secret === null ? null : compareCode(asked.alertId, keyedHash(secret)),
    language: languages.find((one) => one === language) ?? null,
  }
}
