import { findKey, findTerm, GrowingTable, type HashTable } from './hash-table.ts'
import { type Sections, type SectionArray, section } from './sections.ts'
import type { Token } from './tokens.ts'
import type { View } from './view.ts'

/**
 * Trie over the words (zh: characters) of all labels. Steps are pairs (node, word) in one hash table; `ends` says at which group of forms a path ends.
 * Node 0 is the root; a step's number is the node it leads to, less one.
 */
export type Trie = Readonly<{ words: HashTable; steps: HashTable; ends: Uint32Array; groupOffsets: Uint32Array; groupForms: Uint32Array }>

/** Words `[from, to)` of the text are exactly a label of these forms. */
export type Hit = Readonly<{ from: number; to: number; group: number }>

const keyOf = (token: Token) => token.stem

export function buildTrie(forms: readonly View[]): Trie {
  const words = new GrowingTable()
  const steps = new GrowingTable()
  const groups = new Map<number, number[]>()
  for (const [number, form] of forms.entries()) {
    if (form.tokens.length === 0) continue
    let node = 0
    for (const token of form.tokens) node = steps.add(node, words.addTerm(keyOf(token))) + 1
    const group = groups.get(node)
    if (group) group.push(number)
    else groups.set(node, [number])
  }
  const ends = new Uint32Array(steps.size + 1)
  const groupOffsets = new Uint32Array(groups.size + 1)
  const groupForms: number[] = []
  let count = 0
  for (const [node, members] of groups) {
    groupForms.push(...members)
    ends[node] = ++count
    groupOffsets[count] = groupForms.length
  }
  return { words: words.freeze(), steps: steps.freeze(), ends, groupOffsets, groupForms: Uint32Array.from(groupForms) }
}

/** All labels in the text, leftmost first, the longest at each place, none inside another. */
export function findHits(trie: Trie, tokens: readonly Token[]): readonly Hit[] {
  const hits: Hit[] = []
  const numbers = tokens.map((token) => findTerm(trie.words, keyOf(token)))
  for (let from = 0; from < tokens.length; ) {
    let node = 0
    let to = -1
    let group = 0
    for (let at = from; at < tokens.length && numbers[at]! >= 0; at++) {
      const step = findKey(trie.steps, node, numbers[at]!)
      if (step < 0) break
      node = step + 1
      if (trie.ends[node]! > 0) {
        to = at + 1
        group = trie.ends[node]! - 1
      }
    }
    if (to < 0) from++
    else {
      hits.push({ from, to, group })
      from = to
    }
  }
  return hits
}

export const formsOfHit = (trie: Trie, hit: Hit): Uint32Array =>
  trie.groupForms.subarray(trie.groupOffsets[hit.group]!, trie.groupOffsets[hit.group + 1]!)

const tableSections = (name: string, table: HashTable): [string, SectionArray][] => [
  [`${name}.high`, table.high],
  [`${name}.low`, table.low],
  [`${name}.value`, table.value],
]

function openTable(sections: Sections, name: string): HashTable {
  const high = section<Uint32Array>(sections, `${name}.high`)
  return {
    mask: high.length - 1,
    high,
    low: section<Uint32Array>(sections, `${name}.low`),
    value: section<Uint32Array>(sections, `${name}.value`),
  }
}

export const trieSections = (trie: Trie): [string, SectionArray][] => [
  ...tableSections('trie.words', trie.words),
  ...tableSections('trie.steps', trie.steps),
  ['trie.ends', trie.ends],
  ['trie.groupOffsets', trie.groupOffsets],
  ['trie.groupForms', trie.groupForms],
]

export const openTrie = (sections: Sections): Trie => ({
  words: openTable(sections, 'trie.words'),
  steps: openTable(sections, 'trie.steps'),
  ends: section<Uint32Array>(sections, 'trie.ends'),
  groupOffsets: section<Uint32Array>(sections, 'trie.groupOffsets'),
  groupForms: section<Uint32Array>(sections, 'trie.groupForms'),
})
