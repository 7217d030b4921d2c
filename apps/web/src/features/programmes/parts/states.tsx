import type { GapRow, ProposalRow } from '@guildhall/contract/programmes'
import { useWords } from '../../../ui/language.tsx'
import { StateBadge, type Tone } from '../../../ui/state-badge.tsx'

const gapTones: Readonly<Record<GapRow['state'], Tone>> = { gap: 'broken', 'not-assessed': 'care', taught: 'done', unasked: 'resting' }
export function GapState({ state }: { state: GapRow['state'] }) {
  const w = useWords()
  return <StateBadge tone={gapTones[state]}>{w(`programmes.gap.${state}`)}</StateBadge>
}

const proposalTones: Readonly<Record<ProposalRow['status'], Tone>> = { draft: 'none', 'in-opinion': 'waiting', 'in-vote': 'waiting', 'in-approval': 'waiting', returned: 'care', adopted: 'done', refused: 'broken', withdrawn: 'resting' }
export function ProposalState({ status }: { status: ProposalRow['status'] }) {
  const w = useWords()
  return <StateBadge tone={proposalTones[status]}>{w(`programmes.status.${status}`)}</StateBadge>
}
