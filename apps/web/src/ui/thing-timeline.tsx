import { timeline } from '@guildhall/contract/platform'
import { Skeleton } from '@mantine/core'
import type { Answer } from '@guildhall/contract/http'
import type { ReactNode } from 'react'
import { toProblem } from '../api/problem-text.ts'
import { useAsk } from '../api/use-ask.ts'
import { ErrorState } from './error-state.tsx'
import { useCodeWords, useText, useWords } from './language.tsx'
import { Timeline } from './timeline.tsx'
import classes from './timeline.module.css'

export type KeptAction = Answer<typeof timeline.list>['items'][number]

/** What happened to a thing, newest first, and whether the chain of its kept actions holds. `book` names the words of its actions (`directory.did` → `directory.did.vetted`); `detail` says more of one. */
export function ThingTimeline(props: {
  kind: string
  id: string
  book: string
  binding?: readonly string[]
  detail?: (action: KeptAction) => ReactNode
}) {
  const w = useWords()
  const words = useCodeWords()
  const read = useText()
  const asked = useAsk(timeline.list, { query: { kind: props.kind, id: props.id } })
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton height={80} />
  const entries = [...asked.data.items].reverse().map((action) => {
    const organisation = action.organisation ? read(action.organisation.name)?.text : undefined
    const why = action.body['note'] ?? action.body['reason']
    return {
      id: String(action.seq),
      at: action.at,
      who:
        [action.person?.name, organisation].filter(Boolean).join(' · ') ||
        w(action.byLink ? 'web.timeline.by-link' : 'web.timeline.by-house'),
      what: (
        <>
          {words(`${props.book}.${action.action}`)} {props.detail?.(action)}
        </>
      ),
      ...(typeof why === 'string' && why ? { why } : {}),
      isBinding: props.binding?.includes(action.action) ?? false,
    }
  })
  return (
    <>
      <Timeline entries={entries} />
      {asked.data.chainHolds ? null : (
        <p role="alert" className={classes['broken']}>
          {w('web.timeline.broken')}
        </p>
      )}
    </>
  )
}
