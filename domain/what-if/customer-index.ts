/** Numbers customers from 0 in the order in which they are first seen. */
export interface CustomerIndex {
  /** The number of the customer with this hash; -1 for the hash 0, 0 of a customer whom nobody knows. */
  numberOf(high: number, low: number): number
  readonly size: number
}

/** A hash table of 64-bit keys in flat arrays: a Map of bigints takes ten times as long. */
export function createCustomerIndex(): CustomerIndex {
  let capacity = 1 << 16
  let keys = new Uint32Array(capacity * 2)
  let numbers = new Int32Array(capacity)
  let size = 0

  function placeOf(table: Uint32Array, high: number, low: number): number {
    let place = (low ^ Math.imul(high, 0x9e3779b1)) & (table.length / 2 - 1)
    while (true) {
      const l = table[place * 2 + 1]!
      if (l === 0 || (l === low && table[place * 2] === high)) return place
      place = (place + 1) & (table.length / 2 - 1)
    }
  }

  function grow() {
    const wider = new Uint32Array(capacity * 4)
    const wideNumbers = new Int32Array(capacity * 2)
    for (let i = 0; i < capacity; i++) {
      const low = keys[i * 2 + 1]!
      if (low === 0) continue
      const place = placeOf(wider, keys[i * 2]!, low)
      wider[place * 2] = keys[i * 2]!
      wider[place * 2 + 1] = low
      wideNumbers[place] = numbers[i]!
    }
    capacity *= 2
    keys = wider
    numbers = wideNumbers
  }

  return {
    numberOf(high, low) {
      if (low === 0) return -1
      let place = placeOf(keys, high, low)
      if (keys[place * 2 + 1] !== 0) return numbers[place]!
      if (size * 2 >= capacity) {
        grow()
        place = placeOf(keys, high, low)
      }
      keys[place * 2] = high
      keys[place * 2 + 1] = low
      numbers[place] = size
      return size++
    },
    get size() {
      return size
    },
  }
}
