/**
 * A decimal string in a currency as minor units. Throws `AppError('invalidInput')` with a problem at `path` for anything that is not
 * 1 to 15 digits with an optional fraction of at most the currency's minor digits, or for a currency that is not in ISO 4217.
 */
export declare function parseAmount(amount: string, currency: string, path?: string): number

/** Minor units as a decimal string of the currency ("1234.50"). */
export declare function formatMinor(amountMinor: number, currency: string): string
