import type { GapRow } from '@guildhall/contract/programmes'
import { Button, VisuallyHidden } from '@mantine/core'
import { ContentText } from '../../../ui/content-text.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import classes from './programmes.module.css'
import { GapState, ProposalState } from './states.tsx'

/** Outcome by outcome: how many enterprises ask, where it is taught, what is proposed. */
export function GapTable({ rows, onPropose }: { rows: readonly GapRow[]; onPropose: (outcomeId: string) => void }) {
  const w = useWords()
  const formats = useFormats()
  return (
    <table className={classes['table']}>
      <caption><VisuallyHidden>{w('programmes.gap-title')}</VisuallyHidden></caption>
      <thead>
        <tr><th scope="col">{w('programmes.outcome')}</th><th scope="col" data-number>{w('programmes.enterprises')}</th><th scope="col">{w('programmes.last-asked')}</th><th scope="col">{w('programmes.taught-where')}</th><th scope="col">{w('programmes.state')}</th><th scope="col"><VisuallyHidden>{w('web.next-step')}</VisuallyHidden></th></tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.outcome.id}>
            <th scope="row" style={{ fontWeight: 400 }}><To url={`/outcomes/${row.outcome.id}`}>{row.outcome.number}</To> <ContentText text={row.outcome.text} /></th>
            <td data-number data-label={w('programmes.enterprises')}><To url={`/outcomes/${row.outcome.id}`} title={w('programmes.in-needs', { n: row.asked.needs })}>{row.asked.enterprises}</To></td>
            <td data-label={w('programmes.last-asked')}>{row.asked.last ? formats.day(row.asked.last) : '–'}</td>
            <td>{row.places.length ? row.places.map((place) => <div key={place.unitId}>{place.unit} <span className={classes['meta']}><ContentText text={place.course} tag={false} /> · {w(`programmes.depth.${place.depth}`)} · {place.recordedHours > 0 ? w('programmes.recorded-hours', { n: place.recordedHours }) : w('programmes.planned')}</span></div>) : '–'}</td>
            <td><GapState state={row.state} /></td>
            <td className="no-print">
              {row.proposals.map((one) => <div key={one.id}><To url={`/change-proposals/${one.id}`}>{one.number}</To> <ProposalState status={one.status as never} /></div>)}
              {row.state === 'gap' && !row.proposals.some((one) => !['refused', 'withdrawn'].includes(one.status)) ? <Button size="compact-sm" onClick={() => onPropose(row.outcome.id)}>{w('programmes.propose-unit')}</Button> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
