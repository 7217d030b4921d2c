import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from './root.tsx'

const help = { help: 'visits.help' } as const

export const visitRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/visits/pages/visits-page.tsx'), 'VisitsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/new',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/visits/pages/visit-form-page.tsx'), 'AddVisitPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$id',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/visits/pages/visit-page.tsx'), 'VisitPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$id/edit',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/visits/pages/visit-form-page.tsx'), 'EditVisitPage'),
  }),
] as const
