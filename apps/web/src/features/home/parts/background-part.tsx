import { jobs } from '@guildhall/contract/platform'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { useCodeWords, useWords } from '../../../ui/language.tsx'
import { PanelPart } from '../../../ui/panel.tsx'
import { When } from '../../../ui/when.tsx'
import { HomeLines } from './home-lines.tsx'
import classes from './home.module.css'

/** What ran in the background, newest first; what failed says why. */
export function BackgroundPart() {
  const w = useWords()
  const words = useCodeWords()
  const asked = useAsk(jobs.list, { query: { limit: 6 } })
  return (
    <PanelPart title={w('home.background')}>
      <HomeLines
        isPending={asked.isPending}
        problem={asked.isError && !asked.data ? toProblem(asked.error) : undefined}
        onRetry={() => void asked.refetch()}
        none={w('home.no-background')}
      >
        {(asked.data?.items ?? []).map((job) => (
          <li key={job.id}>
            <span className={classes['what']}>
              {words(`job.${job.name}`, job.title)}
              {job.error ? ` · ${words(`problem.${job.error}`)}` : ''}
            </span>
            <span className={classes['note']}>
              {w(`web.job.${job.state}`)} · <When at={job.endedAt ?? job.createdAt} />
            </span>
          </li>
        ))}
      </HomeLines>
    </PanelPart>
  )
}
