/** What an organisation's own question may contain in braces. */
export const questionPlaceholders = ['amount', 'to', 'item', 'quantity'] as const

export type QuestionPlaceholder = (typeof questionPlaceholders)[number]
