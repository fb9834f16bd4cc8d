/** What is known about a customer and the organisation besides the history; the server fills it in. */
export interface ScreeningContext {
  /** IANA name; times in explanations are told in it. */
  readonly timeZone: string
  readonly travelNotices: readonly TravelNotice[]
  readonly snoozes: readonly Snooze[]
  /** `null` when questions are not limited. */
  readonly questionBudget: QuestionBudget | null
  /** Keys of rules that asked more than their cap: they only watch until somebody rearms them. */
  readonly trippedRules: ReadonlySet<string>
}

/** The customer said that they would be there. Half-open: from inclusive, until exclusive, epoch milliseconds. */
export interface TravelNotice {
  /** ISO 3166-1 alpha-2, or `null` for an area or for anywhere. */
  readonly country: string | null
  /** `null` when the country says it all. */
  readonly area: { readonly lat: number; readonly lon: number; readonly radiusKm: number } | null
  readonly from: number
  readonly until: number
}

/** Do not ask this customer because of this rule from `from` (inclusive) until `until` (exclusive), epoch milliseconds. */
export interface Snooze {
  readonly rule: string
  readonly from: number
  readonly until: number
}

/** At most `questions` in the last `days` x 24 hours; rules of high severity may exceed it. */
export interface QuestionBudget {
  readonly questions: number
  readonly days: number
}

export const plainContext: ScreeningContext = {
  timeZone: 'UTC',
  travelNotices: [],
  snoozes: [],
  questionBudget: null,
  trippedRules: new Set(),
}
