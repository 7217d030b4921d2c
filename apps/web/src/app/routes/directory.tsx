import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from './root.tsx'

const help = { help: 'directory.help' } as const

export const directoryRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/organisations',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/directory/pages/organisations-page.tsx'), 'OrganisationsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/organisations/new',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/directory/pages/organisation-form-page.tsx'), 'AddOrganisationPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/organisations/$id',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/directory/pages/organisation-page.tsx'), 'OrganisationPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/organisations/$id/edit',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/directory/pages/organisation-form-page.tsx'), 'EditOrganisationPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/regions',
    staticData: { help: 'directory.no-regions-how' },
    component: lazyRouteComponent(() => import('../../features/directory/pages/regions-page.tsx'), 'RegionsPage'),
  }),
] as const
