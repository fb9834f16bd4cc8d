/** Numbers customers from 0 in the order in which they are first seen. */
export interface CustomerIndex {
  /** The number of the customer with this hash; -1 for the hash 0, 0 of a customer whom nobody knows. */
  numberOf(high: number, low: number): number
}

const empty = 0

/**
 * A hash table of 64-bit keys in flat arrays: a Map of bigints takes ten times as long. Keys stand apart from the table, so that
 * what is looked up at random is small enough for the processor's cache.
 */
export function createCustomerIndex(): CustomerIndex {
  /** One more than the number. */
  let table = new Int32Array(1 << 17)
  let lows = new Uint32Array(1 << 16)
  let highs = new Uint32Array(1 << 16)
  let size = 0

  function grow() {
    lows = twice(lows)
    highs = twice(highs)
    table = new Int32Array(table.length * 2)
    for (let number = 0; number < size; number++) {
      let place = placeOf(highs[number]!, lows[number]!)
      while (table[place] !== empty) place = (place + 1) & (table.length - 1)
      table[place] = number + 1
    }
  }

  function placeOf(high: number, low: number): number {
    return (low ^ Math.imul(high, 0x9e3779b1)) & (table.length - 1)
  }

  return {
    numberOf(high, low) {
      if (low === 0) return -1
      let place = placeOf(high, low)
      for (let known = table[place]!; known !== empty; known = table[place]!) {
        if (lows[known - 1] === low && highs[known - 1] === high) return known - 1
        place = (place + 1) & (table.length - 1)
      }
      const number = size++
      table[place] = number + 1
      lows[number] = low
      highs[number] = high
      if (size === lows.length) grow()
      return number
    },
  }
}

function twice(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(column.length * 2)
  wider.set(column)
  return wider
}
