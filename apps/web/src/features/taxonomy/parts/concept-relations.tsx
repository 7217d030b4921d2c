import { type ConceptPage, concepts, type RelatedConcept } from '@guildhall/contract/taxonomy'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { toProblem } from '../../../api/problem-text.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import { ConceptLink } from './concept-link.tsx'
import classes from './concept-view.module.css'

const partSize = 100

type Relation = Readonly<{ kind: ConceptPage['relations'][number]['kind']; side: 'from' | 'to' }>
type Props = Relation & Readonly<{ id: string; title: string; count: number; items: readonly RelatedConcept[]; urlOf: (id: string) => string }>

/** One relation of a concept: how many, the first of them, and all on demand, a hundred at a time. */
export function ConceptRelation({ id, kind, side, title, count, items, urlOf }: Props) {
  const w = useWords()
  const formats = useFormats()
  const [isAll, setAll] = useState(false)
  const all = useInfiniteQuery({
    queryKey: [concepts.related.path, id, kind, side],
    queryFn: ({ pageParam, signal }) => call(concepts.related, { params: { id }, query: { kind, side, from: pageParam, limit: partSize } }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (pages.length * partSize < last.count ? pages.length * partSize : undefined),
    enabled: isAll,
  })
  const shown = isAll && all.data ? all.data.pages.flatMap((page) => page.items) : items
  const isWhole = shown.length >= count
  return (
    <section className={classes['relation']}>
      <h3 className={classes['head']}>
        {title} <span className={classes['note']}>{formats.number(count)}</span>
      </h3>
      <ul className={classes['neighbours']}>
        {shown.map((one) => (
          <li key={one.id}>
            <ConceptLink url={urlOf(one.id)}>
              <ContentText text={one.label} tag={false} />
            </ConceptLink>
            {one.notation ? <span className={classes['note']}> {one.notation}</span> : null}
          </li>
        ))}
      </ul>
      {all.isError ? <ErrorState problem={toProblem(all.error)} onRetry={() => void all.refetch()} /> : null}
      {isWhole ? null : (
        <Button size="compact-sm" variant="subtle" className="no-print" loading={all.isFetching} onClick={() => (isAll && all.hasNextPage ? void all.fetchNextPage() : setAll(true))}>
          {isAll ? w('concepts.load-more', { n: count - shown.length }) : w('concepts.show-all-n', { n: count })}
        </Button>
      )}
    </section>
  )
}
