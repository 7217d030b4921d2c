import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { toProblem } from '../api/problem-text.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { useWords } from '../ui/language.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'

/** A page that broke, or whose first answer did not come: says the code, and tries again without losing the address. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const w = useWords()
  const router = useRouter()
  usePageTitle(w('web.page-broken'))
  return (
    <ErrorState
      problem={toProblem(error)}
      onRetry={() => {
        reset()
        void router.invalidate()
      }}
    />
  )
}
