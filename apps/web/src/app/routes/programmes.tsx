import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from './root.tsx'

const help = { help: 'programmes.help' } as const

export const programmeRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/majors',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/programmes/pages/majors-page.tsx'), 'MajorsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/programmes/$id',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/programmes/pages/programme-page.tsx'), 'ProgrammePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/programmes/$id/gap',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/programmes/pages/gap-page.tsx'), 'GapPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/change-proposals',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/programmes/pages/proposals-page.tsx'), 'ProposalsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/change-proposals/new',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/programmes/pages/proposal-form-page.tsx'), 'AddProposalPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/change-proposals/$id',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/programmes/pages/proposal-page.tsx'), 'ProposalPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/change-proposals/$id/edit',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/programmes/pages/proposal-form-page.tsx'), 'EditProposalPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/settings/proposal-route',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/programmes/pages/routes-page.tsx'), 'RoutesPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/translate',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/translation/pages/translate-page.tsx'), 'TranslatePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/quality',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/translation/pages/quality-page.tsx'), 'QualityPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/settings/language-model',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/translation/pages/language-model-page.tsx'), 'LanguageModelPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/outcomes',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/translation/pages/outcomes-page.tsx'), 'OutcomesPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/outcomes/$id',
    staticData: help,
    component: lazyRouteComponent(() => import('../../features/translation/pages/outcome-page.tsx'), 'OutcomePage'),
  }),
] as const
