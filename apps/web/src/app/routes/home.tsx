import { createRoute } from '@tanstack/react-router'
import { Home } from '../home.tsx'
import { signedInRoute } from './root.tsx'

export const homeRoutes = [
  createRoute({ getParentRoute: () => signedInRoute, path: '/', staticData: { help: 'web.help.home' }, component: Home }),
] as const
