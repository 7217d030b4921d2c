import type { DemonstrationAccount } from '@guildhall/contract/identity'
import { sessions } from '@guildhall/contract/identity'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { useWords } from '../../../ui/language.tsx'
import classes from './demonstration-accounts.module.css'

/** The people of the demonstration region, by organisation: one click signs in as one of them. Absent in a real installation. */
export function DemonstrationAccounts({ onChoose, isBusy }: { onChoose: (email: string, password: string) => void; isBusy: boolean }) {
  const w = useWords()
  const asked = useAsk(sessions.demonstration, {})
  const password = asked.data?.password
  if (!asked.data || !password) return null
  const groups = new Map<string, DemonstrationAccount[]>()
  for (const account of asked.data.items) {
    const key = JSON.stringify(account.organisation)
    groups.set(key, [...(groups.get(key) ?? []), account])
  }
  return (
    <section className={classes['accounts']} aria-labelledby="demonstration">
      <h2 id="demonstration">{w('web.demonstration')}</h2>
      <p className={classes['note']}>{w('web.demonstration.note', { password })}</p>
      {[...groups].map(([key, accounts]) => (
        <div key={key} className={classes['group']}>
          <h3>
            <ContentText text={accounts[0]?.organisation ?? {}} tag={false} />
          </h3>
          <ul>
            {accounts.map((account) => (
              <li key={account.email}>
                <button type="button" disabled={isBusy} onClick={() => onChoose(account.email, password)}>
                  <span className={classes['role']}>{w(`web.role.${account.role}`)}</span>
                  <span className={classes['name']}>{account.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
