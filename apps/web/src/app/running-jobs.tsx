import { type Job, jobs } from '@guildhall/contract/platform'
import { Button, Popover, UnstyledButton } from '@mantine/core'
import { IconProgress } from '@tabler/icons-react'
import { useAct } from '../api/use-act.ts'
import { useAsk } from '../api/use-ask.ts'
import { useFormats } from '../ui/formats.ts'
import { useCodeWords, useWords } from '../ui/language.tsx'
import { To } from '../ui/to.tsx'
import classes from './running-jobs.module.css'
import bar from './top-bar.module.css'

/** Where the result of a job is read: a page of ours, or a file behind the ordinary doors. */
const urlOfResult = ({ state, result }: Job): string | undefined =>
  state === 'done' &&
  typeof result === 'object' &&
  result !== null &&
  'url' in result &&
  typeof result.url === 'string' &&
  result.url.startsWith('/')
    ? result.url
    : undefined

const isOpen = (job: Job) => job.state === 'waiting' || job.state === 'running'

/** Work that runs in the background: steps, counts, cancel. Survives reload and leaving; absent while nothing runs and nothing ended lately. */
export function RunningJobs() {
  const w = useWords()
  const words = useCodeWords()
  const formats = useFormats()
  const asked = useAsk(jobs.list, { query: { limit: 10 } }, { every: (page) => (page?.items.some(isOpen) ? 3000 : 60_000) })
  const cancel = useAct(jobs.cancel)
  const dayAgo = Date.now() - 86_400_000
  const shown = (asked.data?.items ?? []).filter((job) => isOpen(job) || Date.parse(job.endedAt ?? job.createdAt) > dayAgo)
  if (shown.length === 0) return null
  const running = shown.filter(isOpen).length
  return (
    <Popover position="bottom-end" width={360} trapFocus withinPortal={false}>
      <Popover.Target>
        <UnstyledButton
          className={bar['icon'] ?? ''}
          aria-label={w('web.jobs.count', { n: running })}
          title={w('web.jobs.count', { n: running })}
        >
          <IconProgress size={20} stroke={1.75} aria-hidden="true" />
          {running > 0 ? <span className={bar['count']}>{running}</span> : null}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={w('web.jobs')}>
        <ul className={classes['jobs']}>
          {shown.map((job) => (
            <li key={job.id}>
              <div className={classes['line']}>
                <b>{words(`job.${job.name}`, job.title)}</b>
                <span>{w(`web.job.${job.state}`)}</span>
              </div>
              {isOpen(job) ? (
                <>
                  {job.total ? <progress max={job.total} value={job.done} aria-label={words(`job.${job.name}`, job.title)} /> : null}
                  <div className={classes['line']}>
                    <span>
                      {[
                        job.step ? words(`job-step.${job.step}`) : '',
                        job.total ? w('web.jobs.of', { done: job.done, total: job.total }) : '',
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      title={w('web.jobs.cancel-how')}
                      loading={cancel.isPending && cancel.variables.params.id === job.id}
                      onClick={() => cancel.mutate({ params: { id: job.id } })}
                    >
                      {w('web.jobs.cancel')}
                    </Button>
                  </div>
                </>
              ) : (
                <div className={classes['line']}>
                  <span className={classes['note']}>{formats.dayAndTime(job.endedAt ?? job.createdAt)}</span>
                  {urlOfResult(job) ? <To url={urlOfResult(job) ?? ''}>{w('web.jobs.result')}</To> : null}
                </div>
              )}
              {job.error ? <div className={classes['error']}>{words(`problem.${job.error}`)}</div> : null}
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}
