import type { changeProposals, Proposal, ProposalAction, ProposalStatus } from '@guildhall/contract/programmes'
import { proposalLifeCycle } from '@guildhall/contract/programmes'
import { addDays } from '@guildhall/kernel'
import { countVote, step as takeStep } from '@guildhall/process'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { dayOf } from '../../../platform/clock/clock.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act } from '../../../platform/database/doors.ts'
import { conflict, fault, notAllowed, stale } from '../../../platform/http/refused.ts'
import { putInInbox, settleTasks } from '../../../platform/inbox/inbox.ts'
import { tie, untie } from '../../../platform/links/links.ts'
import { noId } from '../../../platform/search/find.ts'
import { nextNumber } from '../../../platform/things/thing.ts'
import { readProgramme } from '../programmes/programmes.queries.ts'
import { decide } from './decision.service.ts'
import { roundOf } from './proposal-parts.queries.ts'
import { readProposal } from './proposals.queries.ts'
import { getProposalRow, type ProposalFull } from './proposals.rows.ts'
import { indexProposal, insertOpinion, insertProposal, insertVote, lockProposal, updateDraft, updateState } from './proposals.store.ts'
import { proposalThing } from './proposals.thing.ts'
import { getRouteFor } from './routes.service.ts'
import { type RouteStep, relationsTo, standsFor, statusAt } from './route.ts'

type Body<E extends { body: z.ZodType }> = z.output<E['body']>
const own = (ctx: Context) => signatureOf(ctx.actor).organisationId ?? noId

/** Begins a proposal from a gap, or from nothing but a thought. */
export const addProposal = (ctx: Context, given: Body<typeof changeProposals.add>): Promise<Proposal> =>
  act(ctx, async (trx) => {
    if (!can(proposalThing.rights, 'add', ctx.actor, {})) throw notAllowed()
    const homeId = own(ctx)
    const programme = await readProgramme(ctx, trx, given.programmeId)
    refuseEarlyCohort(given.fromCohort, programme)
    await refuseOlderBase(trx, homeId, programme, given.fromCohort)
    const id = newId(ctx)
    const number = await nextNumber(ctx, trx, proposalThing, homeId)
    const { programmeId, ...draft } = given
    await insertProposal(ctx, trx, { homeId, id, number, programmeId, majorId: programme.major.id, createdBy: signatureOf(ctx.actor).personId, ...draft })
    await tieOutcomes(ctx, trx, { homeId, id }, [], given.outcomeIds)
    await keep(ctx, trx, { homeId, id, parties: [homeId] }, 'drafted', { title: given.title, programmeId })
    return readProposal(ctx, trx, id)
  })

// Those who study by a programme in force keep it: a change holds for a later cohort.
function refuseEarlyCohort(fromCohort: number, programme: { cohort: number; state: string }): void {
  if (fromCohort < programme.cohort || (fromCohort === programme.cohort && programme.state !== 'draft')) throw fault('/fromCohort', 'cohort-not-later', { cohort: programme.cohort })
}

/** A change for a cohort starts from the programme that holds just before it: an older one would undo what was decided since. */
async function refuseOlderBase(trx: Trx, homeId: string, base: { cohort: number; major: { id: string } }, fromCohort: number): Promise<void> {
  const newer = await trx.selectFrom('trainingProgrammes').select(['number', 'cohort']).where('homeId', '=', homeId).where('majorId', '=', base.major.id).where('cohort', '>', base.cohort).where('cohort', '<=', fromCohort).where('state', '<>', 'closed').orderBy('cohort', 'desc').limit(1).executeTakeFirst()
  if (newer) throw fault('/programmeId', 'newer-programme', { number: newer.number, cohort: newer.cohort })
}

async function tieOutcomes(ctx: Context, trx: Trx, proposal: { homeId: string; id: string }, before: readonly string[], after: readonly string[]): Promise<void> {
  for (const id of before.filter((one) => !after.includes(one))) await untie(ctx, trx, { homeId: proposal.homeId, relation: 'asks-change', fromId: id, toId: proposal.id })
  for (const id of after) await tie(ctx, trx, { homeId: proposal.homeId, relation: 'asks-change', from: { kind: 'outcome', id }, to: { kind: proposalThing.kind, id: proposal.id }, parties: [proposal.homeId] })
}

/** Edits a draft; the version says which state was edited: of two people neither loses a text. */
export const editProposal = (ctx: Context, id: string, given: Body<typeof changeProposals.edit>): Promise<Proposal> =>
  act(ctx, async (trx) => {
    const row = await demand(ctx, trx, id, 'edit')
    const { version, ...sent } = given
    const changes = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as Partial<typeof sent> // safe: the same members, blanks left out
    if (changes.fromCohort) refuseEarlyCohort(changes.fromCohort, await readProgramme(ctx, trx, row.programmeId))
    if (!(await updateDraft(ctx, trx, { homeId: row.homeId, id, version }, changes as Parameters<typeof updateDraft>[3]))) throw stale(await readProposal(ctx, trx, id)) // safe: the contract's shape is the store's
    if (changes.outcomeIds) await tieOutcomes(ctx, trx, row, row.outcomeIds, changes.outcomeIds)
    if (changes.title) await indexProposal(ctx, trx, { ...row, title: changes.title })
    await keep(ctx, trx, row, 'edited', { fields: Object.keys(changes) })
    return readProposal(ctx, trx, id)
  })

/** Sends it on the route that the college has set; the route is copied, so that a later change of it moves nobody's proposal. */
export const submitProposal = (ctx: Context, id: string, routeId: string | undefined): Promise<Proposal> =>
  act(ctx, async (trx) => {
    const row = await demand(ctx, trx, id, 'submit')
    const route = await getRouteFor(trx, row.homeId, routeId)
    const before = await readProposal(ctx, trx, id)
    if (!row.changes.length) throw conflict('proposal-changes-nothing')
    if (before.diff.warnings.some((one) => one.code === 'changes-without-place')) throw conflict('proposal-lost-its-place')
    const parties = [row.homeId, ...route.flatMap((one) => one.organisations)]
    await updateState(ctx, trx, row, { route, parties, firstSaidOn: before.outcomeList.flatMap((one) => one.voices.map((voice) => voice.saidOn)).sort()[0] ?? null })
    await indexProposal(ctx, trx, { ...row, parties })
    await keep(ctx, trx, { ...row, parties }, 'submitted', { to: statusAt(route, 0), route })
    await enterStep(ctx, trx, { ...row, route, parties }, 0, 'submit')
    return readProposal(ctx, trx, id)
  })

export const giveOpinion = (ctx: Context, id: string, given: Body<typeof changeProposals.opine>): Promise<Proposal> =>
  act(ctx, async (trx) => {
    const row = await demand(ctx, trx, id, 'opine')
    await insertOpinion(ctx, trx, { homeId: row.homeId, proposalId: id, step: row.step!, personId: signatureOf(ctx.actor).personId, organisationId: own(ctx), ...given })
    await settleMine(ctx, trx, id, 'opinion-wanted')
    await keep(ctx, trx, row, 'opinion-given', { stance: given.stance })
    return readProposal(ctx, trx, id)
  })

export const closeOpinions = (ctx: Context, id: string): Promise<Proposal> =>
  act(ctx, async (trx) => {
    const row = await demand(ctx, trx, id, 'close-opinions')
    await keep(ctx, trx, row, 'opinions-closed', { to: statusAt(row.route!, row.step! + 1) })
    await enterStep(ctx, trx, row, row.step! + 1, 'close-opinions')
    return readProposal(ctx, trx, id)
  })

/** A vote, once; a deputy says for whom. After the last day of the step there is no voting. */
export const castVote = (ctx: Context, id: string, given: Body<typeof changeProposals.vote>): Promise<Proposal> =>
  act(ctx, async (trx) => {
    const row = await demand(ctx, trx, id, 'vote')
    const me = signatureOf(ctx.actor).personId!
    const forPersonId = given.forPersonId ?? me
    if (!standsFor(row.route![row.step!]!, me).includes(forPersonId)) throw given.forPersonId ? fault('/forPersonId', 'not-the-deputy') : notAllowed()
    if (row.stepEnds && dayOf(ctx.now) > row.stepEnds) throw conflict('vote-is-over', { until: row.stepEnds })
    const cast = await insertVote(ctx, trx, { homeId: row.homeId, proposalId: id, step: row.step!, round: await roundOf(trx, row), personId: me, forPersonId, vote: given.vote })
    if (!cast) throw conflict('voted-already')
    await settleTasks(ctx, trx, { id, code: 'vote-wanted', person: forPersonId })
    await keep(ctx, trx, row, 'voted', { forPersonId })
    return readProposal(ctx, trx, id)
  })

export const closeVote = (ctx: Context, id: string): Promise<Proposal> =>
  act(ctx, async (trx) => {
    const row = await demand(ctx, trx, id, 'close-vote')
    const round = await roundOf(trx, row)
    const step = row.route![row.step!]!
    const votes = await trx.selectFrom('proposalVotes').select('vote').where('homeId', '=', row.homeId).where('proposalId', '=', id).where('step', '=', row.step!).where('round', '=', round).execute()
    const count = (vote: string) => votes.filter((one) => one.vote === vote).length
    const ballot = { yes: count('yes'), no: count('no'), abstain: count('abstain') }
    const result = countVote({ members: step.people.length, quorum: step.quorum, majority: step.majority }, ballot)
    if (result.kind === 'no-quorum') throw conflict('no-quorum', { cast: result.cast, needed: result.needed })
    await keep(ctx, trx, row, 'vote-closed', { ...ballot, result: result.kind, to: result.kind === 'carried' ? statusAt(row.route!, row.step! + 1) : 'refused' })
    if (result.kind === 'carried') await enterStep(ctx, trx, row, row.step! + 1, 'close-vote')
    else await decide(ctx, trx, row, { decision: 'refused', reason: `${step.name}: ${ballot.yes} : ${ballot.no}` })
    return readProposal(ctx, trx, id)
  })

export const approveProposal = (ctx: Context, id: string, given: Body<typeof changeProposals.approve>): Promise<Proposal> =>
  act(ctx, async (trx) => {
    const row = await demand(ctx, trx, id, 'approve')
    await keep(ctx, trx, row, 'approved', { reason: given.reason, to: statusAt(row.route!, row.step! + 1) })
    await enterStep(ctx, trx, row, row.step! + 1, 'approve', { reason: given.reason, documentNumber: given.documentNumber ?? null })
    return readProposal(ctx, trx, id)
  })

export const refuseProposal = (ctx: Context, id: string, given: Body<typeof changeProposals.refuse>): Promise<Proposal> =>
  act(ctx, async (trx) => {
    const row = await demand(ctx, trx, id, 'refuse')
    await keep(ctx, trx, row, 'refused', { reason: given.reason, to: 'refused' })
    await decide(ctx, trx, row, { decision: 'refused', reason: given.reason, documentNumber: given.documentNumber ?? null })
    return readProposal(ctx, trx, id)
  })

export const returnProposal = (ctx: Context, id: string, reason: string): Promise<Proposal> =>
  act(ctx, async (trx) => {
    const row = await demand(ctx, trx, id, 'return')
    await settleTasks(ctx, trx, { id })
    await updateState(ctx, trx, row, { status: 'returned', step: null, stepEnds: null })
    if (row.createdBy) await putInInbox(ctx, trx, { kind: 'task', code: 'proposal-returned', params: { number: row.number, title: row.title, reason }, organisationId: row.homeId, person: row.createdBy, object: { kind: proposalThing.kind, id }, url: proposalThing.urlOf(id), effectKey: `proposal-returned:${id}:${row.version}` })
    await keep(ctx, trx, row, 'returned', { reason, to: 'returned' })
    return readProposal(ctx, trx, id)
  })

/** A decision that was taken on paper is entered afterwards, with its day and document number. */
export const recordPaperDecision = (ctx: Context, id: string, given: Body<typeof changeProposals.recordPaper>): Promise<Proposal> =>
  act(ctx, async (trx) => {
    const row = await demand(ctx, trx, id, 'record-paper-decision')
    if (given.onDate > dayOf(ctx.now)) throw fault('/onDate', 'said-in-the-future')
    await keep(ctx, trx, row, 'paper-decision-recorded', { ...given, to: given.decision })
    await decide(ctx, trx, row, given)
    return readProposal(ctx, trx, id)
  })

export const withdrawProposal = (ctx: Context, id: string, reason: string): Promise<Proposal> =>
  act(ctx, async (trx) => {
    const row = await demand(ctx, trx, id, 'withdraw')
    await settleTasks(ctx, trx, { id })
    await updateState(ctx, trx, row, { status: 'withdrawn', step: null, stepEnds: null })
    await keep(ctx, trx, row, 'withdrawn', { reason, to: 'withdrawn' })
    return readProposal(ctx, trx, id)
  })

/** Opens a step of the route: status, last day, tasks for everybody who is asked. Beyond the last step the proposal is adopted. */
async function enterStep(ctx: Context, trx: Trx, row: ProposalFull, to: number, action: ProposalAction, decision: { reason?: string; documentNumber?: string | null } = {}): Promise<void> {
  const route = row.route!
  const status: ProposalStatus = statusAt(route, to)
  const way = takeStep(proposalLifeCycle, { status: row.status, action, relations: relationsTo(ctx.actor, row), to: status })
  if (!way.ok) throw conflict(way.reason.code, { ...way.reason.params })
  await settleTasks(ctx, trx, { id: row.id })
  const step = route[to]
  if (!step) return decide(ctx, trx, row, { decision: 'adopted', reason: decision.reason ?? '', documentNumber: decision.documentNumber ?? null })
  await updateState(ctx, trx, row, { status, step: to, stepEnds: addDays(dayOf(ctx.now), step.days) })
  await askPeople(ctx, trx, row, step, to)
}

const wanted = { opinion: 'opinion-wanted', vote: 'vote-wanted', approval: 'approval-wanted' } as const

async function askPeople(ctx: Context, trx: Trx, row: ProposalFull, step: RouteStep, index: number): Promise<void> {
  const item = { kind: 'task' as const, code: wanted[step.kind], params: { number: row.number, title: row.title }, object: { kind: proposalThing.kind, id: row.id }, url: proposalThing.urlOf(row.id), due: addDays(dayOf(ctx.now), step.days) }
  const round = await roundOf(trx, row)
  for (const person of step.people) {
    const deputy = step.deputies.find((one) => one.personId === person)?.deputyId
    for (const to of deputy ? [person, deputy] : [person]) await putInInbox(ctx, trx, { ...item, organisationId: row.homeId, person: to, effectKey: `${step.kind}:${row.id}:${round}:${index}:${person}:${to}` })
  }
  for (const organisationId of step.organisations) await putInInbox(ctx, trx, { ...item, organisationId, roles: ['hr', 'owner', 'delegate'], effectKey: `${step.kind}:${row.id}:${round}:${index}` })
}

const settleMine = async (ctx: Context, trx: Trx, id: string, code: string): Promise<void> => {
  const { personId, organisationId } = signatureOf(ctx.actor)
  await trx.updateTable('inboxItems').set({ doneAt: ctx.now, doneBy: personId }).where('homeId', '=', organisationId ?? noId).where('objectId', '=', id).where('code', '=', code).where('doneAt', 'is', null).where((eb) => eb.or([eb('forPerson', '=', personId), eb('forPerson', 'is', null)])).execute()
}

/** The row, locked, where the life cycle allows the action to this actor now; else the refusal that the table gives. */
async function demand(ctx: Context, trx: Trx, id: string, action: ProposalAction): Promise<ProposalFull> {
  await lockProposal(trx, id)
  const row = await getProposalRow(trx, id)
  const rule = proposalLifeCycle.actions[action]
  const relations = relationsTo(ctx.actor, row)
  if (!rule.from.includes(row.status as never)) throw conflict('not-in-this-state', { action, status: row.status }) // safe: the list holds statuses only
  if (!rule.by.some((one) => relations.includes(one))) throw notAllowed()
  return row
}

const keep = (ctx: Context, trx: Trx, row: { homeId: string; id: string; parties: readonly string[] }, action: string, body: Record<string, unknown>) =>
  keepAction(ctx, trx, { homeId: row.homeId, kind: proposalThing.kind, id: row.id, action, body, parties: row.parties })
