import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { readUrlState, writeUrlState } from '../ui/url-state.ts'
import { ErrorPage } from './error-page.tsx'
import { collegeRoutes, welcomeRoutes } from './routes/college.tsx'
import { directoryRoutes } from './routes/directory.tsx'
import { homeRoutes } from './routes/home.tsx'
import { identityRoutes, signInRoute } from './routes/identity.tsx'
import { importRoutes } from './routes/imports.tsx'
import { needRoutes } from './routes/needs.tsx'
import { programmeRoutes } from './routes/programmes.tsx'
import { rootRoute, signedInRoute } from './routes/root.tsx'
import { taxonomyRoutes } from './routes/taxonomy.tsx'
import { visitRoutes } from './routes/visits.tsx'
import { UnknownPage } from './unknown-page.tsx'

const routeTree = rootRoute.addChildren([
  signInRoute,
  ...welcomeRoutes,
  signedInRoute.addChildren([...homeRoutes, ...identityRoutes, ...directoryRoutes, ...collegeRoutes, ...needRoutes, ...programmeRoutes, ...importRoutes, ...taxonomyRoutes, ...visitRoutes]),
])

/** Every page of the office. A new module adds its file in `routes/` and one line here. */
export const createHouseRouter = (client: QueryClient) =>
  createRouter({
    routeTree,
    context: { client },
    parseSearch: readUrlState,
    stringifySearch: writeUrlState,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: UnknownPage,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createHouseRouter>
  }
}
