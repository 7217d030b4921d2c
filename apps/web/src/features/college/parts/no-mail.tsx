import { start } from '@guildhall/contract/directory'
import { useAsk } from '../../../api/use-ask.ts'
import { useWords } from '../../../ui/language.tsx'
import classes from './college.module.css'
import { useKeepsCollege } from './use-keeps-college.ts'

/** Said where people are invited, as long as no mail leaves the house: else everybody waits for a letter that never comes. */
export function NoMail() {
  const w = useWords()
  const keeps = useKeepsCollege()
  const asked = useAsk(start.steps, {}, { enabled: keeps })
  return keeps && asked.data?.sendsMail === false ? <p role="status" className={classes['notice']}>{w('college.no-mail')}</p> : null
}
