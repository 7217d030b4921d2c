import type { Organisation } from '@guildhall/contract/directory'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../ui/language.tsx'
import { FirstPersonDialog } from './first-person-dialog.tsx'
import classes from './organisation.module.css'
import { VetDialog } from './vet-dialog.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** What the reader may do with an organisation, as the answer's `allowed` says; where nothing is allowed, it is said who can. */
export function OrganisationActs({
  organisation,
  column = false,
  onWithdrawn,
}: {
  organisation: Organisation
  column?: boolean
  onWithdrawn: () => void
}) {
  const w = useWords()
  const [asking, setAsking] = useState<'vet' | 'withdraw' | 'invite-first'>()
  const may = (action: string) => organisation.allowed.includes(action)
  const close = () => setAsking(undefined)
  if (!may('change') && !may('vet') && !may('withdraw') && !may('invite-first')) return <p className={classes['note']}>{w('directory.nothing-allowed')}</p>
  const needsVetting = may('vet') && organisation.vetting === 'unvetted'
  return (
    <div className={column ? classes['actsColumn'] : classes['acts']}>
      {may('vet') ? (
        <Button variant={needsVetting ? 'filled' : 'default'} onClick={() => setAsking('vet')}>
          {organisation.vetting === 'unvetted' ? w('directory.vet') : w('directory.vet-again')}
        </Button>
      ) : null}
      {may('change') ? (
        <Button variant="default" renderRoot={(rest) => <Link to="/organisations/$id/edit" params={{ id: organisation.id }} {...rest} />}>
          {w('directory.edit')}
        </Button>
      ) : null}
      {may('invite-first') ? (
        <Button variant="default" onClick={() => setAsking('invite-first')}>
          {w(organisation.awaitsFirst ? 'directory.invite-first-again' : 'directory.invite-first')}
        </Button>
      ) : null}
      {organisation.awaitsFirst ? <p className={classes['note']}>{w('directory.invite-first-awaits')}</p> : null}
      {may('withdraw') ? (
        <Button variant="subtle" color="madder" onClick={() => setAsking('withdraw')}>
          {w('directory.withdraw')}
        </Button>
      ) : null}
      {asking === 'vet' ? <VetDialog organisation={organisation} opened onClose={close} /> : null}
      {asking === 'invite-first' ? <FirstPersonDialog organisation={organisation} onClose={close} /> : null}
      {asking === 'withdraw' ? <WithdrawDialog organisation={organisation} opened onClose={close} onWithdrawn={onWithdrawn} /> : null}
    </div>
  )
}
