import type { WordKey } from '@guildhall/words'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, signedInRoute } from './root.tsx'

const help = (key: WordKey) => ({ staticData: { help: key }, getParentRoute: () => signedInRoute }) as const
const people = help('college.people-help')
const structure = help('college.structure-help')
const years = help('college.school-years-help')
const classes = help('college.classes-help')
const learners = help('college.learners-help')

/** Pages for who comes by a one-time link, or asks for one. */
export const welcomeRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/welcome/$token', component: lazyRouteComponent(() => import('../../features/welcome/pages/welcome-page.tsx'), 'WelcomePage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/new-password', component: lazyRouteComponent(() => import('../../features/welcome/pages/new-password-page.tsx'), 'NewPasswordPage') }),
] as const

export const collegeRoutes = [
  createRoute({ ...help('college.start-what'), path: '/start', component: lazyRouteComponent(() => import('../../features/college/pages/start-page.tsx'), 'StartPage') }),
  createRoute({ ...people, path: '/people', component: lazyRouteComponent(() => import('../../features/college/pages/people-page.tsx'), 'PeoplePage') }),
  createRoute({ ...people, path: '/people/new', component: lazyRouteComponent(() => import('../../features/college/pages/person-form-page.tsx'), 'InvitePersonPage') }),
  createRoute({ ...people, path: '/people/$id/edit', component: lazyRouteComponent(() => import('../../features/college/pages/person-form-page.tsx'), 'EditPersonPage') }),
  createRoute({ ...structure, path: '/college', component: lazyRouteComponent(() => import('../../features/college/pages/structure-page.tsx'), 'StructurePage') }),
  createRoute({ ...years, path: '/school-years', component: lazyRouteComponent(() => import('../../features/college/pages/school-years-page.tsx'), 'SchoolYearsPage') }),
  createRoute({ ...years, path: '/school-years/new', component: lazyRouteComponent(() => import('../../features/college/pages/school-year-form-page.tsx'), 'AddSchoolYearPage') }),
  createRoute({ ...years, path: '/school-years/$id', component: lazyRouteComponent(() => import('../../features/college/pages/school-year-page.tsx'), 'SchoolYearPage') }),
  createRoute({ ...years, path: '/school-years/$id/edit', component: lazyRouteComponent(() => import('../../features/college/pages/school-year-form-page.tsx'), 'EditSchoolYearPage') }),
  createRoute({ ...classes, path: '/classes', component: lazyRouteComponent(() => import('../../features/college/pages/classes-page.tsx'), 'ClassesPage') }),
  createRoute({ ...classes, path: '/classes/new', component: lazyRouteComponent(() => import('../../features/college/pages/class-form-page.tsx'), 'AddClassPage') }),
  createRoute({ ...classes, path: '/classes/$id', component: lazyRouteComponent(() => import('../../features/college/pages/class-page.tsx'), 'ClassPage') }),
  createRoute({ ...classes, path: '/classes/$id/edit', component: lazyRouteComponent(() => import('../../features/college/pages/class-form-page.tsx'), 'EditClassPage') }),
  createRoute({ ...learners, path: '/learners', component: lazyRouteComponent(() => import('../../features/college/pages/learners-page.tsx'), 'LearnersPage') }),
  createRoute({ ...learners, path: '/learners/new', component: lazyRouteComponent(() => import('../../features/college/pages/learner-form-page.tsx'), 'AddLearnerPage') }),
  createRoute({ ...learners, path: '/learners/$id', component: lazyRouteComponent(() => import('../../features/college/pages/learner-page.tsx'), 'LearnerPage') }),
  createRoute({ ...learners, path: '/learners/$id/edit', component: lazyRouteComponent(() => import('../../features/college/pages/learner-form-page.tsx'), 'EditLearnerPage') }),
] as const
