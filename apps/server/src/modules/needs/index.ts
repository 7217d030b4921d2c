import type { FastifyInstance } from 'fastify'
import type { House } from '../../platform/context.ts'
import type { Engine } from '../translation/index.ts'
import { mountContactPages } from './contact-links/contact-page.routes.ts'
import { mountContactLinks } from './contact-links/contact-links.routes.ts'
import { mountGlossary } from './glossary/glossary.routes.ts'
import { mountNeedEndpoints } from './needs/needs.routes.ts'
import { mountPosts } from './posts/posts.routes.ts'
import { mountSecondOpinions } from './second-opinion/second-opinion.routes.ts'
import { mountSuggestions } from './suggestions/suggestions.routes.ts'
import { mountVisits } from './visits/visits.routes.ts'
import { mountWorkbench } from './workbench/workbench.routes.ts'

export { makeContactLink } from './contact-links/contact-links.service.ts'
export { answerOutcome } from './needs/answers.service.ts'
export { needTarget } from './needs/needs.import.ts'
export { listNeeds } from './needs/needs.queries.ts'
export { addNeed, recordNeed, setNeedAside } from './needs/needs.service.ts'
export { needThing } from './needs/needs.thing.ts'
export { suggestForImport } from './suggestions/suggestions.service.ts'
export { translateNeedsJob } from './suggestions/translate-needs.job.ts'
export { addVisit, listVisits } from './visits/visits.service.ts'
export { acceptOutcome, askEnterprise, markRead } from './workbench/workbench.service.ts'

/** Needs in an enterprise's own words, the workbench on which a college translates them, personal links, visits. */
export function mountNeeds(app: FastifyInstance, house: House, engine: Engine): void {
  mountNeedEndpoints(app, engine)
  mountPosts(app, engine)
  mountSuggestions(app)
  mountWorkbench(app, engine)
  mountContactLinks(app)
  mountContactPages(app, house)
  mountVisits(app, engine)
  mountGlossary(app)
  mountSecondOpinions(app, engine)
}
