import type { Role, Session } from '@guildhall/contract/identity'
import { sessions } from '@guildhall/contract/identity'
import { useSuspenseQuery } from '@tanstack/react-query'
import { askOptions } from './use-ask.ts'

/** Who is signed in, as a query: the router asks it before a page opens. */
export const sessionQuery = { ...askOptions(sessions.current, {}), staleTime: 300_000 }

/** The person at work. Only below the signed-in part of the house, where the router saw to it that there is one. */
export function useSession(): Session {
  const { session } = useSuspenseQuery(sessionQuery).data
  if (!session) throw new Error('useSession outside the signed-in part')
  return session
}

/** What the person is at the organisation they act for. */
export const rolesOf = (session: Session): readonly Role[] => session.actingFor?.roles ?? []
