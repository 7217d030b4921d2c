import { type Region, regions } from '@guildhall/contract/directory'
import { useAsk } from '../api/use-ask.ts'
import { useText } from './language.tsx'

/** A region with the names of those above it: "Suzhou / Wuzhong". `depth` 0 stands at the top. */
export type PlacedRegion = Region & { path: string; depth: number }

/** The regions of the installation as a tree that was laid out in lines: each under the one it lies in. */
export function useRegions(): PlacedRegion[] {
  const read = useText()
  const all = useAsk(regions.list, { query: { limit: 200 } }).data?.items ?? []
  const known = new Set(all.map((one) => one.id))
  const below = (parentId: string | null, path: string, depth: number): PlacedRegion[] =>
    all
      .filter((one) => (one.parentId !== null && known.has(one.parentId) ? one.parentId : null) === parentId)
      .flatMap((one) => {
        const named = [path, read(one.name)?.text ?? one.code ?? ''].filter(Boolean).join(' / ')
        return [{ ...one, path: named, depth }, ...below(one.id, named, depth + 1)]
      })
  return below(null, '', 0)
}
