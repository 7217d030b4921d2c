import { learners } from '@guildhall/contract/directory'
import { Skeleton } from '@mantine/core'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import classes from './college.module.css'
import { LearnerState } from './states.tsx'

/** The learners of a class, as far as the reader may see them. */
export function RosterPart({ classId }: { classId: string }) {
  const w = useWords()
  const asked = useAsk(learners.list, { query: { classId, limit: 100 } })
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton height={160} />
  if (asked.data.items.length === 0) return <EmptyState isPart title={w('college.learners-none')}>{w('college.personal-data')}</EmptyState>
  return (
    <ul className={classes['lines']}>
      {asked.data.items.map((one) => (
        <li key={one.id}><To url={`/learners/${one.id}`}>{one.name}</To><span className={classes['meta']}>{one.studentNumber}</span>{one.gender ? <span className={classes['meta']}>{w(`college.gender.${one.gender}`)}</span> : null}<span className={classes['push']}><LearnerState status={one.status} /></span></li>
      ))}
    </ul>
  )
}
