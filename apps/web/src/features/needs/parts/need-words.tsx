import type { Need } from '@guildhall/contract/needs'
import { useFormats } from '../../../ui/formats.ts'
import { useText, useWords } from '../../../ui/language.tsx'

/** The line that says where the words come from: who, how, when, how far they can be trusted. */
export function useSourceLine(): (need: Pick<Need, 'enterprise' | 'source' | 'saidOn' | 'trust' | 'post'>) => string {
  const w = useWords()
  const read = useText()
  const formats = useFormats()
  return (need) =>
    [
      read(need.enterprise.name)?.text,
      need.post,
      w(`needs.source.${need.source}`),
      formats.day(need.saidOn),
      w(`needs.trust.${need.trust}`),
    ]
      .filter(Boolean)
      .join(' · ')
}
