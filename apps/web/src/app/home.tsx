import type { Role } from '@guildhall/contract/identity'
import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react'
import { rolesOf, useSession } from '../api/session.tsx'

const WorkList = lazy(() => import('../features/home/pages/work-list-page.tsx').then((page) => ({ default: page.WorkListPage })))

/** Homes that answer a role's own question. A role that is not here works from the common list. */
const roleHomes: Partial<Record<Role, LazyExoticComponent<ComponentType>>> = {}

/** The first page: what waits, by what the person is. */
export function Home() {
  const session = useSession()
  const role = rolesOf(session).find((one) => roleHomes[one])
  const Own = (role && roleHomes[role]) ?? WorkList
  return (
    <Suspense fallback={null}>
      <Own />
    </Suspense>
  )
}
