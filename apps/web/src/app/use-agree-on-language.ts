import type { Session } from '@guildhall/contract/identity'
import { sessions } from '@guildhall/contract/identity'
import { useEffect, useRef } from 'react'
import { useAct } from '../api/use-act.ts'
import { findChosenLanguage, useLanguage } from '../ui/language.tsx'

/** On signing in: a language chosen in this browser holds and the server is told; where none was chosen, the person's own setting holds. */
export function useAgreeOnLanguage(session: Session) {
  const { setLanguage } = useLanguage()
  const tell = useAct(sessions.setLanguage)
  const agreed = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (agreed.current === session.personId) return
    agreed.current = session.personId
    const chosen = findChosenLanguage()
    if (!chosen) setLanguage(session.language)
    else if (chosen !== session.language) tell.mutate({ body: { language: chosen } })
  }, [session, setLanguage, tell])
}
