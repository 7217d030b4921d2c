import type { PostProposal } from '@guildhall/contract/needs'
import { findText } from '@guildhall/kernel'
import type { Trx } from '../../../platform/database/connect.ts'
import { findOccupations, findTies } from '../../taxonomy/index.ts'
import type { TitleShelf } from '../../translation/index.ts'

/** Where the way begins: an occupation of the classification that speaks the title's language, proposed or accepted. */
export type BridgeSource = Pick<PostProposal, 'code' | 'label' | 'matched' | 'spans'>

/**
 * Occupations of a classification that does not speak the title's language, over the ties of one that does (a Chinese title → CSCO → ESCO). Possible only; likely
 * where people reviewed the tie, as the way there was at least likely.
 */
export async function proposeOverBridge(trx: Trx, shelf: TitleShelf, from: string, sources: readonly BridgeSource[], most: number): Promise<PostProposal[]> {
  const ties = await findTies(trx, { from, to: shelf.code, codes: sources.map((one) => one.code) })
  const ordered = sources.flatMap((source) => ties.filter((tie) => tie.fromCode === source.code).map((tie) => ({ source, tie })))
  const first = [...new Map(ordered.toReversed().map((one) => [one.tie.toCode, one])).values()].toReversed().sort((a, b) => Number(b.tie.state === 'reviewed') - Number(a.tie.state === 'reviewed'))
  const concepts = new Map<string, Awaited<ReturnType<typeof findOccupations>>[number]>()
  for (const taxonomyId of new Set([shelf.taxonomyId, ...shelf.parts.map((part) => part.taxonomyId)]))
    for (const one of await findOccupations(trx, { taxonomyId, codes: first.map((tie) => tie.tie.toCode) })) if (!concepts.has(one.code)) concepts.set(one.code, one)
  return first
    .flatMap(({ source, tie }) => {
      const concept = concepts.get(tie.toCode)
      if (!concept) return []
      const { taxonomyId: _of, kind: _kind, ...shown } = concept
      const isReviewed = tie.state === 'reviewed'
      return [{
        ...shown, taxonomy: shelf.code, grade: isReviewed ? ('likely' as const) : ('possible' as const), matched: source.matched, spans: source.spans,
        reasons: [{ code: isReviewed ? 'title-by-reviewed-bridge' : 'title-by-bridge', params: { label: findText(source.label, 'zh')?.text ?? source.code } }],
      }]
    })
    .slice(0, most)
}
