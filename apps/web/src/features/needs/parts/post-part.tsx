import { type Need, type PostDecision, type PostProposal, type PostTaxonomy, posts } from '@guildhall/contract/needs'
import { Button, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { OccupationName, useReasonWords } from '../../../ui/occupation-name.tsx'
import { cutSpans } from '../../../ui/spans.ts'
import { To } from '../../../ui/to.tsx'
import { FindOccupation } from './find-occupation.tsx'
import classes from './post-part.module.css'

/** What the post of a need is among the imported occupations: at most three proposals a catalogue, and what a person decided. `onName` leads to naming the post. */
export function PostPart({ need, onName }: { need: Need; onName?: (() => void) | undefined }) {
  const w = useWords()
  const asked = useAsk(posts.ofNeed, { params: { id: need.id } }, { enabled: need.post !== null, every: (answer) => (answer?.taxonomies.some((one) => one.state === 'preparing') ? 5000 : false) })
  const mayDecide = need.allowed.includes('change')
  if (need.post === null)
    return (
      <p className={classes['note']}>
        {w('titles.no-post')} {mayDecide && onName ? <Button variant="subtle" size="compact-sm" onClick={onName}>{w('titles.name-post')}</Button> : null}
      </p>
    )
  if (asked.isError && !asked.data) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton height={64} aria-label={w('web.loading')} />
  const { taxonomies, decisions } = asked.data
  return (
    <>
      <p className={classes['said']}><q lang={need.language}>{need.post}</q></p>
      {taxonomies.length === 0 && decisions.length === 0 ? <p className={classes['note']}>{w('titles.no-taxonomy')} <To url="/taxonomies">{w('titles.to-import')}</To></p> : null}
      {taxonomies.map((shelf) => <ShelfPart key={shelf.code} need={need} shelf={shelf} decision={decisions.find((one) => one.taxonomy === shelf.code)} mayDecide={mayDecide} />)}
      {decisions.filter((one) => !taxonomies.some((shelf) => shelf.code === one.taxonomy)).map((one) => <Decided key={one.id} decision={one} />)}
    </>
  )
}

type ShelfProps = Readonly<{ need: Need; shelf: PostTaxonomy; decision: PostDecision | undefined; mayDecide: boolean }>

function ShelfPart({ need, shelf, decision, mayDecide }: ShelfProps) {
  const w = useWords()
  const read = useText()
  const notice = useNotice()
  const [isFinding, setFinding] = useState(false)
  const taxonomy = w(`titles.short-${shelf.code}`)
  const name = read(shelf.name)?.text ?? taxonomy
  const refresh = ['/api/v1/timeline', '/api/v1/visits'] as const
  const undo = useAct(posts.undo, { refresh, onDone: () => notice({ text: w('titles.undone-now') }) })
  const decide = useAct(posts.decide, {
    refresh,
    onDone: (after) => {
      setFinding(false)
      const made = after.decisions.find((one) => one.taxonomy === shelf.code)
      if (made) notice({ text: made.occupation ? w('titles.accepted-now', { label: read(made.occupation.label)?.text ?? '' }) : w('titles.none-now', { taxonomy }), undo: () => undo.mutate({ params: { id: need.id, decisionId: made.id } }) })
    },
  })
  const take = (conceptId: string) => decide.mutate({ params: { id: need.id }, body: { conceptId } })
  const problem = decide.error?.problem ?? undo.error?.problem
  return (
    <section className={classes['shelf']} aria-label={name}>
      <h3 className={classes['name']}>{name} <small>{shelf.version}</small></h3>
      <FormProblem problem={problem} wrong={[]} />
      {decision ? (
        <Decided decision={decision} onUndo={mayDecide ? () => undo.mutate({ params: { id: need.id, decisionId: decision.id } }) : undefined} />
      ) : shelf.state === 'preparing' ? (
        <p className={classes['note']} role="status">{w('titles.preparing')}</p>
      ) : (
        <>
          <ul className={classes['proposals']}>
            {shelf.proposals.map((one) => <Proposed key={one.id} proposal={one} post={need.post ?? ''} isPending={decide.isPending} onAccept={mayDecide ? () => take(one.id) : undefined} />)}
          </ul>
          {mayDecide ? (
            <div className={classes['acts']}>
              {shelf.proposals.length === 0 ? <span className={classes['note']}>{w(shelf.state === 'other-language' ? 'titles.other-language' : 'titles.nothing')}</span> : null}
              {shelf.proposals.length > 0 ? <Button variant="subtle" size="compact-sm" aria-label={w('titles.none-fits-of', { taxonomy })} onClick={() => decide.mutate({ params: { id: need.id }, body: { none: shelf.code } })}>{w('titles.none-fits')}</Button> : null}
              <Button variant="subtle" size="compact-sm" aria-label={w('titles.find-other-of', { taxonomy })} onClick={() => setFinding(true)}>{w('titles.find-other')}</Button>
            </div>
          ) : null}
        </>
      )}
      {isFinding ? <FindOccupation shelf={shelf} post={need.post ?? ''} isPending={decide.isPending} onChoose={take} onClose={() => setFinding(false)} /> : null}
    </section>
  )
}

function Proposed({ proposal, post, isPending, onAccept }: { proposal: PostProposal; post: string; isPending: boolean; onAccept: (() => void) | undefined }) {
  const w = useWords()
  const read = useText()
  const why = useReasonWords()
  return (
    <li>
      <span className={classes['words']}>
        <OccupationName occupation={proposal} short /> <b className={classes['grade']} data-grade={proposal.grade}>{w(`titles.grade.${proposal.grade}`)}</b>
        <small><Marked text={post} spans={proposal.spans} /> {[...proposal.reasons.filter((one) => one.code !== 'title-words-not-read').map(why), ...groupLine(proposal)].join(' · ')}</small>
      </span>
      {onAccept ? <Button size="compact-sm" variant="default" disabled={isPending} aria-label={w('titles.accept', { label: read(proposal.label)?.text ?? proposal.code })} onClick={onAccept}>{w('titles.accept-short')}</Button> : null}
    </li>
  )
  function groupLine({ group, taxonomy }: PostProposal): string[] {
    return group ? [w(taxonomy === 'esco' ? 'titles.group-isco' : 'titles.group', { code: group.notation ?? '', label: read(group.label)?.text ?? '' })] : []
  }
}

/** The title with the words marked that led to a proposal; what is not marked was not counted. */
function Marked({ text, spans }: { text: string; spans: PostProposal['spans'] }) {
  if (spans.length === 0) return null
  const pieces = cutSpans(text, spans.map(({ start, end }, i) => ({ id: String(i), number: i, from: start, to: end, used: true })))
  return <q className={classes['marked']}>{pieces.map((piece) => (piece.spans.length > 0 ? <mark key={piece.from}>{piece.text}</mark> : piece.text))}</q>
}

function Decided({ decision, onUndo }: { decision: PostDecision; onUndo?: (() => void) | undefined }) {
  const w = useWords()
  const read = useText()
  const formats = useFormats()
  const { occupation, grade, matched } = decision
  const how = occupation ? [grade && matched ? w('titles.by-proposal', { grade: w(`titles.grade.${grade}`), matched }) : w('titles.by-search')] : []
  const group = occupation?.group ? [w(decision.taxonomy === 'esco' ? 'titles.group-isco' : 'titles.group', { code: occupation.group.notation ?? '', label: read(occupation.group.label)?.text ?? '' })] : []
  const by = w('titles.by', { person: decision.person ?? read(decision.organisation ?? {})?.text ?? '', at: formats.day(decision.at) })
  return (
    <div className={classes['decided']}>
      <span className={classes['words']}>
        {occupation ? <OccupationName occupation={occupation} short /> : w('titles.no-occupation')}
        <small>{[by, ...how, ...group].join(' · ')}</small>
      </span>
      {onUndo ? <Button size="compact-sm" variant="subtle" onClick={onUndo}>{w('web.undo')}</Button> : null}
    </div>
  )
}
