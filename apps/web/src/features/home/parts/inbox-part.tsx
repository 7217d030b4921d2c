import type { Page } from '@guildhall/contract/http'
import { type InboxItem, inbox } from '@guildhall/contract/platform'
import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useSession } from '../../../api/session.tsx'
import { useAsk } from '../../../api/use-ask.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useDelayed } from '../../../ui/use-delayed.ts'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { type Box, BoxTabs, boxes } from './box-tabs.tsx'
import { WorkList } from './work-list.tsx'

/** The inbox as it stands on every home: what waits for me, what I wait for, what is done. A home may order the lines its own way. */
export function InboxPart({ show }: { show?: (page: Page<InboxItem>, box: Box) => ReactNode }) {
  const w = useWords()
  const session = useSession()
  const { state } = useUrlState()
  const box = boxes.find((one) => one === state['box']) ?? 'mine'
  const asked = useAsk(
    inbox.list,
    { query: { box, ...(state['after'] ? { after: state['after'] } : {}) } },
    { keepPrevious: true, every: () => 60_000 },
  )
  const isLoading = useDelayed(asked.isPending)
  const page = asked.data
  return (
    <>
      <BoxTabs box={box} />
      {asked.isError && !page ? <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} /> : null}
      {isLoading ? <Skeleton height={120} /> : null}
      {page && page.items.length === 0 ? (
        <EmptyState isPart title={w(`web.inbox.none-${box}`)}>
          {box === 'mine' ? w('web.home.nothing-waits-how', { name: session.name }) : null}
        </EmptyState>
      ) : null}
      {page && page.items.length > 0 ? (show?.(page, box) ?? <WorkList page={page} box={box} />) : null}
    </>
  )
}
