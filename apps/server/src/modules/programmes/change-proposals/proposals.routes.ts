import { changeProposals, proposalRoutes } from '@guildhall/contract/programmes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { attachDocument, findDocument } from './document.service.ts'
import { getProposal, listProposals } from './proposals.queries.ts'
import { addProposal, approveProposal, castVote, closeOpinions, closeVote, editProposal, giveOpinion, recordPaperDecision, refuseProposal, returnProposal, submitProposal, withdrawProposal } from './proposals.service.ts'
import { listRoutes, saveRoute } from './routes.service.ts'

export function mountChangeProposals(app: FastifyInstance): void {
  mount(app, changeProposals.list, ({ ctx, query }) => listProposals(ctx, query))
  mount(app, changeProposals.one, ({ ctx, params }) => getProposal(ctx, params.id))
  mount(app, changeProposals.add, ({ ctx, body }) => addProposal(ctx, body))
  mount(app, changeProposals.edit, ({ ctx, params, body }) => editProposal(ctx, params.id, body))
  mount(app, changeProposals.submit, ({ ctx, params, body }) => submitProposal(ctx, params.id, body.routeId))
  mount(app, changeProposals.opine, ({ ctx, params, body }) => giveOpinion(ctx, params.id, body))
  mount(app, changeProposals.closeOpinions, ({ ctx, params }) => closeOpinions(ctx, params.id))
  mount(app, changeProposals.vote, ({ ctx, params, body }) => castVote(ctx, params.id, body))
  mount(app, changeProposals.closeVote, ({ ctx, params }) => closeVote(ctx, params.id))
  mount(app, changeProposals.approve, ({ ctx, params, body }) => approveProposal(ctx, params.id, body))
  mount(app, changeProposals.refuse, ({ ctx, params, body }) => refuseProposal(ctx, params.id, body))
  mount(app, changeProposals.return, ({ ctx, params, body }) => returnProposal(ctx, params.id, body.reason))
  mount(app, changeProposals.recordPaper, ({ ctx, params, body }) => recordPaperDecision(ctx, params.id, body))
  mount(app, changeProposals.withdraw, ({ ctx, params, body }) => withdrawProposal(ctx, params.id, body.reason))
  mount(app, changeProposals.attach, ({ ctx, params, file }) => attachDocument(ctx, params.id, file))
  mount(app, changeProposals.document, async ({ ctx, params, reply }) => {
    const file = await findDocument(ctx, params.id)
    // An attachment, never shown in our own pages' origin as a document.
    return reply.type(file.type).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`).header('x-content-type-options', 'nosniff').send(ctx.house.files.open(file.id))
  })
  mount(app, proposalRoutes.list, ({ ctx }) => listRoutes(ctx))
  mount(app, proposalRoutes.save, ({ ctx, body }) => saveRoute(ctx, body))
}
