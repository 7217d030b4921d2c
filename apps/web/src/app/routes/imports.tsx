import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from './root.tsx'

export const importRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/programmes/upload',
    staticData: { help: 'imports.programme.help' },
    component: lazyRouteComponent(() => import('../../features/imports/pages/programme-upload-page.tsx'), 'ProgrammeUploadPage'),
  }),
] as const
