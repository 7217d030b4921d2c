export { type ActionRule, allowedActions, defineLifeCycle, fold, type KeptStep, type LifeCycle, step, type StepRefusal } from './life-cycle.ts'
export { type Ballot, countVote, type VoteResult, type VoteRule } from './voting.ts'
