import type { GapRow } from '@guildhall/contract/programmes'
import { Button, Checkbox, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { ContentText } from '../../../ui/content-text.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import classes from './programmes.module.css'
import { GapState, ProposalState } from './states.tsx'

const isUnderWay = (row: GapRow) => row.proposals.some((one) => !['refused', 'withdrawn'].includes(one.status))

/** Outcome by outcome: how many enterprises ask, where it is taught, what is proposed. Several gaps are chosen for one unit. */
export function GapTable({ rows, onPropose }: { rows: readonly GapRow[]; onPropose: (outcomeIds: readonly string[]) => void }) {
  const w = useWords()
  const formats = useFormats()
  const [marked, setMarked] = useState<readonly string[]>([])
  // A filter may have hidden what was marked: only what is in sight goes along.
  const chosen = rows.filter((row) => marked.includes(row.outcome.id)).map((row) => row.outcome.id)
  const mark = (id: string) => setMarked((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]))
  return (
    <>
    {chosen.length > 0 ? (
      <div className={`${classes['chosen']} no-print`} role="status">
        <span>{w('programmes.chosen', { n: chosen.length })}</span>
        <Button size="compact-sm" onClick={() => onPropose(chosen)}>{w('programmes.propose-one-unit')}</Button>
        <Button size="compact-sm" variant="subtle" onClick={() => setMarked([])}>{w('programmes.choose-none')}</Button>
      </div>
    ) : null}
    <table className={classes['table']}>
      <caption><VisuallyHidden>{w('programmes.gap-title')}</VisuallyHidden></caption>
      <thead>
        <tr><th scope="col" className="no-print"><VisuallyHidden>{w('programmes.choose')}</VisuallyHidden></th><th scope="col">{w('programmes.outcome')}</th><th scope="col" data-number>{w('programmes.enterprises')}</th><th scope="col">{w('programmes.last-asked')}</th><th scope="col">{w('programmes.taught-where')}</th><th scope="col">{w('programmes.state')}</th><th scope="col"><VisuallyHidden>{w('web.next-step')}</VisuallyHidden></th></tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.outcome.id}>
            <td className="no-print" data-check>{row.state === 'gap' && !isUnderWay(row) ? <Checkbox aria-label={w('programmes.choose-row', { number: row.outcome.number })} checked={marked.includes(row.outcome.id)} onChange={() => mark(row.outcome.id)} /> : null}</td>
            <th scope="row" style={{ fontWeight: 400 }}><To url={`/outcomes/${row.outcome.id}`}>{row.outcome.number}</To> <ContentText text={row.outcome.text} /></th>
            <td data-number data-label={w('programmes.enterprises')}><To url={`/outcomes/${row.outcome.id}`} title={w('programmes.in-needs', { n: row.asked.needs })}>{row.asked.enterprises}</To></td>
            <td data-label={w('programmes.last-asked')}>{row.asked.last ? formats.day(row.asked.last) : '–'}</td>
            <td data-label={row.places.length ? undefined : w('programmes.taught-where')}>{row.places.length ? row.places.map((place) => <div key={place.unitId}>{place.unit} <span className={classes['meta']}><ContentText text={place.course} tag={false} /> · {w(`programmes.depth.${place.depth}`)} · {place.recordedHours > 0 ? w('programmes.recorded-hours', { n: place.recordedHours }) : w('programmes.planned')}</span></div>) : '–'}</td>
            <td><GapState state={row.state} /></td>
            <td className="no-print">
              {row.proposals.map((one) => <div key={one.id}><To url={`/change-proposals/${one.id}`}>{one.number}</To> <ProposalState status={one.status as never} /></div>)}
              {row.state === 'gap' && !isUnderWay(row) ? <Button size="compact-sm" variant="default" onClick={() => onPropose([row.outcome.id])}>{w('programmes.propose-unit')}</Button> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    </>
  )
}
