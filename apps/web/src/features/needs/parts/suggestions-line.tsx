import { suggestions } from '@guildhall/contract/needs'
import { Button } from '@mantine/core'
import { problemText } from '../../../api/problem-text.ts'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import classes from './needs.module.css'

/** How many unread needs the engine has read ahead, and the way to let it read the others. Absent while there is nothing to say. */
export function SuggestionsLine() {
  const w = useWords()
  const { language } = useLanguage()
  const notice = useNotice()
  const asked = useAsk(suggestions.count, { query: {} }, { every: (one) => (one && one.waiting > 0 ? 10_000 : false) })
  const make = useAct(suggestions.make, { refresh: ['/api/v1/jobs'], onDone: () => notice({ text: w('needs.suggesting-now') }) })
  const counts = asked.data
  if (!counts || counts.suggested + counts.waiting === 0) return null
  return (
    <p className={`${classes['suggestions']} no-print`}>
      <span role="status">{w('needs.suggested', { n: counts.suggested, statements: counts.statements, waiting: counts.waiting })}</span>
      {counts.waiting > 0 ? (
        <Button size="compact-sm" variant="default" loading={make.isPending} onClick={() => make.mutate({ body: {} })}>
          {w('needs.suggest', { n: counts.waiting })}
        </Button>
      ) : null}
      {make.isError ? <span role="alert">{problemText(make.error.problem, language)}</span> : null}
    </p>
  )
}
