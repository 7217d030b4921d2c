import { type ConceptRow, concepts, type TaxonomyRow } from '@guildhall/contract/taxonomy'
import { Button, Skeleton } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useDelayed } from '../../../ui/use-delayed.ts'
import { ConceptLink } from './concept-link.tsx'
import classes from './found-list.module.css'
import { Marked } from './marked.tsx'

const [first, most] = [50, 200] as const

export type Wanted = Readonly<{ q?: string | undefined; taxonomyId?: string | undefined; kind?: ConceptRow['kind'] | undefined; retired?: 'with' | undefined }>

/** What a search found, the best first, each with the place where the words stand. Up and down go through it. */
export function FoundList(props: { wanted: Wanted; shelves: readonly TaxonomyRow[]; openId: string | undefined; urlOf: (id: string) => string; listRef: RefObject<HTMLOListElement | null>; onReset: () => void }) {
  const w = useWords()
  const [limit, setLimit] = useState<number>(first)
  const asKey = JSON.stringify(props.wanted)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins with few again
  useEffect(() => setLimit(first), [asKey])
  const asked = useAsk(concepts.list, { query: { ...props.wanted, limit } }, { keepPrevious: true })
  const isLate = useDelayed(asked.isPending)
  const page = asked.data
  if (asked.isError && !page) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  if (!page) return isLate ? <Skeleton height={240} aria-label={w('web.loading')} /> : null
  const count = page.more ? w('concepts.found-more', { n: page.count }) : w('concepts.found-n', { n: page.count })
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const links = [...(props.listRef.current?.querySelectorAll<HTMLElement>('a') ?? [])]
    const next = links[links.indexOf(document.activeElement as HTMLElement) + step] // safe: an element that is none of them has the place -1, as have none
    if (!step || !next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <section aria-label={w('concepts.results')} data-stale={asked.isPlaceholderData || undefined} className={classes['found']}>
      <p role="status" className={classes['count']}>{count}</p>
      {page.count === 0 ? <div className={classes['none']}><EmptyState title={w('web.nothing-matches')} isPart action={<Button variant="default" onClick={props.onReset}>{w('web.reset')}</Button>} /></div> : null}
      <ol ref={props.listRef} className={classes['list']} onKeyDown={onKey}>
        {page.items.map((row) => <Found key={row.id} row={row} shelf={props.shelves.find((one) => one.id === row.taxonomy.id)} isOpen={row.id === props.openId} url={props.urlOf(row.id)} />)}
      </ol>
      {page.next !== null && limit < most ? <Button variant="subtle" onClick={() => setLimit(most)}>{w('concepts.show-more')}</Button> : null}
      {page.next !== null && limit >= most ? <p className={classes['note']}>{w('concepts.narrow', { n: most })}</p> : null}
    </section>
  )
}

function Found({ row, shelf, isOpen, url }: { row: ConceptRow; shelf: TaxonomyRow | undefined; isOpen: boolean; url: string }) {
  const w = useWords()
  const text = useText()
  const read = text(row.label)
  const of = [shelf ? text(shelf.name)?.text : row.taxonomy.code, row.taxonomy.version].filter(Boolean).join(' ')
  const { found } = row
  // Where the words stand in the name that is shown, marking them there is enough.
  const isInName = found?.place === 'label' && found.language === read?.language
  const elsewhere = found && !isInName && found.place !== 'code' ? { ...found, place: found.place } : undefined
  return (
    <li>
      <ConceptLink url={url} className={classes['hit']} aria-current={isOpen ? 'true' : undefined}>
        <span className={classes['name']}>
          {isInName ? <span lang={found.language ?? undefined}><Marked text={found.text} spans={found.spans} /></span> : <ContentText text={row.label} tag={false} />}
        </span>
        <span className={classes['note']}>
          {[row.notation, w(`concepts.kind.${row.kind}`), of, row.retiredAt ? w('taxonomies.state.retired') : ''].filter(Boolean).join(' · ')}
        </span>
        {elsewhere ? (
          <span className={classes['where']}>
            <span className={classes['note']}>{w(`concepts.found-in.${elsewhere.place}`)}: </span>
            <span lang={elsewhere.language ?? undefined}><Marked text={elsewhere.text} spans={elsewhere.spans} /></span>
          </span>
        ) : null}
      </ConceptLink>
    </li>
  )
}
