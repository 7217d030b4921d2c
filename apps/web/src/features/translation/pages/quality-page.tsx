import { quality, type QualityFigure } from '@guildhall/contract/translation'
import { Skeleton, VisuallyHidden } from '@mantine/core'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useCodeWords, useWords } from '../../../ui/language.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import classes from '../parts/quality.module.css'

const reached = ({ value, aim, smallIsGood }: QualityFigure) => aim === null || (smallIsGood ? value <= aim : value >= aim)

/** How often the engine was right, task by task, as the benches measured it: with what was aimed at, and what was missed. */
export function QualityPage() {
  const w = useWords()
  const code = useCodeWords()
  const asked = useAsk(quality.figures, {})
  usePageTitle(w('quality.title'))
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton height={480} aria-label={w('web.loading')} />
  const { items, engine } = asked.data
  const tasks = [...new Set(items.map((one) => one.task))]
  const isOlder = items.some((one) => one.engine !== null && one.engine !== engine)
  return (
    <>
      <PageHead crumbs={[{ label: w('translation.try'), url: '/translate' }]} title={w('quality.title')} />
      <Panel>
        <p>{w('quality.what')}</p>
        <p className={classes['meta']}>
          {w('needs.engine', { engine })}
          {isOlder ? ` · ${w('quality.older')}` : ''}
        </p>
        {tasks.length === 0 ? <EmptyState isPart title={w('quality.none')} /> : null}
        {tasks.map((task) => (
          <PanelPart key={task} title={code(`quality.task.${task}`)}>
            <FigureTable caption={code(`quality.task.${task}`)} rows={items.filter((one) => one.task === task)} />
          </PanelPart>
        ))}
      </Panel>
    </>
  )
}

function FigureTable({ caption, rows }: { caption: string; rows: readonly QualityFigure[] }) {
  const w = useWords()
  const code = useCodeWords()
  const formats = useFormats()
  const percent = (share: number) => `${formats.number(Math.round(share * 1000) / 10)} %`
  const nameOf = (row: QualityFigure) => (code(`quality.set.${row.set}`) === `quality.set.${row.set}` ? row.set : code(`quality.set.${row.set}`))
  return (
    <table className={classes['table']}>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{w('quality.figure')}</th>
          <th scope="col">{w('quality.measured-on')}</th>
          <th scope="col" data-number>{w('quality.measured')}</th>
          <th scope="col" data-number>{w('quality.aim')}</th>
          <th scope="col">{w('quality.engine-and-day')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.set} ${row.figure}`}>
            <th scope="row">{code(`quality.figure.${row.figure}`)}</th>
            <td>{w('quality.lines', { set: nameOf(row), n: row.n })}</td>
            <td data-number>
              <b>{percent(row.value)}</b> <span className={classes['meta']}>{w('quality.between', { low: percent(row.low), high: percent(row.high) })}</span>
            </td>
            <td data-number>
              {row.aim === null ? '–' : <>{row.smallIsGood ? '≤' : '≥'} {percent(row.aim)} <StateBadge tone={reached(row) ? 'done' : 'care'}>{w(reached(row) ? 'quality.reached' : 'quality.missed')}</StateBadge></>}
            </td>
            <td className={classes['meta']}>{row.engine ?? '–'} · {row.day ? formats.day(row.day) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
