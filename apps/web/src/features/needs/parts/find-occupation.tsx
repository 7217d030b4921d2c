import type { PostTaxonomy } from '@guildhall/contract/needs'
import { concepts } from '@guildhall/contract/taxonomy'
import { Button, Modal, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import classes from './post-part.module.css'

const shown = 20

/** Finds an occupation, or a group of them, of one catalogue by words or code, where no proposal fits. */
export function FindOccupation(props: { shelf: PostTaxonomy; post: string; isPending: boolean; onChoose: (conceptId: string) => void; onClose: () => void }) {
  const w = useWords()
  const read = useText()
  const [words, setWords] = useState('')
  const [settled] = useDebouncedValue(words.trim(), 200)
  const asked = { taxonomyId: props.shelf.id, q: settled, limit: shown }
  const occupations = useAsk(concepts.list, { query: { ...asked, kind: 'occupation' } }, { enabled: settled !== '', keepPrevious: true })
  const groups = useAsk(concepts.list, { query: { ...asked, kind: 'group', limit: 5 } }, { enabled: settled !== '', keepPrevious: true })
  const items = settled === '' ? [] : [...(occupations.data?.items ?? []), ...(groups.data?.items ?? [])]
  const isMore = settled !== '' && Boolean(occupations.data?.next ?? groups.data?.next)
  return (
    <Modal opened onClose={props.onClose} title={w('titles.find-other-of', { taxonomy: read(props.shelf.name)?.text ?? props.shelf.code })} closeButtonProps={{ 'aria-label': w('web.close') }} styles={{ title: { fontWeight: 600 } }}>
      <p className={classes['said']}><q>{props.post}</q></p>
      <TextInput data-autofocus label={w('titles.find-words')} description={w('titles.find-hint')} autoComplete="off" value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      <div role="status">
        {settled !== '' && occupations.data && groups.data && items.length === 0 ? <p className={classes['note']}>{w('titles.found-nothing')}</p> : null}
        {isMore ? <p className={classes['note']}>{w('titles.more-than-shown', { n: items.length })}</p> : null}
      </div>
      <ul className={classes['proposals']}>
        {items.map((one) => (
          <li key={one.id}>
            <span className={classes['words']}><ContentText text={one.label} /> <small>{[one.notation, w(`concepts.kind.${one.kind}`)].filter(Boolean).join(' · ')}</small></span>
            <Button size="compact-sm" variant="default" disabled={props.isPending} aria-label={w('titles.accept', { label: read(one.label)?.text ?? one.code })} onClick={() => props.onChoose(one.id)}>{w('titles.accept-short')}</Button>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
