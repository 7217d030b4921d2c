import type { Role, Session } from '@guildhall/contract/identity'
import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react'
import { rolesOf, useSession } from '../api/session.tsx'

const WorkList = lazy(() => import('../features/home/pages/work-list-page.tsx').then((page) => ({ default: page.WorkListPage })))

/** How far the set-up of a college is: shown to its administrator while something is missing. */
const StartReminder = lazy(() => import('../features/college/parts/start-reminder.tsx').then((part) => ({ default: part.StartReminder })))

const homeOf = (load: () => Promise<{ default: ComponentType }>): LazyExoticComponent<ComponentType> => lazy(load)

/** Homes that answer a role's own question. Who has several roles comes home to the first of them here; a role that is not here works from the common list. */
const roleHomes: readonly (readonly [Role, LazyExoticComponent<ComponentType>])[] = [
  ['lead', homeOf(() => import('../features/home/pages/lead-home.tsx').then((page) => ({ default: page.LeadHome })))],
  ['office', homeOf(() => import('../features/home/pages/office-home.tsx').then((page) => ({ default: page.OfficeHome })))],
  [
    'administrator',
    homeOf(() => import('../features/home/pages/administrator-home.tsx').then((page) => ({ default: page.AdministratorHome }))),
  ],
]

/** Whoever keeps the accounts of an enterprise or an authority asks what that organisation asks. */
const kindHomes: Partial<Record<NonNullable<Session['actingFor']>['organisationKind'], LazyExoticComponent<ComponentType>>> = {
  enterprise: homeOf(() => import('../features/home/pages/hr-home.tsx').then((page) => ({ default: page.HrHome }))),
  authority: homeOf(() => import('../features/home/pages/supervisor-home.tsx').then((page) => ({ default: page.SupervisorHome }))),
}

/** The first page: what waits, by what the person is. */
export function Home() {
  const session = useSession()
  const roles = new Set(rolesOf(session))
  const kind = session.actingFor?.organisationKind
  const Own = (kind && kindHomes[kind]) ?? roleHomes.find(([role]) => roles.has(role))?.[1] ?? WorkList
  return (
    <Suspense fallback={null}>
      {roles.has('administrator') ? <StartReminder /> : null}
      <Own />
    </Suspense>
  )
}
