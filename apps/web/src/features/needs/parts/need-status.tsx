import type { NeedRow } from '@guildhall/contract/needs'
import { useWords } from '../../../ui/language.tsx'
import { StateBadge, type Tone } from '../../../ui/state-badge.tsx'

const tones: Readonly<Record<NeedRow['status'], Tone>> = { unread: 'open', read: 'waiting', translated: 'done', 'set-aside': 'resting' }

/** Where a need stands, as word, symbol and colour. */
export function NeedStatus({ status }: { status: NeedRow['status'] }) {
  const w = useWords()
  return <StateBadge tone={tones[status]}>{w(`needs.status.${status}`)}</StateBadge>
}
