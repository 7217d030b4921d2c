import { organisations } from '@guildhall/contract/directory'
import { useSession } from '../../../api/session.tsx'
import { useAsk } from '../../../api/use-ask.ts'

/** Whether the reader keeps the structure and the roster of their college: the same people may change the college itself. */
export function useKeepsCollege(): boolean {
  const own = useSession().actingFor
  const asked = useAsk(organisations.one, { params: { id: own?.organisationId ?? '' } }, { enabled: own?.organisationKind === 'college' })
  return asked.data?.allowed.includes('change') ?? false
}
