import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { sessionQuery } from '../../api/session.tsx'
import { rootRoute, signedInRoute } from './root.tsx'

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  beforeLoad: async ({ context }) => {
    const { session } = await context.client.ensureQueryData(sessionQuery)
    if (session) throw redirect({ to: '/' })
  },
  component: lazyRouteComponent(() => import('../../features/identity/pages/sign-in-page.tsx'), 'SignInPage'),
})

export const identityRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/settings/sessions',
    staticData: { help: 'web.help.sessions' },
    component: lazyRouteComponent(() => import('../../features/identity/pages/own-sessions-page.tsx'), 'OwnSessionsPage'),
  }),
] as const
