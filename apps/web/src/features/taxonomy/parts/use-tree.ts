import { type ConceptLevel, concepts, type TaxonomyRow } from '@guildhall/contract/taxonomy'
import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { call } from '../../../api/client.ts'
import { idOfKey, type Level, toRows } from './tree-rows.ts'

/** So many of a level come at a time; the rest on demand. */
const partSize = 200
const keptFor = 600_000

type Ask = Readonly<{ key: string; isShelf: boolean; from: number }>

/** The tree of the catalogues: which places are open, what is known below them. Each level is asked when its place is opened, and kept. */
export function useTree(shelves: readonly TaxonomyRow[], withRetired: boolean) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [parts, setParts] = useState<Readonly<Record<string, number>>>({})
  const retired = withRetired ? ('with' as const) : undefined
  const asks = useMemo(() => [...open].flatMap((key) => Array.from({ length: parts[key] ?? 1 }, (_, i): Ask => ({ key, isShelf: !key.includes('/'), from: i * partSize }))), [open, parts])
  const answers = useQueries({
    queries: asks.map(({ key, isShelf, from }) => ({
      // Below the path of the concepts, so that an import refreshes it.
      queryKey: [concepts.roots.path, 'tree', idOfKey(key), from, retired] as const,
      queryFn: ({ signal }: { signal: AbortSignal }): Promise<ConceptLevel> =>
        isShelf
          ? call(concepts.roots, { query: { taxonomyId: key, from, limit: partSize, retired } }, { signal })
          : call(concepts.below, { params: { id: idOfKey(key) }, query: { from, limit: partSize, retired } }, { signal }),
      staleTime: keptFor,
      retry: 1,
    })),
  })
  const levels = useMemo(() => {
    const found = new Map<string, { count: number; items: ConceptLevel['items']; isBroken: boolean }>()
    asks.forEach(({ key }, i) => {
      const answer = answers[i]!
      if (!answer.data && !answer.isError) return
      const level = found.get(key) ?? { count: 0, items: [], isBroken: false }
      found.set(key, { count: answer.data?.count ?? level.count, items: [...level.items, ...(answer.data?.items ?? [])], isBroken: level.isBroken || answer.isError })
    })
    return found
  }, [asks, answers])
  const rows = useMemo(() => toRows(shelves, open, (key): Level => levels.get(key)), [shelves, open, levels])
  const toggle = useCallback((key: string) => setOpen((before) => (before.has(key) ? new Set([...before].filter((one) => one !== key)) : new Set([...before, key]))), [])
  const openAll = useCallback((keys: readonly string[]) => setOpen((before) => (keys.every((key) => before.has(key)) ? before : new Set([...before, ...keys]))), [])
  const loadMore = useCallback((key: string) => setParts((before) => ({ ...before, [key]: (before[key] ?? 1) + 1 })), [])
  const retry = (key: string) => {
    asks.forEach((ask, i) => {
      if (ask.key === key && answers[i]!.isError) void answers[i]!.refetch()
    })
  }
  return { rows, toggle, openAll, loadMore, retry }
}
