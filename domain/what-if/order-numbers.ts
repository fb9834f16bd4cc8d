const digitBits = 11
const digits = 1 << digitBits

/** The places of the first `size` numbers, ascending by number, of equal ones in their order: a radix sort in three passes. */
export function orderNumbers(numbers: Uint32Array, size: number): Uint32Array {
  let order = new Uint32Array(size)
  for (let place = 0; place < size; place++) order[place] = place
  let next = new Uint32Array(size)
  for (let shift = 0; shift < 32; shift += digitBits) {
    /** Of each digit how many there are, then where the next one goes. */
    const starts = new Uint32Array(digits)
    for (let i = 0; i < size; i++) starts[(numbers[i]! >>> shift) & (digits - 1)]!++
    let start = 0
    for (let digit = 0; digit < digits; digit++) {
      const count = starts[digit]!
      starts[digit] = start
      start += count
    }
    for (let i = 0; i < size; i++) {
      const place = order[i]!
      next[starts[(numbers[place]! >>> shift) & (digits - 1)]!++] = place
    }
    const sorted = next
    next = order
    order = sorted
  }
  return order
}
