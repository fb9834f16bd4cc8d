import { z } from 'zod'

/** A timestamptz column as epoch ms. */
export const instantField = z.date().transform((date) => date.getTime())

/** What every row about money has. */
export const moneyFields = { amountMinor: z.int(), currency: z.string() }

/** Whom a row is about; `customerKnown` false: the reference stands for the transaction alone. */
export const customerFields = { customerRef: z.string(), customerKnown: z.boolean() }
