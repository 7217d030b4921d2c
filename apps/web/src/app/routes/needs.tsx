import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from './root.tsx'

const help = { help: 'needs.help' } as const

export const needRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/needs',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/needs/pages/needs-page.tsx'), 'NeedsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/needs/new',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/needs/pages/need-form-page.tsx'), 'NeedFormPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/needs/$id',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/needs/pages/need-page.tsx'), 'NeedPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/needs/$id/workbench',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/needs/pages/workbench-page.tsx'), 'WorkbenchPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/needs/$id/thread',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/needs/pages/thread-page.tsx'), 'ThreadPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/glossary',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/needs/pages/glossary-page.tsx'), 'GlossaryPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/contact-links',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/needs/pages/contact-links-page.tsx'), 'ContactLinksPage'),
  }),
] as const
