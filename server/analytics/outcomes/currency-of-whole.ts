/**
 * Amounts of a part that holds several currencies are of none in every bucket, also where a bucket happens to hold only one:
 * points of different currencies on one line would be read as one.
 */
export function currencyOfWhole<
  Sum extends {
    readonly bucket: number | null
    readonly part: string | null
    readonly currency: string | null
  },
>(sums: readonly Sum[]): Sum[] {
  const wholes = new Map(
    sums.flatMap(({ bucket, part, currency }) => (bucket === null ? [[part, currency]] : [])),
  )
  return sums.map((sum) => ({ ...sum, currency: wholes.get(sum.part) ?? null }))
}
