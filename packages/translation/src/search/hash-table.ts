/** Terms are kept as 64 bits of hash, not as text: nothing has to be parsed when an index is opened. */
export type HashTable = Readonly<{ mask: number; high: Uint32Array; low: Uint32Array; value: Uint32Array }>

export const hashSeedHigh = 0x811c9dc5 | 0
export const hashSeedLow = 0x9747b28c | 0
export const hashHigh = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
export const hashLow = (hash: number, unit: number): number => {
  const mixed = Math.imul(hash ^ unit, 0x5bd1e995)
  return mixed ^ (mixed >>> 15)
}

/** Where to look first for a key: the two halves stirred, as FNV alone leaves its low bits in order. */
const slotOf = (high: number, low: number, mask: number) => {
  let h = Math.imul(high ^ (low >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13) ^ low, 0xc2b2ae35)
  return (h ^ (h >>> 16)) & mask
}

/** The number of a term, or -1. */
export function findKey(table: HashTable, high: number, low: number): number {
  const h = high >>> 0
  const l = low >>> 0
  for (let slot = slotOf(high, low, table.mask); ; slot = (slot + 1) & table.mask) {
    const value = table.value[slot]!
    if (value === 0) return -1
    if (table.high[slot] === h && table.low[slot] === l) return value - 1
  }
}

export function findTerm(table: HashTable, term: string): number {
  let high = hashSeedHigh
  let low = hashSeedLow
  for (let i = 0; i < term.length; i++) {
    const unit = term.charCodeAt(i)
    high = hashHigh(high, unit)
    low = hashLow(low, unit)
  }
  return findKey(table, high, low)
}

/** A table that grows while an index is built; numbers are given in the order of first sight. */
export class GrowingTable {
  size = 0
  #mask = 1023
  #high = new Uint32Array(1024)
  #low = new Uint32Array(1024)
  #value = new Uint32Array(1024)

  add(high: number, low: number): number {
    const h = high >>> 0
    const l = low >>> 0
    let slot = slotOf(high, low, this.#mask)
    for (; this.#value[slot] !== 0; slot = (slot + 1) & this.#mask) {
      if (this.#high[slot] === h && this.#low[slot] === l) return this.#value[slot]! - 1
    }
    if (this.size * 2 > this.#mask) {
      this.#grow()
      return this.add(high, low)
    }
    this.#high[slot] = h
    this.#low[slot] = l
    this.#value[slot] = ++this.size
    return this.size - 1
  }

  addTerm(term: string): number {
    let high = hashSeedHigh
    let low = hashSeedLow
    for (let i = 0; i < term.length; i++) {
      const unit = term.charCodeAt(i)
      high = hashHigh(high, unit)
      low = hashLow(low, unit)
    }
    return this.add(high, low)
  }

  freeze(): HashTable {
    return { mask: this.#mask, high: this.#high, low: this.#low, value: this.#value }
  }

  #grow(): void {
    const [high, low, value] = [this.#high, this.#low, this.#value]
    const capacity = (this.#mask + 1) * 2
    this.#mask = capacity - 1
    this.#high = new Uint32Array(capacity)
    this.#low = new Uint32Array(capacity)
    this.#value = new Uint32Array(capacity)
    for (let i = 0; i < value.length; i++) {
      if (value[i] === 0) continue
      let slot = slotOf(high[i]! | 0, low[i]! | 0, this.#mask)
      while (this.#value[slot] !== 0) slot = (slot + 1) & this.#mask
      this.#high[slot] = high[i]!
      this.#low[slot] = low[i]!
      this.#value[slot] = value[i]!
    }
  }
}
