import { type Member, people } from '@guildhall/contract/directory'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '../../../api/use-act.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Facts } from '../../../ui/panel.tsx'
import classes from './college.module.css'
import { MemberState } from './states.tsx'
import { useLimits } from './use-choices.ts'

/** A person of the organisation beside the list: what they may do, and what the reader may do about it. */
export function MemberSheet({ row }: { row: Member }) {
  const w = useWords()
  const formats = useFormats()
  const notice = useNotice()
  const limits = useLimits()
  const [isAsking, setAsking] = useState(false)
  const again = useAct(people.inviteAgain, { refresh: ['/api/v1/people'], onDone: () => notice({ text: w('college.invited-again', { email: row.email ?? '' }) }) })
  const end = useAct(people.end, { refresh: ['/api/v1/people'], onDone: () => { setAsking(false); notice({ text: w('college.ended-now', { name: row.name }) }) } })
  const may = (action: string) => row.allowed.includes(action)
  const named = (ids: readonly string[], from: readonly { value: string; label: string }[]) => (ids.length ? ids.map((id) => from.find((one) => one.value === id)?.label ?? '–').join(w('web.comma')) : w('college.no-limit'))
  return (
    <>
      <h2 className={classes['title']}>{row.name}</h2>
      <div className={classes['acts']}>
        {may('change') ? <Button variant="default" renderRoot={(rest) => <Link to="/people/$id/edit" params={{ id: row.id }} {...rest} />}>{row.state === 'ended' ? w('college.take-back') : w('college.edit-person')}</Button> : null}
        {may('invite-again') ? <Button variant="default" loading={again.isPending} onClick={() => again.mutate({ params: { id: row.id } })}>{w('college.invite-again')}</Button> : null}
        {may('end') ? <Button variant="subtle" color="madder" onClick={() => setAsking(true)}>{w('college.end')}</Button> : null}
      </div>
      <FormProblem problem={again.error?.problem} wrong={[]} />
      <Facts
        facts={[
          { label: w('college.state'), value: <MemberState state={row.state} /> },
          { label: w('college.email'), value: row.email },
          { label: w('college.roles'), value: row.roles.map((role) => w(`web.role.${role}`)).join(w('web.comma')) },
          { label: w('college.position'), value: row.position },
          { label: w('college.limit-departments'), value: named(row.departments, limits.departments) },
          { label: w('college.limit-majors'), value: named(row.majors, limits.majors) },
          { label: w('college.limit-classes'), value: named(row.classes, limits.classes) },
          { label: w('college.since'), value: formats.day(row.since) },
          ...(row.endedAt ? [{ label: w('college.ended-at'), value: formats.day(row.endedAt) }] : []),
        ]}
      />
      <ConfirmAct opened={isAsking} onClose={() => setAsking(false)} title={w('college.end-ask', { name: row.name })} effect={w('college.end-effect', { name: row.name })} verb={w('college.end')} isDangerous isPending={end.isPending} onConfirm={() => end.mutate({ params: { id: row.id } })}>
        <FormProblem problem={end.error?.problem} wrong={[]} />
      </ConfirmAct>
    </>
  )
}
