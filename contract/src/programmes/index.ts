export { gaps, Gap, GapRow, Matrix, matrices } from './gaps.ts'
export { Major, majorLevels, majors, Programme, programmes, ProgrammeRow, programmeStates, teachingRecords, Unit, units } from './programmes.ts'
export { changeKinds, changeProposals, type Change, Proposal, ProposalRow, proposalRoutes, ProposalRoute, routeStepKinds, stances } from './change-proposals.ts'
export { type ProposalAction, proposalLifeCycle, type ProposalStatus, proposalStatuses } from './change-proposals.process.ts'
