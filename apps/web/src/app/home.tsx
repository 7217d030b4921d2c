import type { Role } from '@guildhall/contract/identity'
import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react'
import { rolesOf, useSession } from '../api/session.tsx'

const WorkList = lazy(() => import('../features/home/pages/work-list-page.tsx').then((page) => ({ default: page.WorkListPage })))
const HrHome = lazy(() => import('../features/home/pages/hr-home.tsx').then((page) => ({ default: page.HrHome })))

/** Homes that answer a role's own question. A role that is not here works from the common list. */
const roleHomes: Partial<Record<Role, LazyExoticComponent<ComponentType>>> = {
  administrator: lazy(() => import('../features/home/pages/administrator-home.tsx').then((page) => ({ default: page.AdministratorHome }))),
  lead: lazy(() => import('../features/home/pages/lead-home.tsx').then((page) => ({ default: page.LeadHome }))),
  office: lazy(() => import('../features/home/pages/office-home.tsx').then((page) => ({ default: page.OfficeHome }))),
  hr: HrHome,
  owner: HrHome,
  supervisor: lazy(() => import('../features/home/pages/supervisor-home.tsx').then((page) => ({ default: page.SupervisorHome }))),
}

/** The first page: what waits, by what the person is. */
export function Home() {
  const session = useSession()
  // Whoever keeps the accounts of an enterprise or an authority asks what that organisation asks.
  const kind = session.actingFor?.organisationKind
  const role = kind === 'enterprise' ? 'hr' : kind === 'authority' ? 'supervisor' : rolesOf(session).find((one) => roleHomes[one])
  const Own = (role && roleHomes[role]) ?? WorkList
  return (
    <Suspense fallback={null}>
      <Own />
    </Suspense>
  )
}
