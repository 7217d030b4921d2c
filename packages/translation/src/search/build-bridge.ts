import type { ContentLanguage } from '@guildhall/kernel'
import type { Bridge } from './bridge-lane.ts'
import { buildChars } from './chars-lane.ts'
import type { Opened } from './opened.ts'
import { blankOf } from './partition.ts'
import { rank } from './rank.ts'
import { toView, type View } from './view.ts'

/** A class of another classification: its titles in one language. */
export type BridgeSource = Readonly<{ language: ContentLanguage; titles: readonly string[] }>

const titlesAsked = 6
const leaned = 30

/** Asks the index for the titles of every class and keeps where they lead together. */
export function buildBridge(opened: Opened, sources: readonly BridgeSource[]): Bridge | undefined {
  const own = sources.filter((source) => source.language === opened.language && source.titles.length > 0)
  if (own.length === 0) return undefined
  const views: View[] = []
  const classes: number[] = []
  const offsets = new Uint32Array(own.length + 1)
  const concepts: number[] = []
  const weights: number[] = []
  const blank = blankOf(opened.profile, opened.language)
  for (const [number, source] of own.entries()) {
    for (const title of source.titles) {
      const view = toView(title, opened.language, blank)
      if (view.tokens.length === 0) continue
      views.push(view)
      classes.push(number)
    }
    const sums = new Map<number, number>()
    const asked = spreadOver(source.titles)
    for (const title of asked) {
      const ranked = rank(opened, { text: title, language: opened.language })
      for (const i of ranked.order.subarray(0, leaned)) {
        const concept = ranked.candidates.concepts[i]!
        sums.set(concept, (sums.get(concept) ?? 0) + ranked.p[i]! / asked.length)
      }
    }
    const best = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, leaned)
    for (const [concept, weight] of best) {
      concepts.push(concept)
      weights.push(weight)
    }
    offsets[number + 1] = concepts.length
  }
  return {
    postings: buildChars(views),
    classes: Uint32Array.from(classes),
    offsets,
    concepts: Uint32Array.from(concepts),
    weights: Float32Array.from(weights),
  }
}

/** Titles from the whole of the class, as lists are sorted and the first ones much alike. */
function spreadOver(titles: readonly string[]): readonly string[] {
  const step = Math.max(1, titles.length / titlesAsked)
  return titles.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
}
