import { type Transaction } from '../../domain/screening/transaction.ts'
import { parseTransaction } from '../screening/parse-transaction.ts'
import { transactionBody } from '../screening/transaction-body.ts'
import { parseInput } from './parse-input.ts'
import { parseJson } from './parse-json.ts'
import { readText, requireContentType } from './read-body.ts'

/** The one transaction that is a request's body. `now`: epoch milliseconds. */
export async function readTransaction(request: Request, now: number): Promise<Transaction> {
  requireContentType(request, ['application/json'])
  return toTransaction(await readText(request), now)
}

/** A transaction from its JSON text. Throws `invalidInput` with every problem. */
export function toTransaction(text: string, now: number): Transaction {
  return parseTransaction(parseInput(transactionBody, parseJson(text)), now)
}
