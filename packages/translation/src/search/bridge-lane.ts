import { openPostings, type Postings, postingsSections } from './postings.ts'
import { scoreChars } from './chars-lane.ts'
import { type Sections, type SectionArray, section } from './sections.ts'
import type { View } from './view.ts'

/**
 * A second vocabulary that says the same things in other words: each class of it (a code of a national classification) has many titles, and leans on
 * concepts of ours, as found when the index was built. A question that meets a title of the class inherits what the class leans on.
 */
export type Bridge = Readonly<{
  postings: Postings
  classes: Uint32Array
  offsets: Uint32Array
  concepts: Uint32Array
  weights: Float32Array
}>

const classesAsked = 3

export function scoreBridge(bridge: Bridge, view: View, concepts: number): Float32Array {
  const cosines = scoreChars(bridge.postings, view)
  const best = new Map<number, number>()
  for (let i = 0; i < cosines.length; i++) {
    const cosine = cosines[i]!
    if (cosine > 0.3 && cosine > (best.get(bridge.classes[i]!) ?? 0)) best.set(bridge.classes[i]!, cosine)
  }
  const scores = new Float32Array(concepts)
  const asked = [...best].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, classesAsked)
  for (const [number, cosine] of asked) {
    for (let k = bridge.offsets[number]!; k < bridge.offsets[number + 1]!; k++)
      scores[bridge.concepts[k]!]! += cosine ** 3 * bridge.weights[k]!
  }
  return scores
}

export const bridgeSections = (bridge: Bridge): [string, SectionArray][] => [
  ...postingsSections('bridge', bridge.postings),
  ['bridge.classes', bridge.classes],
  ['bridge.leaning', bridge.offsets],
  ['bridge.concepts', bridge.concepts],
  ['bridge.leans', bridge.weights],
]

export const openBridge = (sections: Sections): Bridge => ({
  postings: openPostings(sections, 'bridge'),
  classes: section<Uint32Array>(sections, 'bridge.classes'),
  offsets: section<Uint32Array>(sections, 'bridge.leaning'),
  concepts: section<Uint32Array>(sections, 'bridge.concepts'),
  weights: section<Float32Array>(sections, 'bridge.leans'),
})
