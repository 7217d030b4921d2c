import { type ConceptRow, concepts, taxonomies } from '@guildhall/contract/taxonomy'
import { Button, Skeleton } from '@mantine/core'
import { Link, useParams, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useRemember } from '../../../ui/recent.ts'
import { PageHead } from '../../../ui/thing-page.tsx'
import { type UrlState, writeUrlState } from '../../../ui/url-state.ts'
import { useDelayed } from '../../../ui/use-delayed.ts'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { ConceptLink } from '../parts/concept-link.tsx'
import { ConceptFinder } from '../parts/concept-finder.tsx'
import { conceptKinds } from '../parts/concept-kinds.ts'
import { ConceptView } from '../parts/concept-view.tsx'
import type { Wanted } from '../parts/found-list.tsx'
import { SplitPanes } from '../parts/split-panes.tsx'
import classes from '../parts/taxonomy.module.css'

/** The catalogues to search and to walk through, and one of their concepts beside them; on a narrow page the concept has the page. Both addresses, with and without a concept, are this page: the tree stays as it is. */
export function ConceptsPage() {
  const w = useWords()
  const read = useText()
  const router = useRouter()
  const { id } = useParams({ strict: false }) as { id?: string } // safe: the only parameter of the two addresses
  const { state, go } = useUrlState()
  const wanted = toWanted(state)
  const shelf = useAsk(taxonomies.list, {})
  const asked = useAsk(concepts.one, { params: { id: id ?? '' } }, { enabled: id !== undefined })
  const concept = id === undefined || asked.data?.id !== id ? undefined : asked.data
  const name = concept ? (read(concept.label)?.text ?? concept.code) : ''
  const isLate = useDelayed(id !== undefined && asked.isPending)
  const title = w('concepts.title')
  usePageTitle(name, title)
  useRemember(concept ? { kind: 'competence', number: concept.notation, title: name, url: `/concepts/${concept.id}` } : undefined)

  const search = writeUrlState(state)
  const urlOf = useCallback((one: string) => `/concepts/${one}${search}`, [search])
  const goTo = (href: string) => void router.navigate({ href, resetScroll: false })
  const want = (change: Partial<Wanted>) => go(Object.fromEntries(Object.entries({ ...wanted, ...change }).filter(([, value]) => value)) as UrlState, { replace: 'q' in change }) // safe: absent values were left out
  const shelves = shelf.data?.items ?? []
  const isSearch = Boolean(wanted.q ?? wanted.kind)
  const shelfLink = (
    <Button variant="default" renderRoot={(rest) => <Link to="/taxonomies" {...rest} />}>
      {w('taxonomies.title')}
    </Button>
  )
  const body = () => {
    if (id === undefined) return <EmptyState title={w('concepts.choose')}>{w('concepts.choose-how')}</EmptyState>
    if (asked.isError && !concept) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
    if (!concept) return isLate ? <Skeleton height={320} aria-label={w('web.loading')} /> : null
    return <ConceptView key={concept.id} concept={concept} shelf={shelves.find((one) => one.id === concept.taxonomy.id)} urlOf={urlOf} onShowInTree={isSearch ? () => goTo(`/concepts/${concept.id}`) : undefined} />
  }
  return (
    <>
      <PageHead title={title} actions={shelfLink} />
      {shelf.isError && !shelf.data ? <ErrorState problem={toProblem(shelf.error)} onRetry={() => void shelf.refetch()} /> : null}
      {shelf.data && shelves.length === 0 ? <EmptyState title={w('concepts.none-yet')} action={shelfLink}>{w('concepts.none-yet-how')}</EmptyState> : null}
      {shelves.length > 0 ? (
        <SplitPanes
          name="concepts"
          shows={id === undefined ? 'left' : 'right'}
          left={<ConceptFinder wanted={wanted} shelves={shelves} concept={concept} openId={id} urlOf={urlOf} onWant={want} onChoose={(one) => goTo(urlOf(one))} />}
          of={id}
          right={
            <>
              {id === undefined ? null : <p className={`${classes['back']} no-print`}><ConceptLink url={`/concepts${search}`}>{w('concepts.back')}</ConceptLink></p>}
              {body()}
            </>
          }
        />
      ) : null}
    </>
  )
}

const toWanted = (state: UrlState): Wanted => ({
  q: state['q'],
  taxonomyId: state['taxonomyId'],
  kind: conceptKinds.find((one): one is ConceptRow['kind'] => one === state['kind']),
  retired: state['retired'] === 'with' ? 'with' : undefined,
})
