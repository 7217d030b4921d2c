import { addressOf } from '@guildhall/contract/http'
import { type ConceptPage, concepts } from '@guildhall/contract/taxonomy'
import { Button } from '@mantine/core'
import { copyText } from '../../../ui/copy-rows.ts'
import { useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import classes from './concept-view.module.css'

const isAddress = (code: string) => /^https?:\/\//.test(code)

/** What can be taken along from a concept: its code, its address, its branch as a table, a sheet of paper. */
export function ConceptActions({ concept, onShowInTree }: { concept: ConceptPage; onShowInTree: (() => void) | undefined }) {
  const w = useWords()
  const notice = useNotice()
  const copy = async (text: string) => notice({ text: (await copyText(text)) ? w('concepts.copied', { text }) : w('web.rows-not-copied') })
  const act = { size: 'compact-sm', variant: 'subtle' } as const
  return (
    <fieldset className={`${classes['actions']} no-print`} aria-label={w('concepts.actions')}>
      {onShowInTree ? <Button {...act} onClick={onShowInTree}>{w('concepts.in-tree')}</Button> : null}
      {concept.notation ? <Button {...act} onClick={() => void copy(concept.notation ?? '')}>{w('concepts.copy-code')}</Button> : null}
      {isAddress(concept.code) ? (
        <>
          <Button {...act} onClick={() => void copy(concept.code)}>{w('concepts.copy-uri')}</Button>
          <Button {...act} component="a" href={concept.code} target="_blank" rel="noreferrer">{w('concepts.open-source')}</Button>
        </>
      ) : null}
      {concept.children.count > 0 ? <Button {...act} component="a" href={addressOf(concepts.branch, { params: { id: concept.id } })} download>{w('concepts.export-branch')}</Button> : null}
      <Button {...act} onClick={() => window.print()}>{w('concepts.print')}</Button>
    </fieldset>
  )
}
