import { type Hit } from './screen.ts'
import { type Transaction } from './transaction.ts'

/** Whom an alert is about (customer and payee, merchant or item): hits on one subject within 60 seconds are one alert. */
export declare function alertSubject(transaction: Transaction, hits: readonly Hit[]): string
