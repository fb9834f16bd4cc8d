import { AppError, type InputProblem } from '../../domain/errors/app-error.ts'
import { multiplyToMinor, readDecimal } from '../../domain/imports/decimal.ts'
import { minorDigits } from '../../domain/screening/minor-digits.ts'
import { parseAmount } from '../../domain/screening/parse-amount.ts'
import { type Transaction, type TransactionLine } from '../../domain/screening/transaction.ts'
import { type TransactionBody } from './transaction-body.ts'

const earliest = Date.UTC(2000, 0, 1)
const aheadAtMostMs = 5 * 60_000

/**
 * A body that `transactionBody` accepted, as the evaluator takes it. Throws `invalidInput` with every problem that the schema cannot
 * see: amounts that the currency cannot have, times more than five minutes ahead of `now` (epoch milliseconds) or before 2000.
 */
export function parseTransaction(body: TransactionBody, now: number): Transaction {
  const problems: InputProblem[] = []
  const { currency } = body.money
  const amountMinor = readAmount(body, problems)
  const occurredAt = Date.parse(body.occurredAt)
  if (occurredAt > now + aheadAtMostMs) {
    problems.push(
      problem(
        'occurredAt',
        'inTheFuture',
        'The time may be at most five minutes ahead of ours; check the clock and the offset.',
      ),
    )
  } else if (occurredAt < earliest) {
    problems.push(problem('occurredAt', 'tooLongAgo', 'The time must be in the year 2000 or later.'))
  }
  const lines = (body.lines ?? []).map((line, i) => readLine(line, i, currency, problems))
  if (problems.length > 0) {
    throw new AppError('invalidInput', {
      userMessage: 'The transaction is not valid; `errors` lists what to change.',
      problems,
    })
  }
  const { customer, payee, merchant, place } = body
  return {
    id: body.id,
    customerRef: customer?.ref ?? null,
    segment: customer?.segment ?? null,
    language: customer?.language ?? null,
    occurredAt,
    channel: body.channel,
    amountMinor,
    currency,
    payee: payee ? { ref: payee.ref, name: payee.name ?? null } : null,
    merchant: merchant
      ? {
          ref: merchant.ref,
          name: merchant.name ?? null,
          country: merchant.country ?? null,
          mcc: merchant.mcc ?? null,
        }
      : null,
    place: place ? { lat: place.lat, lon: place.lon, country: place.country ?? null } : null,
    cardPresent: body.cardPresent ?? null,
    lines,
  }
}

function readAmount({ money }: TransactionBody, problems: InputProblem[]): number {
  try {
    const amountMinor = parseAmount(money.amount, money.currency, 'money.amount')
    if (amountMinor === 0)
      problems.push(problem('money.amount', 'notPositive', 'The amount must be above 0.'))
    return amountMinor
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    problems.push(...error.problems)
    return 0
  }
}

function readLine(
  line: NonNullable<TransactionBody['lines']>[number],
  index: number,
  currency: string,
  problems: InputProblem[],
): TransactionLine {
  const path = `lines.${index}.unitPrice`
  const { unitPrice } = line
  const price = typeof unitPrice === 'string' ? unitPrice : unitPrice.amount
  if (typeof unitPrice !== 'string' && unitPrice.currency !== currency) {
    problems.push(
      problem(
        `${path}.currency`,
        'otherCurrency',
        `The transaction is in ${currency}; its lines must be too.`,
      ),
    )
  }
  const amountMinor = lineAmount(line.quantity, price, currency)
  if (amountMinor === null) {
    problems.push(
      problem(
        path,
        'notUsable',
        'The unit price has at most six digits after the point, and quantity x unit price must be an exact amount.',
      ),
    )
  }
  return {
    lineNo: index + 1,
    sku: line.sku,
    name: line.name ?? null,
    category: line.category ?? null,
    group: line.group ?? null,
    quantity: line.quantity,
    unitPrice: price,
    amountMinor: amountMinor ?? 0,
    size: line.size ?? null,
    attributes: readAttributes(line.attributes ?? []),
  }
}

/** Both count to the sixth decimal, as they are stored. */
function lineAmount(quantity: number, unitPrice: string, currency: string): number | null {
  const price = readDecimal(unitPrice)
  const counted = readDecimal(quantity.toFixed(6))
  if (price === null || price.scale > 6 || counted === null) return null
  return multiplyToMinor(counted, price, minorDigits(currency) ?? 2)
}

/** `{organic: true, fat: "1.5 %"}` says `organic` and `fat=1.5 %`; what is false is not said. */
function readAttributes(attributes: string[] | Record<string, string | number | boolean>): string[] {
  if (Array.isArray(attributes)) return attributes.length === 0 ? attributes : [...new Set(attributes)].sort()
  const named = Object.entries(attributes).flatMap(([name, value]) =>
    value === false ? [] : value === true ? name : `${name}=${value}`,
  )
  return named.sort()
}

function problem(path: string, code: string, message: string): InputProblem {
  return { path, code, message }
}
