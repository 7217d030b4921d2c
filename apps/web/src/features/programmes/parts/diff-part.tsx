import type { Proposal } from '@guildhall/contract/programmes'
import { ContentText } from '../../../ui/content-text.tsx'
import { useCodeWords, useWords } from '../../../ui/language.tsx'
import classes from './programmes.module.css'

/** Before and after, course by course; hours and credits summed, a changed total warned of. Reads without colour: each line says its state. */
export function DiffPart({ diff }: { diff: Proposal['diff'] }) {
  const w = useWords()
  const code = useCodeWords()
  const arrow = (before: number | string, after: number | string) => (before === after ? String(after) : `${before} → ${after}`)
  const { totals } = diff
  return (
    <>
      {diff.courses.length === 0 ? <p>{w('programmes.changes-none')}</p> : null}
      {diff.courses.map((course) => (
        <div key={course.courseVersionId}>
          <p><b><ContentText text={course.name} tag={false} /></b> <span className={classes['meta']}>{course.code} · {w('programmes.theory')} {arrow(course.before.hoursTheory, course.after.hoursTheory)} · {w('programmes.practice')} {arrow(course.before.hoursPractice, course.after.hoursPractice)} · {w('programmes.credit')} {arrow(course.before.credits, course.after.credits)}{course.before.assessment !== course.after.assessment ? ` · ${arrow(course.before.assessment, course.after.assessment)}` : ''}</span></p>
          <ul className={classes['diff']}>
            {course.units.filter((unit) => unit.state !== 'same').map((unit) => (
              <li key={`${unit.unitId}-${unit.name}`} data-state={unit.state}>
                {w(`programmes.diff.${unit.state}`)}: <b>{unit.name}</b>{' '}
                <span className={classes['meta']}>{unit.after ? w('programmes.hours-split', { total: unit.after.hoursTheory + unit.after.hoursPractice, theory: unit.after.hoursTheory, practice: unit.after.hoursPractice }) : ''}{unit.before && unit.after ? ` (${unit.before.hoursTheory + unit.before.hoursPractice} → ${unit.after.hoursTheory + unit.after.hoursPractice})` : ''}</span>
                {unit.after?.content ? <small>{unit.after.content}</small> : null}
                {unit.outcomesAdded.map((one) => <small key={one.id}>+ {one.number} <ContentText text={one.text} /></small>)}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className={classes['meta']}>{w('programmes.total-hours')} {arrow(totals.hoursBefore, totals.hoursAfter)} · {w('programmes.total-credits')} {arrow(totals.creditsBefore, totals.creditsAfter)}</p>
      {diff.warnings.map((one) => <p key={`${one.code}-${JSON.stringify(one.params)}`} className={classes['warn']}>△ {code(`warning.${one.code}`, one.params)}</p>)}
    </>
  )
}
