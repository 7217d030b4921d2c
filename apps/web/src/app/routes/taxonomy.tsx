import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from './root.tsx'

const help = { help: 'concepts.help' } as const

export const taxonomyRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/concepts',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/taxonomy/pages/concepts-page.tsx'), 'ConceptsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/concepts/$id',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/taxonomy/pages/concept-page.tsx'), 'ConceptPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/taxonomies',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/taxonomy/pages/taxonomies-page.tsx'), 'TaxonomiesPage'),
  }),
] as const
