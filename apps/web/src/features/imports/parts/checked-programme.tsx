import type { Answer } from '@guildhall/contract/http'
import type { programmes } from '@guildhall/contract/programmes'
import { VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useFormats } from '../../../ui/formats.ts'
import { useCodeWords, useWords } from '../../../ui/language.tsx'
import { PanelPart } from '../../../ui/panel.tsx'
import classes from './imports.module.css'
import { StateTabs } from './state-tabs.tsx'

type Checked = Answer<typeof programmes.check>
const states = ['new', 'changed', 'same'] as const

/** What a programme sheet would change, course by course, and what in it is wrong or worth a look. */
export function CheckedProgramme({ checked }: { checked: Checked }) {
  const w = useWords()
  const code = useCodeWords()
  const formats = useFormats()
  const counts = states.map((state) => [state, checked.rows.filter((row) => row.state === state).length] as const)
  const [chosen, choose] = useState<(typeof states)[number]>()
  const shown = chosen ?? counts.find(([, n]) => n > 0)?.[0] ?? 'new'
  const findings = (kind: 'faults' | 'warnings') =>
    checked[kind].length === 0 ? null : (
      <PanelPart title={w(`imports.${kind}`, { n: checked[kind].length })}>
        <ul className={classes['findings']}>
          {checked[kind].map((one) => (
            <li key={`${one.code} ${JSON.stringify(one.params)}`}>{code(`programme-sheet.${one.code}`, one.params)}</li>
          ))}
        </ul>
      </PanelPart>
    )
  return (
    <>
      {findings('faults')}
      {findings('warnings')}
      <PanelPart title={w('imports.programme.found')}>
        <p className={classes['figures']}>
          {checked.title} ·{' '}
          {w('imports.programme.counts', {
            courses: checked.courses,
            units: checked.units,
            hours: checked.hours,
            credits: checked.credits,
          })}
        </p>
        {checked.rows.length > 0 && counts.every(([state, n]) => state === 'same' || n === 0) ? (
          <p className={classes['note']}>{w('imports.programme.nothing-new')}</p>
        ) : null}
        <StateTabs counts={counts} chosen={shown} onChoose={choose} />
        <table className={classes['table']}>
          <caption>
            <VisuallyHidden>{w('imports.programme.found')}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">{w('imports.course')}</th>
              <th scope="col">{w('imports.course-code')}</th>
              <th scope="col" data-number>
                {w('imports.hours')}
              </th>
              <th scope="col" data-number>
                {w('imports.credits')}
              </th>
            </tr>
          </thead>
          <tbody>
            {checked.rows
              .filter((row) => row.state === shown)
              .map((row) => (
                <tr key={`${row.code} ${row.name}`}>
                  <th scope="row" data-wide>
                    {row.name}
                  </th>
                  <td>{row.code}</td>
                  <td data-number data-label={w('imports.hours')}>
                    {formats.number(row.hours)}
                  </td>
                  <td data-number data-label={w('imports.credits')}>
                    {formats.number(row.credits)}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </PanelPart>
    </>
  )
}
