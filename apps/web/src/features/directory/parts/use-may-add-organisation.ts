import { organisations } from '@guildhall/contract/directory'
import { useSession } from '../../../api/session.tsx'
import { useAsk } from '../../../api/use-ask.ts'

/** Whether the reader may add an organisation. The right does not depend on a row, so any row's `allowed` tells; the reader's own organisation is at hand. */
export function useMayAddOrganisation(): boolean {
  const own = useSession().actingFor?.organisationId
  const first = useAsk(organisations.list, { query: { limit: 1 } }, { enabled: own === undefined }).data?.items[0]?.id
  const id = own ?? first
  const asked = useAsk(organisations.one, { params: { id: id ?? '' } }, { enabled: id !== undefined })
  return asked.data?.allowed.includes('add') ?? false
}
