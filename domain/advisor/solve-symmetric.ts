/**
 * Solves A x = b for a symmetric positive definite A of which the lower triangle is given, by Cholesky's decomposition in place.
 * Throws RangeError when A is not positive definite.
 */
export function solveSymmetric(lower: readonly Float64Array[], b: Float64Array): Float64Array {
  const size = b.length
  for (let j = 0; j < size; j++) {
    const row = lower[j]!
    for (let k = 0; k <= j; k++) {
      let sum = row[k]!
      for (let i = 0; i < k; i++) sum -= row[i]! * lower[k]![i]!
      if (k < j) row[k] = sum / lower[k]![k]!
      else if (sum > 0) row[j] = Math.sqrt(sum)
      else throw new RangeError('The matrix is not positive definite')
    }
  }
  const x = Float64Array.from(b)
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < j; i++) x[j]! -= lower[j]![i]! * x[i]!
    x[j]! /= lower[j]![j]!
  }
  for (let j = size - 1; j >= 0; j--) {
    for (let i = j + 1; i < size; i++) x[j]! -= lower[i]![j]! * x[i]!
    x[j]! /= lower[j]![j]!
  }
  return x
}
