import { type Workbench, workbench } from '@guildhall/contract/needs'
import type { Reason } from '@guildhall/kernel'
import { Button, Kbd, Skeleton } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Findings } from '../../../ui/findings.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useCodeWords, useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { Spans } from '../../../ui/spans-text.tsx'
import type { Span } from '../../../ui/spans.ts'
import { PageHead } from '../../../ui/thing-page.tsx'
import { To } from '../../../ui/to.tsx'
import { useKeys } from '../../../ui/use-keys.ts'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { When } from '../../../ui/when.tsx'
import { Reasons } from '../../../ui/reasons.tsx'
import { RememberedPart } from '../parts/remembered-part.tsx'
import { SecondOpinionPart } from '../parts/second-opinion-part.tsx'
import { MajorOfNeed } from '../parts/major-of-need.tsx'
import { DraftCard } from '../parts/draft-card.tsx'
import { useSourceLine } from '../parts/need-words.tsx'
import classes from '../parts/needs.module.css'
import { NeedStatus } from '../parts/need-status.tsx'
import { PostPart } from '../parts/post-part.tsx'
import postClasses from '../parts/post-part.module.css'
import { OutcomeEditor } from '../parts/outcome-editor.tsx'
import { type Draft, emptyValues, toFields, toOutcomeValues } from '../parts/outcome-values.ts'

type Range = { start: number; end: number }
const overlaps = (a: Range, b: Range) => a.start < b.end && b.start < a.end

/** The translation workbench: the enterprise's words at the left, never edited; proposed outcomes at the right; one key for each decision. */
export function WorkbenchPage() {
  const w = useWords()
  const { id } = useParams({ from: '/signed-in/needs/$id/workbench' })
  const asked = useAsk(workbench.open, { params: { id }, query: {} })
  const crumbs = [{ label: w('needs.title'), url: '/needs' }]
  usePageTitle(w('needs.workbench'), asked.data?.need.number ?? '')
  if (asked.isError && !asked.data) return <><PageHead crumbs={crumbs} title={w('needs.workbench')} /><ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} /></>
  if (!asked.data) return <Skeleton height={480} aria-label={w('web.loading')} />
  return <Bench key={id} id={id} bench={asked.data} />
}

function Bench({ id, bench }: { id: string; bench: Workbench }) {
  const w = useWords()
  const code = useCodeWords()
  const read = useText()
  const notice = useNotice()
  const navigate = useNavigate()
  const sourceLine = useSourceLine()
  const { need, translation } = bench
  const language = translation.language
  const [active, setActive] = useState(0)
  const [editing, setEditing] = useState<{ draft: number | null; spans: Range[] } | undefined>()
  const selected = useSelectedWords(need.text)
  const refresh = ['/api/v1/needs', '/api/v1/outcomes', '/api/v1/inbox'] as const
  const read_ = useAct(workbench.read, { refresh: ['/api/v1/inbox'] })
  const marked = useRef(false)
  useEffect(() => {
    if (marked.current || need.status !== 'unread' || !need.allowed.includes('translate')) return
    marked.current = true
    read_.mutate({ params: { id } })
  }, [need, id, read_.mutate])
  const undo = useAct(workbench.undo, { refresh })
  const undoLast = (after: Workbench) => {
    const last = after.decisions.at(-1)
    return last ? () => undo.mutate({ params: { id, decisionId: last.id } }) : () => {}
  }
  const accept = useAct(workbench.accept, { refresh, onDone: (after) => { setEditing(undefined); notice({ text: w('needs.accepted-now', { number: after.decisions.at(-1)?.outcome?.number ?? '' }), undo: undoLast(after) }) } })
  const reject = useAct(workbench.reject, { refresh, onDone: (after) => notice({ text: w('needs.rejected-now'), undo: undoLast(after) }) })
  const ask = useAct(workbench.ask, { refresh, onDone: () => notice({ text: w('needs.asked-now') }) })

  const drafts = useMemo(() => translation.statements.flatMap((one) => one.outcomes), [translation])
  const isDecided = (draft: Draft) => bench.decisions.some((one) => one.spans.some((span) => span.start === draft.span.start && span.end === draft.span.end))
  const open = drafts.map((draft, index) => ({ draft, index })).filter((one) => !isDecided(one.draft))
  // A full stop that nobody used is no word that somebody said.
  const unused = translation.unused.filter((span) => /[\p{L}\p{N}]/u.test(need.text.slice(span.start, span.end)))
  const asides = translation.statements.filter((one) => one.kind !== 'task' && one.outcomes.length === 0)
  const spans: Span[] = [
    ...drafts.map((draft, index) => ({ id: `draft-${index}`, number: index + 1, from: draft.span.start, to: draft.span.end, used: true })),
    ...bench.decisions.filter((one) => one.outcome).flatMap((one, n) => one.spans.filter((span) => !drafts.some((draft) => overlaps(draft.span, span))).map((span) => ({ id: `decision-${one.id}`, number: drafts.length + n + 1, from: span.start, to: span.end, used: true }))),
    ...unused.map((span, n) => ({ id: `unused-${n}`, number: drafts.length + n + 1, from: span.start, to: span.end, used: false })),
  ]
  const current = open.find((one) => one.index === active) ?? open[0]
  // An outcome without an object says nothing: whoever takes the proposal is asked for it.
  const acceptDraft = (index: number) => {
    const { span, object } = drafts[index]!
    if (object.value[language]) accept.mutate({ params: { id }, body: { spans: [span], draft: index } })
    else setEditing({ draft: index, spans: [span] })
  }
  const writeByHand = () => setEditing({ draft: null, spans: [selected ?? unused[0] ?? { start: 0, end: need.text.length }] })
  const go = (to: string | null) => to && void navigate({ to: '/needs/$id/workbench', params: { id: to } })
  useKeys({
    a: () => current && !accept.isPending && acceptDraft(current.index),
    e: (event) => { event.preventDefault(); if (current) setEditing({ draft: current.index, spans: [current.draft.span] }) },
    n: (event) => { event.preventDefault(); writeByHand() },
    r: () => document.getElementById(`draft-${current?.index}`)?.querySelector<HTMLButtonElement>('[aria-haspopup]')?.click(),
    z: () => undoLast(bench)(),
    j: () => go(bench.next),
    k: () => go(bench.previous),
  }, !editing)
  const mayWork = need.allowed.includes('translate')
  const problem = [accept, reject, undo, ask].find((one) => one.error)?.error?.problem
  return (
    <>
      <PageHead
        crumbs={[{ label: w('needs.title'), url: '/needs' }, { label: need.number, url: `/needs/${id}` }]}
        title={w('needs.workbench')}
        number={need.number}
        state={<NeedStatus status={need.status} />}
        actions={
          <div className={classes['stepper']}>
            <Button variant="default" disabled={!bench.previous} onClick={() => go(bench.previous)}>{w('needs.previous')}</Button>
            <span>{w('needs.position', { at: bench.position, of: bench.waiting })}</span>
            <Button variant="default" disabled={!bench.next} onClick={() => go(bench.next)}>{w('needs.next')}</Button>
          </div>
        }
      />
      <Panel>
        <div className={classes['bench']}>
          <section className={classes['words']}>
            <h2>{w('needs.said')}</h2>
            <div id="words">
              <Spans text={need.text} lang={language} spans={spans} active={`draft-${active}`} onActive={(span) => { const index = Number(span?.match(/^draft-(\d+)$/)?.[1] ?? Number.NaN); if (Number.isInteger(index)) setActive(index) }} targetOf={(span) => span.id} />
            </div>
            <p className={classes['hint']}>{sourceLine(need)}</p>
            {mayWork ? <MajorOfNeed need={need} /> : null}
            {mayWork && need.opened ? <SecondOpinionPart needId={id} translation={translation} /> : null}
            <Findings findings={bench.findings} text={need.text} language={language} />
            {translation.reasons?.length ? <Reasons reasons={translation.reasons as readonly Reason[]} /> : null}
            {asides.length > 0 ? (
              <>
                <p className={classes['hint']}>{w('needs.asides')}</p>
                <ul className={classes['asides']}>{asides.map((one) => <li key={one.start}><q lang={language}>{need.text.slice(one.start, one.end)}</q> <small>{code(`statement.${one.kind}`)}{one.links[0] ? ` · ${one.links[0].label}` : ''}</small></li>)}</ul>
              </>
            ) : null}
            {unused.length > 0 ? (
              <>
                <p className={classes['hint']}>{w('needs.unused')}</p>
                <ul className={classes['unused']}>{unused.map((span) => <li key={span.start}><button type="button" lang={language} onClick={() => setEditing({ draft: null, spans: [span] })}>{need.text.slice(span.start, span.end)}</button></li>)}</ul>
              </>
            ) : null}
            {need.post ? <div className={postClasses['workbench']}><h2>{w('titles.occupations')}</h2><PostPart need={need} /></div> : null}
            <p className={`${classes['hint']} no-print`}><Kbd>a</Kbd> {w('needs.accept')} · <Kbd>e</Kbd> {w('needs.edit')} · <Kbd>r</Kbd> {w('needs.reject')} · <Kbd>n</Kbd> {w('needs.by-hand')} · <Kbd>z</Kbd> {w('web.undo')} · <Kbd>j</Kbd> <Kbd>k</Kbd></p>
          </section>
          <section className={classes['proposal']}>
            <h2>{w('needs.proposed', { n: open.length })}</h2>
            <FormProblem problem={problem} wrong={[]} />
            {mayWork && !editing ? <RememberedPart items={bench.remembered} isPending={accept.isPending} onUse={(one) => accept.mutate({ params: { id }, body: { spans: [one.span], draft: null, outcomeId: one.id } })} /> : null}
            {editing ? (
              <OutcomeEditor
                key={`${editing.draft}-${editing.spans[0]?.start}`}
                initial={editing.draft === null ? emptyValues : toOutcomeValues(drafts[editing.draft]!, language)}
                verb={w(editing.draft === null ? 'needs.save-by-hand' : 'needs.save-edited')}
                isPending={accept.isPending}
                onCancel={() => setEditing(undefined)}
                onSave={(values) => accept.mutate({ params: { id }, body: { spans: editing.spans, draft: editing.draft, edited: editing.draft !== null, outcome: toFields(values, language, editing.draft === null ? undefined : drafts[editing.draft]) } })}
              />
            ) : (
              <>
                {open.map(({ draft, index }) => (
                  <DraftCard
                    key={index}
                    draft={draft}
                    index={index}
                    isActive={active === index}
                    like={bench.like.filter((one) => one.draft === index)}
                    tied={bench.tied.find((one) => one.from === draft.links[0]?.concept)}
                    isPending={accept.isPending && active === index}
                    onActive={() => setActive(index)}
                    onAccept={() => acceptDraft(index)}
                    onEdit={() => setEditing({ draft: index, spans: [draft.span] })}
                    onReject={(reason) => reject.mutate({ params: { id }, body: { spans: [draft.span], draft: index, reason } })}
                    onMerge={(outcomeId) => accept.mutate({ params: { id }, body: { spans: [draft.span], draft: index, outcomeId } })}
                  />
                ))}
                {drafts.length === 0 ? <p>{w('needs.nothing-proposed')}</p> : open.length === 0 ? <p>{w('needs.all-decided')}</p> : null}
                {mayWork ? <div className={classes['acts']}><Button variant={open.length ? 'default' : 'filled'} onClick={writeByHand}>{selected ? w('needs.by-hand-of', { words: need.text.slice(selected.start, selected.end).slice(0, 24) }) : w('needs.by-hand')}</Button></div> : null}
              </>
            )}
          </section>
        </div>
        {bench.decisions.length > 0 ? (
          <PanelPart title={w('needs.decided')} aside={need.allowed.includes('ask') && need.outcomeList.length > 0 ? <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate({ params: { id } })}>{w('needs.ask')}</Button> : undefined}>
            <ol className={classes['history']}>
              {bench.decisions.map((one) => (
                <li key={one.id} id={`decision-${one.id}`} tabIndex={-1}>
                  <span>{w(`needs.verdict.${one.verdict}`)}</span>
                  {one.outcome ? <span><To url={`/outcomes/${one.outcome.id}`}>{one.outcome.number}</To> <ContentText text={one.outcome.text} /></span> : <span>{code(`needs.reject.${one.reason}`) === `needs.reject.${one.reason}` ? one.reason : code(`needs.reject.${one.reason}`)}</span>}
                  <span className={classes['from']}>{one.person} · <When at={one.at} /></span>
                  {mayWork ? <Button size="compact-sm" variant="subtle" onClick={() => undo.mutate({ params: { id, decisionId: one.id } })}>{w('web.undo')}</Button> : null}
                </li>
              ))}
            </ol>
          </PanelPart>
        ) : null}
      </Panel>
      <p className={classes['hint']}>{w('needs.walls', { enterprise: read(need.enterprise.name)?.text ?? '' })} <Link to="/needs/$id/thread" params={{ id }}>{w('needs.open-thread')}</Link> · {w('needs.engine', { engine: bench.engine })}</p>
    </>
  )
}

/** The words that are selected in the enterprise's text, as a range of it; undefined where none are. */
function useSelectedWords(text: string): Range | undefined {
  const [range, setRange] = useState<Range>()
  useEffect(() => {
    const onChange = () => {
      const selection = document.getSelection()
      const words = document.getElementById('words')
      if (!selection || selection.isCollapsed || !words?.contains(selection.anchorNode)) return
      const chosen = selection.toString().trim()
      const at = chosen ? text.indexOf(chosen) : -1
      setRange(at >= 0 ? { start: at, end: at + chosen.length } : undefined)
    }
    document.addEventListener('selectionchange', onChange)
    return () => document.removeEventListener('selectionchange', onChange)
  }, [text])
  return range
}
