import type { OrganisationRow } from '@guildhall/contract/directory'
import { organisations } from '@guildhall/contract/directory'
import { Skeleton } from '@mantine/core'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import classes from './organisation.module.css'
import { OrganisationActs } from './organisation-acts.tsx'
import { OrganisationFacts } from './organisation-facts.tsx'

/** An organisation beside its list: the row at once, the rest as soon as it comes. */
export function OrganisationSheet({ id, row, onWithdrawn }: { id: string; row: OrganisationRow | undefined; onWithdrawn: () => void }) {
  const w = useWords()
  const asked = useAsk(organisations.one, { params: { id } })
  const known = asked.data ?? row
  return (
    <>
      {known ? (
        <>
          <h2 className={classes['sheetTitle']}>
            <ContentText text={known.name} />
          </h2>
          <div className={classes['sheetLine']}>
            <span>{known.number}</span>
            <To url={`/organisations/${id}`}>{w('directory.open-page')}</To>
          </div>
        </>
      ) : null}
      {asked.isError ? <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} /> : null}
      {asked.data ? (
        <>
          <OrganisationActs organisation={asked.data} onWithdrawn={onWithdrawn} />
          <OrganisationFacts organisation={asked.data} />
        </>
      ) : asked.isError ? null : (
        <Skeleton height={160} mt="lg" />
      )}
    </>
  )
}
