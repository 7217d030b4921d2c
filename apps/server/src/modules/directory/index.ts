import type { FastifyInstance } from 'fastify'
import { mountClasses } from './classes/classes.routes.ts'
import { mountDepartments } from './departments/departments.routes.ts'
import { mountLearners } from './learners/learners.routes.ts'
import { mountOrganisations } from './organisations/organisations.routes.ts'
import { mountPeople } from './people/people.routes.ts'
import { mountRegions } from './regions/regions.routes.ts'
import { mountSchoolYears } from './school-years/school-years.routes.ts'

export { organisationTarget } from './organisations/organisations.import.ts'
export { listOrganisations } from './organisations/organisations.queries.ts'
export { addOrganisation, vetOrganisation } from './organisations/organisations.service.ts'
export { organisationThing } from './organisations/organisations.thing.ts'
export { classTarget, listClassesForImport, takeClasses } from './classes/classes.import.ts'
export { listClasses } from './classes/classes.queries.ts'
export { changeClass } from './classes/classes.service.ts'
export { addCampus } from './departments/campuses.service.ts'
export { addDepartment } from './departments/departments.service.ts'
export { learnerTarget, listLearnersForImport, takeLearners } from './learners/learners.import.ts'
export { listLearners } from './learners/learners.queries.ts'
export { addLearner, recordLearnerChange } from './learners/learners.service.ts'
export { peopleTarget } from './people/people.import.ts'
export { addSchoolYear } from './school-years/school-years.service.ts'

/** Organisations, people, regions, the calendar, classes, learners. */
export function mountDirectory(app: FastifyInstance): void {
  mountOrganisations(app)
  mountPeople(app)
  mountRegions(app)
  mountDepartments(app)
  mountSchoolYears(app)
  mountClasses(app)
  mountLearners(app)
}
