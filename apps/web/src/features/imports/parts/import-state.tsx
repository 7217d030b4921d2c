import type { ImportRun } from '@guildhall/contract/exchange'
import { useWords } from '../../../ui/language.tsx'
import { StateBadge, type Tone } from '../../../ui/state-badge.tsx'

const tones = { checked: 'open', taking: 'waiting', stopped: 'care', done: 'done', failed: 'broken', undoing: 'waiting', undone: 'resting' } as const satisfies Record<ImportRun['state'], Tone>

export function ImportState({ state }: { state: ImportRun['state'] }) {
  const w = useWords()
  return <StateBadge tone={tones[state]}>{w(`imports.run-state.${state}`)}</StateBadge>
}

/** Work on it is under way in the background. */
export const isBusy = ({ state }: Pick<ImportRun, 'state'>): boolean => state === 'taking' || state === 'undoing'
