import type { ConceptLevel, ConceptNode, TaxonomyRow } from '@guildhall/contract/taxonomy'

/** What is known of the concepts right below a place in the tree; undefined while it is being asked. */
export type Level = Readonly<{ count: number; items: ConceptLevel['items']; isBroken?: boolean }> | undefined

/** A line of the tree as it is seen: a catalogue, a concept, the rest of a long level, a level that is coming, failed, or holds nothing. */
export type TreeRow = Readonly<{ key: string; parent: string | undefined; level: number; place: number; size: number }> &
  (
    | Readonly<{ kind: 'shelf'; shelf: TaxonomyRow; isOpen: boolean }>
    | Readonly<{ kind: 'concept'; node: ConceptNode; isOpen: boolean }>
    | Readonly<{ kind: 'more'; rest: number }>
    | Readonly<{ kind: 'waiting' }>
    | Readonly<{ kind: 'broken' }>
    | Readonly<{ kind: 'empty' }>
  )

/** A place in the tree by the way to it, as a concept may stand in several. */
export const shelfKey = (taxonomyId: string) => taxonomyId
export const keyBelow = (parent: string, id: string) => `${parent}/${id}`
export const idOfKey = (key: string) => key.slice(key.lastIndexOf('/') + 1)

/** The keys of a concept and of everything above it, from the top. */
export function keysOnWay(taxonomyId: string, ids: readonly string[]): string[] {
  const keys = [shelfKey(taxonomyId)]
  for (const id of ids) keys.push(keyBelow(keys.at(-1)!, id))
  return keys
}

/** The tree as lines from top to bottom: the catalogues, and below each open place its level. */
export function toRows(shelves: readonly TaxonomyRow[], open: ReadonlySet<string>, levelOf: (key: string) => Level): TreeRow[] {
  const rows: TreeRow[] = []
  const addLevel = (parent: string, level: number) => {
    const known = levelOf(parent)
    const line = (kind: 'waiting' | 'broken' | 'empty') => rows.push({ kind, key: `${parent}/${kind}`, parent, level, place: 1, size: 1 })
    if (!known) return line('waiting')
    if (known.isBroken && known.items.length === 0) return line('broken')
    if (known.count === 0) return line('empty')
    const rest = known.count - known.items.length
    const size = known.count
    known.items.forEach((node, i) => {
      const key = keyBelow(parent, node.id)
      const isOpen = node.below > 0 && open.has(key)
      rows.push({ kind: 'concept', node, key, parent, level, isOpen, place: i + 1, size })
      if (isOpen) addLevel(key, level + 1)
    })
    if (rest > 0) rows.push({ kind: 'more', key: `${parent}/more`, parent, level, rest, place: known.items.length + 1, size })
  }
  shelves.forEach((shelf, i) => {
    const key = shelfKey(shelf.id)
    const isOpen = open.has(key)
    rows.push({ kind: 'shelf', shelf, key, parent: undefined, level: 1, isOpen, place: i + 1, size: shelves.length })
    if (isOpen) addLevel(key, 2)
  })
  return rows
}

const canOpen = (row: TreeRow) => row.kind === 'shelf' || (row.kind === 'concept' && row.node.below > 0)
const isOpen = (row: TreeRow) => (row.kind === 'shelf' || row.kind === 'concept') && row.isOpen

/** What a key does in the tree: where the focus goes, what opens or closes, what is chosen. Undefined: nothing, the key belongs to somebody else. */
export type TreeMove = Readonly<{ focus?: string; toggle?: string; choose?: string }>

/** The keys of a tree as everywhere (WAI-ARIA): up and down, right opens or goes in, left closes or goes out, Home, End, Enter chooses. */
export function moveByKey(rows: readonly TreeRow[], focus: string | undefined, key: string): TreeMove | undefined {
  const at = Math.max(0, rows.findIndex((row) => row.key === focus))
  const row = rows[at]
  if (!row) return undefined
  const to = (i: number): TreeMove => ({ focus: rows[Math.min(rows.length - 1, Math.max(0, i))]!.key })
  switch (key) {
    case 'ArrowDown':
      return to(at + 1)
    case 'ArrowUp':
      return to(at - 1)
    case 'Home':
      return to(0)
    case 'End':
      return to(rows.length - 1)
    case 'ArrowRight':
      return !canOpen(row) ? {} : isOpen(row) ? to(at + 1) : { focus: row.key, toggle: row.key }
    case 'ArrowLeft':
      return isOpen(row) ? { focus: row.key, toggle: row.key } : row.parent === undefined ? {} : { focus: row.parent }
    case 'Enter':
    case ' ':
      return { focus: row.key, choose: row.key }
    default:
      return undefined
  }
}

/** The next line, after the one in focus and around, whose text begins with what was typed. The same letter again goes on to the next. */
export function findByTyping(rows: readonly TreeRow[], focus: string | undefined, typed: string, textsOf: (row: TreeRow) => readonly string[]): string | undefined {
  const same = typed.length > 1 && [...typed].every((letter) => letter === typed[0])
  const wanted = (same ? typed[0]! : typed).toLowerCase()
  const at = rows.findIndex((row) => row.key === focus)
  const start = typed.length === 1 || same ? at + 1 : Math.max(0, at)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[(start + i) % rows.length]!
    if (textsOf(row).some((text) => text.toLowerCase().startsWith(wanted))) return row.key
  }
  return undefined
}
