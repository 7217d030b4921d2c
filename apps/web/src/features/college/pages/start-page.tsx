import { start } from '@guildhall/contract/directory'
import { imports } from '@guildhall/contract/exchange'
import { Skeleton } from '@mantine/core'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useWords } from '../../../ui/language.tsx'
import { NoMail } from '../../../ui/no-mail.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import classes from '../parts/college.module.css'

/** Steps that a sheet can do, and into which register. */
const fromFiles = [{ step: 'people', target: 'people' }, { step: 'classes', target: 'classes' }, { step: 'classes', target: 'learners' }] as const

/** The way from an empty installation to the first need: what is there, and what comes next. */
export function StartPage() {
  const w = useWords()
  const title = w('college.start')
  usePageTitle(title)
  const asked = useAsk(start.steps, {})
  const registers = useAsk(imports.targets, {}).data?.items
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton height={320} />
  const { items, isFinished } = asked.data
  return (
    <>
      <PageHead title={title} />
      <NoMail />
      <Panel>
        <p className={classes['note']}>{w('college.start-what')}</p>
        <p role="status">{isFinished ? w('college.start-finished') : w('college.start-left', { done: items.filter((one) => one.isDone).length, n: items.length })}</p>
        <ol className={classes['steps']}>
          {items.map((one) => (
            <li key={one.step}>
              <StateBadge tone={one.isDone ? 'done' : 'none'}>{one.isDone ? w('college.start-done') : w('college.start-open')}</StateBadge>
              <To url={one.url}>{w(`college.step.${one.step}`)}</To>
              {fromFiles.filter(({ step, target }) => step === one.step && registers?.some((open) => open.target === target)).map(({ target }) => (
                <To key={target} url={`/imports/new?target=${target}`} className={classes['meta']}>{w('college.import-step', { register: w(`imports.target.${target}`) })}</To>
              ))}
              {one.step === 'link' && one.counts['enterprises'] === 0 ? <To url="/organisations/new?kind=enterprise" className={classes['meta']}>{w('college.start-enterprise')}</To> : null}
            </li>
          ))}
        </ol>
      </Panel>
    </>
  )
}
