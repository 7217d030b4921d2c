import type { FastifyInstance } from 'fastify'
import { mountChangeProposals } from './change-proposals/proposals.routes.ts'
import { mountProgrammeEndpoints } from './programmes/programmes.routes.ts'

export { listProposals } from './change-proposals/proposals.queries.ts'
export { addProposal, approveProposal, castVote, closeOpinions, closeVote, giveOpinion, refuseProposal, submitProposal } from './change-proposals/proposals.service.ts'
export { saveRoute } from './change-proposals/routes.service.ts'
export { addMajor, listMajors } from './majors/majors.service.ts'
export { createProgramme, putInForce } from './programmes/programmes.service.ts'
export { insertVersion, saveCourse } from './programmes/programmes.store.ts'
export { getProgramme, listProgrammes } from './programmes/programmes.queries.ts'
export { addTeachingRecord } from './teaching-records/teaching-records.service.ts'
export { describeUnit } from './units/units.service.ts'

/** Majors, training programmes, what is taught, what is asked, and how a programme changes. */
export function mountProgrammes(app: FastifyInstance): void {
  mountProgrammeEndpoints(app)
  mountChangeProposals(app)
}
