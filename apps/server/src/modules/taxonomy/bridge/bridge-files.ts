import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { tieMatches, tieOrigins, tieReasons } from '@guildhall/contract/taxonomy'

const folder = path.join(import.meta.dirname, '../../../../../../data')

export type FileTie = Readonly<{ fromTaxonomy: string; fromCode: string; toTaxonomy: string; toCode: string; match: (typeof tieMatches)[number]; reason: (typeof tieReasons)[number]; confidence: number; origin: (typeof tieOrigins)[number] }>

type BridgeLine = Readonly<{ from: { taxonomy: string; code: string }; to: { taxonomy: string; code: string }; match: FileTie['match']; reason: FileTie['reason']; confidence: number }>
type LexiconLine = Readonly<{ id: string; links?: readonly Readonly<{ scheme: string; match: FileTie['match']; code: string }>[] }>

/** How much a kind of match says before anybody reviewed it: the addresses of the lexicon were given where a label says nearly the same. */
const confidenceOf = { exact: 0.9, close: 0.7, broad: 0.5, narrow: 0.5 } as const

let kept: Readonly<{ ties: readonly FileTie[]; hash: string }> | undefined

/**
 * The project's own ties: the addresses of ESCO in the starter lexicon, and `data/bridge.jsonl`. The anchors of a whole trade that the lexicon names
 * (an occupation for each of its items) are left out: nobody gains from reviewing forty times the same.
 */
export function readBridgeFiles(): NonNullable<typeof kept> {
  if (kept) return kept
  const own = lines<BridgeLine>('bridge.jsonl').map(({ from, to, match, reason, confidence }): FileTie => ({ fromTaxonomy: from.taxonomy, fromCode: from.code, toTaxonomy: to.taxonomy, toCode: to.code, match, reason, confidence, origin: 'project' }))
  const trades = fs.readdirSync(path.join(folder, 'lexicon')).filter((name) => name.endsWith('.jsonl') && name !== 'verbs.jsonl').sort()
  const lexicon = trades.flatMap((name) => lines<LexiconLine>(path.join('lexicon', name))).flatMap(({ id, links }) => (links ?? []).filter((one) => one.scheme === 'esco').map(({ code, match }): FileTie => ({ fromTaxonomy: 'guildhall', fromCode: id, toTaxonomy: 'esco', toCode: code, match, reason: match === 'broad' ? 'wider-group' : 'same-label', confidence: confidenceOf[match], origin: 'lexicon' })))
  const ties = [...new Map([...lexicon, ...own].map((one) => [[one.fromTaxonomy, one.fromCode, one.toTaxonomy, one.toCode].join(' '), one])).values()]
  kept = { ties, hash: createHash('sha256').update(JSON.stringify(ties)).digest('hex') }
  return kept
}

// Our own files, checked by a test: no schema at run time.
const lines = <T>(name: string): T[] => fs.readFileSync(path.join(folder, name), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as T)
