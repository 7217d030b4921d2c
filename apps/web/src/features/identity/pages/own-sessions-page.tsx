import { sessions } from '@guildhall/contract/identity'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { sessionQuery } from '../../../api/session.tsx'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { When } from '../../../ui/when.tsx'
import { deviceOf } from '../parts/device.ts'
import classes from './own-sessions-page.module.css'

/** Where I am signed in: each place can be signed out by itself, or all at once. */
export function OwnSessionsPage() {
  const w = useWords()
  const formats = useFormats()
  const notice = useNotice()
  const client = useQueryClient()
  const router = useRouter()
  const [isAsking, setAsking] = useState(false)
  const asked = useAsk(sessions.list, {})
  const endOne = useAct(sessions.endOne, { onDone: () => notice({ text: w('web.sessions.ended') }) })
  const endAll = useAct(sessions.endAll, {
    onDone: () => {
      client.setQueryData(sessionQuery.queryKey, (before) => (before ? { ...before, session: null } : before))
      void router.navigate({ href: '/sign-in' })
    },
  })
  usePageTitle(w('web.nav.sessions'))
  const failed = endOne.error ?? endAll.error
  return (
    <>
      <PageHead
        title={w('web.nav.sessions')}
        actions={
          <Button variant="default" onClick={() => setAsking(true)}>
            {w('web.sessions.end-all')}
          </Button>
        }
      />
      <Panel>
        <p className={classes['note']}>{w('web.sessions.note')}</p>
        {failed ? <ErrorState problem={toProblem(failed)} /> : null}
        {asked.isError ? <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} /> : null}
        <ul className={classes['list']}>
          {(asked.data?.items ?? []).map((one) => {
            const device = deviceOf(one.agent)
            const name =
              one.kind === 'token'
                ? w('web.sessions.token')
                : w('web.sessions.device', {
                    browser: device.browser || w('web.sessions.unknown-browser'),
                    system: device.system || w('web.sessions.unknown-system'),
                  })
            return (
              <li key={one.id}>
                <div>
                  <div className={classes['name']} title={one.agent}>
                    {name}
                    {one.current ? <StateBadge tone="done">{w('web.sessions.current')}</StateBadge> : null}
                  </div>
                  <div className={classes['times']}>
                    {w('web.sessions.last-used')} <When at={one.lastUsedAt} /> ·{' '}
                    {w('web.sessions.times', { started: formats.dayAndTime(one.startedAt), ends: formats.day(one.endsAt) })}
                  </div>
                </div>
                {one.current ? null : (
                  <Button
                    variant="default"
                    size="xs"
                    loading={endOne.isPending && endOne.variables.params.id === one.id}
                    onClick={() => endOne.mutate({ params: { id: one.id } })}
                    aria-label={w('web.sessions.end-one-of', { name })}
                  >
                    {w('web.sessions.end-one')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      </Panel>
      <ConfirmAct
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={w('web.sessions.end-all-ask')}
        effect={w('web.sessions.end-all-effect', { n: asked.data?.items.length ?? 0 })}
        verb={w('web.sessions.end-all')}
        onConfirm={() => endAll.mutate({})}
        isPending={endAll.isPending}
        isDangerous
      />
    </>
  )
}
