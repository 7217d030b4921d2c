import type { Workbench } from '@guildhall/contract/needs'
import { ContentText } from '../../../ui/content-text.tsx'
import { useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'

/** What the competence is in ESCO by the bridge, and whether a person has reviewed that. A refused tie never comes here. */
export function TiedConcept({ tied }: { tied: Workbench['tied'][number] }) {
  const w = useWords()
  return (
    <small style={{ display: 'block' }}>
      {tied.taxonomy.toUpperCase()}: <To url={`/concepts/${tied.conceptId}`}><ContentText text={tied.label} /></To> · {w(`bridge.tied.${tied.holds}`)} · {w(`bridge.state.${tied.state}`)}
    </small>
  )
}
