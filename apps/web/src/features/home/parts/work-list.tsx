import type { Page } from '@guildhall/contract/http'
import { type InboxItem, inbox } from '@guildhall/contract/platform'
import { Button } from '@mantine/core'
import { useAct } from '../../../api/use-act.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useCodeWords, useWords } from '../../../ui/language.tsx'
import { lookOf } from '../../../ui/stations.ts'
import { To } from '../../../ui/to.tsx'
import { When } from '../../../ui/when.tsx'
import type { Box } from './box-tabs.tsx'
import classes from './work-list.module.css'

/** What waits, one list over all modules. A task ends when its thing is done; a notice when it was read. */
export function WorkList({ page, box }: { page: Page<InboxItem>; box: Box }) {
  const w = useWords()
  const formats = useFormats()
  const more = page.next ? `/?${new URLSearchParams({ ...(box === 'mine' ? {} : { box }), after: page.next })}` : undefined
  return (
    <>
      <ul className={classes['list']}>
        {page.items.map((item) => (
          <WorkLine key={item.id} item={item} box={box} />
        ))}
      </ul>
      <p className={classes['foot']}>
        {w('web.as-of', { at: formats.time(page.asOf) })}
        {more ? (
          <To url={more} className={classes['more']}>
            {w('web.next-page')}
          </To>
        ) : null}
      </p>
    </>
  )
}

/** One line of the inbox: what, from whom, until when, and what can be done with it here. */
export function WorkLine({ item, box }: { item: InboxItem; box: Box }) {
  const w = useWords()
  const words = useCodeWords()
  const formats = useFormats()
  const read = useAct(inbox.read)
  const done = useAct(inbox.done)
  const { icon: Drawing, dye } = lookOf(item.objectKind ?? '')
  const party = box === 'others' ? item.to : item.from
  const isLate = item.due !== null && item.doneAt === null && item.due < new Date().toISOString().slice(0, 10)
  const isNew = item.kind === 'notice' && item.readAt === null && box === 'mine'
  return (
    <li data-new={isNew || undefined}>
      <span data-dye={dye} className={classes['icon']}>
        <Drawing size={20} stroke={1.75} aria-hidden="true" />
      </span>
      <div className={classes['text']}>
        <To
          url={item.url}
          onClick={() => {
            if (isNew) read.mutate({ params: { id: item.id } })
          }}
        >
          {words(`inbox.${item.code}`, item.params)}
        </To>
        {party ? (
          <span className={classes['why']}>
            <ContentText text={party.name} tag={false} />
          </span>
        ) : null}
      </div>
      <span className={classes['when']} data-late={isLate || undefined}>
        {item.due ? w(isLate ? 'web.inbox.overdue' : 'web.inbox.due', { day: formats.day(item.due) }) : <When at={item.at} />}
      </span>
      {item.kind === 'notice' && box === 'mine' ? (
        <Button size="compact-sm" variant="subtle" loading={done.isPending} onClick={() => done.mutate({ params: { id: item.id } })}>
          {w('web.inbox.put-away')}
        </Button>
      ) : null}
    </li>
  )
}
