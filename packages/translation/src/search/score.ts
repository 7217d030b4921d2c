import type { ContentLanguage } from '@guildhall/kernel'
import { scoreBridge } from './bridge-lane.ts'
import { scoreChars } from './chars-lane.ts'
import { withParts } from './compounds.ts'
import { scoreCover } from './cover-lane.ts'
import { findHits, formsOfHit, type Hit } from './exact-lane.ts'
import { findTerm } from './hash-table.ts'
import { bestByOwner, type LaneName } from './lanes.ts'
import { type NearScores, scoreNear } from './near-lane.ts'
import type { Opened } from './opened.ts'
import { blankOf } from './partition.ts'
import { toView, type View } from './view.ts'
import { scoreWords } from './words-lane.ts'

export type Asked = Readonly<{
  text: string
  language: ContentLanguage
  /** More words about what is asked, that are no label of it: the definition of an occupation. */
  context?: string
  lanesOff?: readonly LaneName[]
  /** Keys of examples that take no part: learning leaves the question itself out. */
  excluded?: ReadonlySet<number>
  /** And the concepts to which the question itself belongs as an example. */
  own?: ReadonlySet<number>
  /** Concepts that are to look as if no example named them: how well does the index do where nobody has shown the way? */
  hidden?: ReadonlySet<number>
}>

/** What every lane says about every concept, and what evidence needs of it. */
export type Scored = Readonly<{
  view: View
  lanes: Partial<Record<LaneName, Float32Array>>
  charForms: Float32Array
  coverForms: Float32Array
  hits: readonly Hit[]
  /** By concept, the hit that named it. */
  hitOf: ReadonlyMap<number, Hit>
  near: NearScores | undefined
  nearView: View
  own: ReadonlySet<number> | undefined
  hidden: ReadonlySet<number> | undefined
}>

export function scoreLanes(opened: Opened, asked: Asked): Scored {
  const { profile, language, concepts } = opened
  const off = new Set(asked.lanesOff)
  const lineEnd = profile === 'advert' ? asked.text.search(/[\r\n]/) : -1
  const title = titleOf(opened, asked.text)
  const view = titleView(title, language, blankOf(profile, language))
  const body = contextOf(opened, asked, lineEnd)
  const nearView = nearViewOf(opened, asked)
  const parted = withParts(view, (stem) => findTerm(opened.words.table, stem) >= 0, false)
  const lanes: Partial<Record<LaneName, Float32Array>> = {}
  const charForms = off.has('chars') ? new Float32Array(opened.owners.length) : scoreChars(opened.chars, view)
  const coverForms = off.has('cover') ? new Float32Array(opened.owners.length) : scoreCover(opened.cover, parted)
  lanes.chars = bestByOwner(charForms, opened.firstForms)
  lanes.cover = bestByOwner(coverForms, opened.firstForms)
  if (!off.has('words')) lanes.words = scoreWords(opened.words, parted)
  if (opened.context && !off.has('context')) lanes.context = scoreWords(opened.context, body ?? view)
  const hits = off.has('exact') ? [] : findHits(opened.trie, view.tokens)
  const { exact, hitOf } = scoreHits(opened, view, hits)
  lanes.exact = exact
  let near: NearScores | undefined
  if (opened.near && !(off.has('near') && off.has('centroid'))) {
    near = scoreNear(opened.near, nearView, concepts, asked)
    if (!off.has('near')) lanes.near = near.near
    if (!off.has('centroid')) lanes.centroid = near.centroid
  }
  if (opened.bridge && !off.has('bridge')) lanes.bridge = scoreBridge(opened.bridge, view, concepts)
  if (!off.has('prior')) lanes.prior = opened.prior
  return { view, lanes, charForms, coverForms, hits, hitOf, near, nearView, own: asked.own, hidden: asked.hidden }
}

const titleOf = (opened: Opened, text: string) => (opened.profile === 'advert' ? text.split(/[\r\n]/, 1)[0]! : text)

/** What stands for a question among the examples: its title, and what more is known of it. */
export function nearViewOf(opened: Opened, asked: Pick<Asked, 'text' | 'context'>): View {
  const title = titleOf(opened, asked.text)
  // The name twice: a long definition must not drown it.
  if (asked.context) return toView(`${title}\n${title}\n${asked.context}`, opened.language)
  return titleView(title, opened.language, blankOf(opened.profile, opened.language))
}

/** A title that is nothing but what blanks cover is asked whole. */
function titleView(title: string, language: ContentLanguage, blank: ((text: string) => string) | undefined): View {
  const bare = toView(title, language, blank)
  return bare.tokens.length > 0 ? bare : toView(title, language)
}

function contextOf(opened: Opened, asked: Asked, lineEnd: number): View | undefined {
  if (asked.context) return toView(`${asked.text}\n${asked.context}`, opened.language)
  return lineEnd < 0 ? undefined : toView(asked.text, opened.language)
}

/** The rarity of the words that were met, shared among the concepts that bear this label. */
function scoreHits(opened: Opened, view: View, hits: readonly Hit[]): { exact: Float32Array; hitOf: Map<number, Hit> } {
  const exact = new Float32Array(opened.concepts)
  const hitOf = new Map<number, Hit>()
  for (const hit of hits) {
    const owners = new Set<number>()
    for (const form of formsOfHit(opened.trie, hit)) owners.add(opened.owners[form]!)
    const length = hit.to - hit.from
    const alone = length === view.tokens.length
    if (isTooShort(view, hit) && !alone) continue
    for (const owner of owners) {
      const score = (length + (alone ? 2 : 0)) / Math.sqrt(owners.size)
      if (score > exact[owner]!) {
        exact[owner] = score
        hitOf.set(owner, hit)
      }
    }
  }
  return { exact, hitOf }
}

/** `C`, `go`, `工`: too short to mean a label without more words around. Signs (`c#`) make a name of it. */
function isTooShort(view: View, hit: Hit): boolean {
  const from = view.tokens[hit.from]!.start
  const to = view.tokens[hit.to - 1]!.end
  const words = view.text.slice(from, to)
  return view.language === 'zh' ? words.length < 2 : words.length < 3 && /^\p{L}+$/u.test(words)
}
