import type { WordKey } from '@guildhall/words'
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { sessionQuery } from '../../api/session.tsx'
import { toUrlState } from '../../ui/url-state.ts'
import { BareErrorPage, BareUnknownPage } from '../bare-page.tsx'
import { Shell } from '../shell.tsx'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The words of the help panel for this page. */
    help?: WordKey
  }
}

export const rootRoute = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Outlet,
  errorComponent: BareErrorPage,
  notFoundComponent: BareUnknownPage,
  // Every search is a flat record of words; each page reads its own.
  validateSearch: (search: Record<string, unknown>): { [name: string]: string | undefined } => toUrlState(search),
})

/** Everything below needs somebody signed in; who is not, goes to the sign-in page and comes back to the same address. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: Shell,
  errorComponent: BareErrorPage,
  beforeLoad: async ({ context, location }) => {
    const { session } = await context.client.ensureQueryData(sessionQuery)
    if (!session) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
  },
})
