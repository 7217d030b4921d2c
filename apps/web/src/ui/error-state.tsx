import type { Problem } from '@guildhall/contract/http'
import { Button } from '@mantine/core'
import { problemText } from '../api/problem-text.ts'
import { useLanguage, useWords } from './language.tsx'
import classes from './states.module.css'

/** Trying again would not change these. */
const settled = ['not-found', 'not-allowed']

/** What failed, its code and the number to tell, and how to try again. */
export function ErrorState({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const w = useWords()
  const { language } = useLanguage()
  return (
    <div className={classes['state']} role="alert">
      <p className={classes['title']}>{problemText(problem, language)}</p>
      <p className={classes['code']}>
        {problem.requestId
          ? w('web.request-code', { code: problem.code, requestId: problem.requestId })
          : w('web.code-only', { code: problem.code })}
      </p>
      {onRetry && !settled.includes(problem.code) ? (
        <div className={classes['action']}>
          <Button variant="default" onClick={onRetry}>
            {w('web.retry')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
