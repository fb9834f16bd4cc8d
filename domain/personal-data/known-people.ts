/** Whom the writer of a text knows from the case, alert or proposal that it is about. */
export interface KnownPeople {
  /** First names and surnames of people, several in one text; found in small letters as well. */
  readonly names: readonly string[]
  /** What may be the name of a firm or a system (payees, other systems): ordinary words stand in them, so only capitals are found. */
  readonly firms: readonly string[]
  /** References of customers, letter by letter as the systems have them. */
  readonly references: readonly string[]
}

export const nobodyKnown: KnownPeople = { names: [], firms: [], references: [] }

/** A part that more of the others have is the numbering's, not the customer's: `customer` of `customer-00123`. */
const sharedAtMost = 0.1

/**
 * The parts of a customer's reference that may be their name: letters, three and more, that no more than a tenth of the `others` (a
 * sample of other customers' references) have too.
 */
export function namesInReference(reference: string, others: readonly string[]): string[] {
  const parts = others.map(lettersOf)
  return lettersOf(reference).filter(
    (part) => parts.filter((other) => other.includes(part)).length <= sharedAtMost * others.length,
  )
}

function lettersOf(reference: string): string[] {
  return reference.toLowerCase().match(/\p{L}{3,}/gu) ?? []
}
