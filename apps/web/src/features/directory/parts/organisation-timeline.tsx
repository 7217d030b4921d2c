import { useLanguage, useWords } from '../../../ui/language.tsx'
import { ThingTimeline } from '../../../ui/thing-timeline.tsx'
import { useOrganisationLabels } from './use-organisation-labels.ts'

/** What happened to an organisation: added, changed (which entries), vetted, suspended. */
export function OrganisationTimeline({ id }: { id: string }) {
  const w = useWords()
  const { language } = useLanguage()
  const labels = useOrganisationLabels()
  return (
    <ThingTimeline
      kind="organisation"
      id={id}
      book="directory.did"
      detail={(action) => {
        if (action.action !== 'changed') return null
        const entries = Object.keys(action.body).map((name) => labels[name] ?? (name === 'name' ? w('directory.name') : name))
        return new Intl.ListFormat(language, { type: 'conjunction' }).format(entries)
      }}
    />
  )
}
