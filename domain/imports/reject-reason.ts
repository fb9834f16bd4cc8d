/** Why a row of a file is not kept. Append only: stored rejects name these codes. */
export const rejectCodes = [
  'wrongColumnCount',
  'noTransactionId',
  'noTime',
  'timeOutOfRange',
  'noItem',
  'badQuantity',
  'badPrice',
  'badAmount',
  'unknownCurrency',
  'noPrice',
  'stockAdjustment',
  'notAPurchase',
  'otherCustomer',
  'otherCurrency',
  'repeatedId',
  'tooLong',
  'differsFromStored',
] as const

export type RejectCode = (typeof rejectCodes)[number]

/** One row that is not kept, with its line in the file (the header is line 1). */
export interface Reject {
  readonly line: number
  readonly code: RejectCode
  /** What is wrong, in English, for the person who has the file. */
  readonly reason: string
  readonly excerpt: string
}
