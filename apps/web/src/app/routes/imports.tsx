import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from './root.tsx'

const help = { staticData: { help: 'imports.help' }, getParentRoute: () => signedInRoute } as const

export const importRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/programmes/upload',
    staticData: { help: 'imports.programme.help' },
    component: lazyRouteComponent(() => import('../../features/imports/pages/programme-upload-page.tsx'), 'ProgrammeUploadPage'),
  }),
  createRoute({ ...help, path: '/imports', component: lazyRouteComponent(() => import('../../features/imports/pages/imports-page.tsx'), 'ImportsPage') }),
  createRoute({ ...help, path: '/imports/new', component: lazyRouteComponent(() => import('../../features/imports/pages/new-import-page.tsx'), 'NewImportPage') }),
  createRoute({ ...help, path: '/imports/$id', component: lazyRouteComponent(() => import('../../features/imports/pages/import-page.tsx'), 'ImportPage') }),
] as const
