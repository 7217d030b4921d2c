import type { OrganisationRow } from '@guildhall/contract/directory'
import { useWords } from '../../../ui/language.tsx'
import { StateBadge, type Tone } from '../../../ui/state-badge.tsx'

export const vettingTone: Readonly<Record<NonNullable<OrganisationRow['vetting']>, Tone>> = {
  unvetted: 'none',
  vetted: 'done',
  refused: 'broken',
  suspended: 'resting',
}

/** Where the vetting of an enterprise stands; nothing for what is not vetted at all. */
export function VettingBadge({ vetting }: { vetting: OrganisationRow['vetting'] }) {
  const w = useWords()
  return vetting ? <StateBadge tone={vettingTone[vetting]}>{w(`directory.vetting.${vetting}`)}</StateBadge> : null
}
