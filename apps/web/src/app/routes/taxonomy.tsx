import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from './root.tsx'

const help = { help: 'concepts.help' } as const

/** One page for both addresses: going from concept to concept leaves the tree as it is. */
const conceptsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/concepts',
  staticData: help,
  component: lazyRouteComponent(() => import('../../features/taxonomy/pages/concepts-page.tsx'), 'ConceptsPage'),
})

export const taxonomyRoutes = [
  conceptsRoute.addChildren([createRoute({ getParentRoute: () => conceptsRoute, path: '/' }), createRoute({ getParentRoute: () => conceptsRoute, path: '$id' })]),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/taxonomies',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/taxonomy/pages/taxonomies-page.tsx'), 'TaxonomiesPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/taxonomies/bridge',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/taxonomy/pages/bridge-page.tsx'), 'BridgePage'),
  }),
] as const
