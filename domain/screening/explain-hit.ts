import { type Language } from '../language/language.ts'
import { type Hit } from './screen.ts'
import { type Transaction } from './transaction.ts'

/** Why a hit was worth asking, for staff, in one language; times are told in `timeZone` (IANA). */
export declare function explainHit(
  hit: Hit,
  transaction: Transaction,
  language: Language,
  options: { readonly timeZone: string },
): string
