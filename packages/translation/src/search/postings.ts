import { findKey, GrowingTable, type HashTable } from './hash-table.ts'
import { type Sections, type SectionArray, section } from './sections.ts'

/** For every term the documents that hold it, as one long list (compressed rows). Weights are 16-bit parts of `scale`. */
export type Postings = Readonly<{
  table: HashTable
  offsets: Uint32Array
  docs: Uint32Array
  weights: Uint16Array
  /** Weight of the term itself, by how rare it is. */
  rarity: Float32Array
  scale: number
  documents: number
}>

/** Weight of a term within a document, given how often it stands there and the rarity of all terms of that document. */
export type Weigh = (counts: Float64Array, rarity: Float64Array) => Float64Array

/** Collects documents term by term; `freeze` counts, weighs and lays out the lists. */
export class PostingsBuilder {
  readonly table = new GrowingTable()
  #terms = new Uint32Array(4096)
  #counts = new Uint16Array(4096)
  #length = 0
  #ends: number[] = []
  #last = new Int32Array(4096).fill(-1)
  #place = new Uint32Array(4096)

  /** Adds one term to the document that is open now. */
  add(term: number): void {
    const doc = this.#ends.length
    if (term >= this.#last.length) this.#widenTerms(term)
    if (this.#last[term] === doc) {
      this.#counts[this.#place[term]!]!++
      return
    }
    if (this.#length === this.#terms.length) this.#widen()
    this.#last[term] = doc
    this.#place[term] = this.#length
    this.#terms[this.#length] = term
    this.#counts[this.#length++] = 1
  }

  /** Ends the open document. */
  close(): void {
    this.#ends.push(this.#length)
  }

  freeze(rarityOf: (df: number, documents: number) => number, weigh: Weigh, most = 1): Postings {
    const documents = this.#ends.length
    const size = this.table.size
    const df = new Uint32Array(size)
    for (let i = 0; i < this.#length; i++) df[this.#terms[i]!]!++
    const rarity = new Float32Array(size)
    for (let t = 0; t < size; t++) rarity[t] = rarityOf(df[t]!, documents)
    const all = new Float32Array(this.#length)
    let highest = 0
    for (let doc = 0, at = 0; doc < documents; doc++) {
      const end = this.#ends[doc]!
      const weights = weigh(
        Float64Array.from(this.#counts.subarray(at, end)),
        Float64Array.from(this.#terms.subarray(at, end), (t) => rarity[t]!),
      )
      for (let i = at; i < end; i++) {
        all[i] = weights[i - at]!
        if (all[i]! > highest) highest = all[i]!
      }
      at = end
    }
    // A term that nearly every document holds costs much and says nothing: it keeps its number, but no list.
    const limit = Math.max(documents * most, 4000)
    const offsets = new Uint32Array(size + 1)
    for (let t = 0; t < size; t++) offsets[t + 1] = offsets[t]! + (df[t]! > limit ? 0 : df[t]!)
    const docs = new Uint32Array(offsets[size]!)
    const weights = new Uint16Array(offsets[size]!)
    const fill = offsets.slice(0, size)
    const scale = highest / 65535
    for (let doc = 0, at = 0; doc < documents; doc++) {
      for (; at < this.#ends[doc]!; at++) {
        const term = this.#terms[at]!
        if (df[term]! > limit) continue
        docs[fill[term]!] = doc
        weights[fill[term]!++] = Math.round(all[at]! / scale)
      }
    }
    return { table: this.table.freeze(), offsets, docs, weights, rarity, scale, documents }
  }

  #widen(): void {
    const terms = new Uint32Array(this.#terms.length * 2)
    terms.set(this.#terms)
    this.#terms = terms
    const counts = new Uint16Array(terms.length)
    counts.set(this.#counts)
    this.#counts = counts
  }

  #widenTerms(term: number): void {
    const size = Math.max(this.#last.length * 2, term + 1)
    const last = new Int32Array(size).fill(-1)
    last.set(this.#last)
    this.#last = last
    const place = new Uint32Array(size)
    place.set(this.#place)
    this.#place = place
  }
}

/** Adds `weight` × the list of a term to the sums. */
export function gather(postings: Postings, term: number, weight: number, sums: Float32Array): void {
  const { docs, weights, scale } = postings
  const factor = weight * scale
  const end = postings.offsets[term + 1]!
  for (let i = postings.offsets[term]!; i < end; i++) sums[docs[i]!]! += factor * weights[i]!
}

export const findPair = (postings: Postings, high: number, low: number): number => findKey(postings.table, high, low)

export function postingsSections(name: string, postings: Postings): [string, SectionArray][] {
  return [
    [`${name}.high`, postings.table.high],
    [`${name}.low`, postings.table.low],
    [`${name}.value`, postings.table.value],
    [`${name}.offsets`, postings.offsets],
    [`${name}.docs`, postings.docs],
    [`${name}.weights`, postings.weights],
    [`${name}.rarity`, postings.rarity],
    [`${name}.scale`, Float64Array.of(postings.scale, postings.documents)],
  ]
}

export function openPostings(sections: Sections, name: string): Postings {
  const high = section<Uint32Array>(sections, `${name}.high`)
  const numbers = section<Float64Array>(sections, `${name}.scale`)
  const table = {
    mask: high.length - 1,
    high,
    low: section<Uint32Array>(sections, `${name}.low`),
    value: section<Uint32Array>(sections, `${name}.value`),
  }
  return {
    table,
    offsets: section<Uint32Array>(sections, `${name}.offsets`),
    docs: section<Uint32Array>(sections, `${name}.docs`),
    weights: section<Uint16Array>(sections, `${name}.weights`),
    rarity: section<Float32Array>(sections, `${name}.rarity`),
    scale: numbers[0]!,
    documents: numbers[1]!,
  }
}
