/** A fact and the case that it is about: lists of rows need it, chunks do not keep it. */
export type OfCase<Fact> = Fact & { readonly caseId: string }
