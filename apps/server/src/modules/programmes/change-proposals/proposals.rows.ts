import type { Change, Proposal, ProposalStatus } from '@guildhall/contract/programmes'
import type { Trx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/http/refused.ts'
import type { RouteStep } from './route.ts'

/** The columns that every view of a proposal needs. */
export const proposalRows = (trx: Trx) =>
  trx
    .selectFrom('changeProposals')
    .leftJoin('majors', (join) => join.onRef('majors.homeId', '=', 'changeProposals.homeId').onRef('majors.id', '=', 'changeProposals.majorId'))
    .leftJoin('trainingProgrammes', (join) => join.onRef('trainingProgrammes.homeId', '=', 'changeProposals.homeId').onRef('trainingProgrammes.id', '=', 'changeProposals.programmeId'))
    .select([
      'changeProposals.id', 'changeProposals.homeId', 'changeProposals.number', 'changeProposals.title', 'changeProposals.status', 'changeProposals.majorId', 'majors.name as majorName', 'changeProposals.programmeId', 'trainingProgrammes.number as programmeNumber', 'trainingProgrammes.cohort',
      'changeProposals.fromCohort', 'changeProposals.outcomeIds', 'changeProposals.firstSaidOn', 'changeProposals.decidedAt', 'changeProposals.decidedOnPaperOn', 'changeProposals.stepEnds', 'changeProposals.updatedAt',
    ])

export type ProposalColumns = Awaited<ReturnType<ReturnType<typeof proposalRows>['executeTakeFirstOrThrow']>>

/** The columns of one proposal that the services decide by. */
export async function getProposalRow(trx: Trx, id: string) {
  const row = await proposalRows(trx)
    .select(['changeProposals.grounds', 'changeProposals.changes', 'changeProposals.route', 'changeProposals.step', 'changeProposals.decidedBy', 'changeProposals.decisionReason', 'changeProposals.documentNumber', 'changeProposals.documentFileId', 'changeProposals.evidence', 'changeProposals.createdBy', 'changeProposals.version', 'changeProposals.parties'])
    .where('changeProposals.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return { ...row, status: row.status as ProposalStatus, changes: row.changes as Change[], route: row.route as RouteStep[] | null, evidence: row.evidence as Evidence | null } // safe: a CHECK holds the states, the rest is written by this module
}
export type ProposalFull = Awaited<ReturnType<typeof getProposalRow>>

/** What a decision rested on, frozen when it was taken. Corrections come after it, never over it. */
export type Evidence = Readonly<{ asOf: string; diff: Proposal['diff']; outcomes: Proposal['outcomeList'] }>
