import { bridge, tieConfidences, tieStates } from '@guildhall/contract/taxonomy'
import { Button, Group, Skeleton } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { download } from '../../../api/download.ts'
import { toProblem } from '../../../api/problem-text.ts'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { Filter } from '../../../ui/list-types.ts'
import { useNotice } from '../../../ui/notices.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { QueryBar } from '../../../ui/query-bar.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { changeListState, toListState } from '../../../ui/url-state.ts'
import { useKeys } from '../../../ui/use-keys.ts'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { BridgeCounts } from '../parts/bridge-counts.tsx'
import { BridgeTie, type Judgement } from '../parts/bridge-tie.tsx'
import { useTaxonomyNames } from '../parts/bridge-names.ts'
import classes from '../parts/bridge.module.css'

const pageSize = 100

/** Ties between catalogues, one after the other: judged with one key each. What is judged leaves a queue of possible ones, so that the next stands in its place. */
export function BridgePage() {
  const w = useWords()
  const notice = useNotice()
  const nameOf = useTaxonomyNames()
  usePageTitle(w('bridge.title'), w('taxonomies.title'))
  const searchRef = useRef<HTMLInputElement>(null)
  const { state, go } = useUrlState()
  const list = useMemo(() => toListState(state), [state])
  const { pair, state: which, confidence } = list.filters
  const narrowed = { ...(list.q ? { q: list.q } : {}), ...(pair ? { pair } : {}), ...(which ? { state: which as 'possible' } : {}), ...(confidence ? { confidence: confidence as 'high' } : {}) } // the server checks them
  const asked = useAsk(bridge.list, { query: { ...narrowed, limit: pageSize, ...(list.after ? { after: list.after } : {}) } }, { keepPrevious: true })
  const counts = useAsk(bridge.counts, {})
  const [place, setPlace] = useState(0)
  const last = useRef<string>(undefined)
  const items = asked.data?.items ?? []
  const at = Math.min(place, Math.max(0, items.length - 1))
  const tie = items[at]
  const undo = useAct(bridge.undo, { onDone: () => notice({ text: w('bridge.undone-now') }) })
  const judge = useAct(bridge.judge, {
    onDone: (after, ask) => {
      last.current = after.id
      if (which !== 'possible' || after.state === 'possible') setPlace(at + 1)
      notice({ text: w('bridge.judged-now', { verdict: w(`bridge.verdict.${ask.body!.verdict}`) }), undo: () => undo.mutate({ params: { id: after.id }, body: {} }) })
    },
  })
  const mayJudge = tie?.allowed.includes('judge') ?? false
  const say = (given: Judgement) => tie && mayJudge && !judge.isPending && judge.mutate({ params: { id: tie.id }, body: given })
  const step = (by: -1 | 1) => setPlace(Math.max(0, Math.min(items.length - 1, at + by)))
  const change = (next: Readonly<Record<string, string | undefined>>) => {
    setPlace(0)
    go(changeListState(state, next))
  }
  useKeys({
    '1': () => say({ verdict: 'right' }),
    '2': (event) => { event.preventDefault(); document.querySelector<HTMLButtonElement>('[data-other-kind]')?.click() },
    '3': () => say({ verdict: 'wrong' }),
    j: () => step(1),
    k: () => step(-1),
    z: () => last.current && undo.mutate({ params: { id: last.current }, body: {} }),
    '/': (event) => { event.preventDefault(); searchRef.current?.focus() },
  })
  const filters: readonly Filter[] = [
    { name: 'state', label: w('bridge.state'), choices: tieStates.map((value) => ({ value, label: w(`bridge.state.${value}`) })) },
    { name: 'pair', label: w('bridge.pair'), choices: (counts.data?.pairs ?? []).map((one) => ({ value: one.pair, label: one.pair.split(':').map(nameOf).join(' → ') })) },
    { name: 'confidence', label: w('bridge.confidence'), choices: tieConfidences.map((value) => ({ value, label: w(`bridge.confidence.${value}`) })) },
  ]
  const isNothing = counts.data?.pairs.length === 0
  const before = list.after ? w('bridge.position-more', { at: at + 1, of: items.length }) : w('bridge.position', { at: at + 1, of: asked.data?.count ?? 0 })
  return (
    <>
      <PageHead
        crumbs={[{ label: w('concepts.title'), url: '/concepts' }, { label: w('taxonomies.title'), url: '/taxonomies' }]}
        title={w('bridge.title')}
        actions={isNothing ? undefined : <Button variant="default" onClick={() => void download(bridge.file, { query: narrowed })}>{w('bridge.export')}</Button>}
      />
      <p className={classes['what']}>{w('bridge.what')}</p>
      {asked.isError && !asked.data ? <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} /> : null}
      {isNothing ? (
        <Panel><EmptyState title={w('bridge.none-yet')}>{w('bridge.none-yet-how')}</EmptyState></Panel>
      ) : (
        <>
          <BridgeCounts pairs={counts.data?.pairs ?? []} nameOf={nameOf} />
          <QueryBar list={list} filters={filters} wordsLabel={w('bridge.search')} searchRef={searchRef} onSearch={change} />
          <Panel>
            {asked.isPending ? <Skeleton height={320} aria-label={w('web.loading')} /> : null}
            {asked.data && !tie ? <p>{w('bridge.none')}</p> : null}
            {tie ? (
              <>
                <div className={classes['stepper']}>
                  <Button variant="default" disabled={at === 0} onClick={() => step(-1)}>{w('bridge.previous')}</Button>
                  <span role="status">{before}</span>
                  <Button variant="default" disabled={at >= items.length - 1} onClick={() => step(1)}>{w('bridge.next')}</Button>
                </div>
                <BridgeTie key={tie.id} tie={tie} nameOf={nameOf} mayJudge={mayJudge} isPending={judge.isPending} problem={judge.error?.problem ?? undo.error?.problem} onJudge={say} onUndo={() => undo.mutate({ params: { id: tie.id }, body: {} })} />
              </>
            ) : null}
            {asked.data && (asked.data.next || list.after) ? (
              <Group gap="sm" mt="md">
                {list.after ? <Button variant="subtle" onClick={() => change({ after: undefined })}>{w('bridge.first-page')}</Button> : null}
                {asked.data.next ? <Button variant="subtle" onClick={() => change({ after: asked.data?.next ?? undefined })}>{w('bridge.next-page')}</Button> : null}
              </Group>
            ) : null}
          </Panel>
        </>
      )}
    </>
  )
}
