import { type TaxonomyRow, taxonomies } from '@guildhall/contract/taxonomy'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { problemText, toProblem } from '../../../api/problem-text.ts'
import { useAct } from '../../../api/use-act.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { useLanguage, useText, useWords } from '../../../ui/language.tsx'

/** Puts a version of a catalogue away, after asking once, or takes it back. */
export function RetireTaxonomy({ taxonomy }: { taxonomy: TaxonomyRow }) {
  const w = useWords()
  const read = useText()
  const { language } = useLanguage()
  const [isAsking, setAsking] = useState(false)
  const refresh = ['/api/v1/concepts']
  const retire = useAct(taxonomies.retire, { refresh, onDone: () => setAsking(false) })
  const restore = useAct(taxonomies.restore, { refresh })
  const name = [read(taxonomy.name)?.text ?? taxonomy.code, taxonomy.version].filter(Boolean).join(' ')
  const ask = { params: { id: taxonomy.id }, body: {} }
  const failed = restore.error ?? retire.error
  return (
    <>
      {taxonomy.state === 'retired' ? (
        <Button size="compact-sm" variant="subtle" loading={restore.isPending} onClick={() => restore.mutate(ask)}>
          {w('taxonomies.restore')}
        </Button>
      ) : (
        <Button size="compact-sm" variant="subtle" aria-label={`${w('taxonomies.retire')}: ${name}`} onClick={() => setAsking(true)}>
          {w('taxonomies.retire')}
        </Button>
      )}
      {failed ? <span role="alert">{problemText(toProblem(failed), language)}</span> : null}
      <ConfirmAct
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={w('taxonomies.retire-sure', { name })}
        effect={w('taxonomies.retire-effect')}
        verb={w('taxonomies.retire')}
        isPending={retire.isPending}
        onConfirm={() => retire.mutate(ask)}
      />
    </>
  )
}
