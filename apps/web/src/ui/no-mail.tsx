import { start } from '@guildhall/contract/directory'
import { useAsk } from '../api/use-ask.ts'
import { useWords } from './language.tsx'
import classes from './no-mail.module.css'

/** Said where people are invited, as long as no mail leaves the house: else everybody waits for a letter that never comes. */
export function NoMail() {
  const w = useWords()
  const asked = useAsk(start.steps, {})
  return asked.data?.sendsMail === false ? <p role="status" className={classes['notice']}>{w('college.no-mail')}</p> : null
}
