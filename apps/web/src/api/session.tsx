import type { Role, Session } from '@guildhall/contract/identity'
import { sessions } from '@guildhall/contract/identity'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { askOptions } from './use-ask.ts'

/** Who is signed in, as a query: the router asks it before a page opens. */
export const sessionQuery = { ...askOptions(sessions.current, {}), staleTime: 300_000 }

/** The person at work. Only below the signed-in part of the house, where the router saw to it that there is one. */
export function useSession(): Session {
  const { session } = useSuspenseQuery(sessionQuery).data
  // When the session ends, the page stands for the moment until the router has left it.
  const last = useRef(session)
  if (session) last.current = session
  if (!last.current) throw new Error('useSession outside the signed-in part')
  return last.current
}

/** What the person is at the organisation they act for. */
export const rolesOf = (session: Session): readonly Role[] => session.actingFor?.roles ?? []
