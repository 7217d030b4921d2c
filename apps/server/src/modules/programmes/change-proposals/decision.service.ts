import type { Programme } from '@guildhall/contract/programmes'
import { signatureOf } from '../../../platform/access/actor.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { conflict } from '../../../platform/http/refused.ts'
import { putInInbox, settleTasks } from '../../../platform/inbox/inbox.ts'
import { tie } from '../../../platform/links/links.ts'
import { postMail } from '../../../platform/mail/mail.ts'
import { say } from '@guildhall/words'
import { readProgramme } from '../programmes/programmes.queries.ts'
import { copyProgramme } from '../programmes/programmes.service.ts'
import { insertVersion, setProgrammeCourses, touchProgramme } from '../programmes/programmes.store.ts'
import { type PlannedCourse, planCourses } from './diff.ts'
import { gatherEvidence } from './proposals.queries.ts'
import type { ProposalFull } from './proposals.rows.ts'
import { updateState } from './proposals.store.ts'
import { proposalThing } from './proposals.thing.ts'

export type Decision = Readonly<{ decision: 'adopted' | 'refused'; reason: string; documentNumber?: string | null; onDate?: string }>

/**
 * Decides a proposal: the evidence is frozen, an adopted one takes force from its cohort, and every enterprise whose words led to it is
 * told, of a refusal as plainly as of an adoption. One transaction: nobody is told of what was not decided.
 */
export async function decide(ctx: Context, trx: Trx, row: ProposalFull, decision: Decision): Promise<void> {
  const evidence = await gatherEvidence(ctx, trx, row)
  await settleTasks(ctx, trx, { id: row.id })
  if (decision.decision === 'adopted') await takeForce(ctx, trx, row)
  await updateState(ctx, trx, row, {
    status: decision.decision, step: null, stepEnds: null, decidedAt: ctx.now, decidedBy: signatureOf(ctx.actor).personId, decisionReason: decision.reason, evidence,
    firstSaidOn: evidence.outcomes.flatMap((one) => one.voices.map((voice) => voice.saidOn)).sort()[0] ?? row.firstSaidOn,
    ...(decision.documentNumber ? { documentNumber: decision.documentNumber } : {}), ...(decision.onDate ? { decidedOnPaperOn: decision.onDate } : {}),
  })
  await tellEnterprises(ctx, trx, row, decision)
  await tellAuthor(ctx, trx, row, decision)
}

/** New versions of the changed courses, in the programmes of the named cohort and of all later ones. Older cohorts keep theirs. */
async function takeForce(ctx: Context, trx: Trx, row: ProposalFull): Promise<void> {
  const base = await readProgramme(ctx, trx, row.programmeId)
  const { planned } = planCourses(base.courseList, row.changes)
  const targets = await findTargets(ctx, trx, row, base)
  for (const plan of planned) {
    const made = await insertVersion(ctx, trx, row.homeId, plan.course.courseId, await versionOf(ctx, trx, row, plan))
    await tie(ctx, trx, { homeId: row.homeId, relation: 'changes', from: { kind: proposalThing.kind, id: row.id }, to: { kind: 'course-version', id: made.id }, parties: [row.homeId] })
    await tieUnits(ctx, trx, row, plan, made.unitIds)
    for (const target of targets) {
      const versions = target.courseList.map((one) => one.versionId)
      const at = versions.indexOf(plan.course.versionId)
      // Somebody else's change of this very course took force in the meantime: it is not overwritten.
      if (at < 0) throw conflict('course-changed-meanwhile', { course: plan.course.code, cohort: target.cohort })
      versions[at] = made.id
      await setProgrammeCourses(ctx, trx, row.homeId, target.id, versions)
      target.courseList[at] = { ...target.courseList[at]!, versionId: made.id }
    }
  }
  for (const target of targets) {
    await touchProgramme(ctx, trx, row.homeId, target.id)
    await keepAction(ctx, trx, { homeId: row.homeId, kind: 'programme', id: target.id, action: 'changed-by-proposal', body: { proposalId: row.id }, parties: [row.homeId] })
  }
}

/** The programmes of this major from the cohort on; the cohort's own is rolled over from the base where there is none yet. */
async function findTargets(ctx: Context, trx: Trx, row: ProposalFull, base: Programme): Promise<Programme[]> {
  const list = () => trx.selectFrom('trainingProgrammes').select(['id', 'cohort']).where('homeId', '=', row.homeId).where('majorId', '=', row.majorId).where('cohort', '>=', row.fromCohort).where('state', '<>', 'closed').orderBy('cohort').execute()
  let found = await list()
  if (!found.some((one) => one.cohort === row.fromCohort)) {
    const newest = (await trx.selectFrom('trainingProgrammes').select('id').where('homeId', '=', row.homeId).where('majorId', '=', row.majorId).where('cohort', '<', row.fromCohort).where('state', '<>', 'closed').orderBy('cohort', 'desc').limit(1).executeTakeFirst())?.id
    await copyProgramme(ctx, trx, newest && newest !== base.id ? await readProgramme(ctx, trx, newest) : base, row.fromCohort, row.homeId)
    found = await list()
  }
  return Promise.all(found.map((one) => readProgramme(ctx, trx, one.id)))
}

async function versionOf(ctx: Context, trx: Trx, row: ProposalFull, plan: PlannedCourse): Promise<Parameters<typeof insertVersion>[4]> {
  const { course } = plan
  const carried = await trx.selectFrom('unitOutcomes').select(['id', 'unitId', 'outcomeId', 'depth', 'assessment', 'confirmedBy', 'confirmedAt']).where('homeId', '=', row.homeId).where('unitId', 'in', course.units.map((one) => one.id).concat(row.id)).execute()
  const described = await trx.selectFrom('units').select(['id', 'describedBy', 'describedAt']).where('homeId', '=', row.homeId).where('courseVersionId', '=', course.versionId).execute()
  const now = { confirmedBy: signatureOf(ctx.actor).personId, confirmedAt: ctx.now }
  return {
    category: course.category, nature: course.nature, credits: plan.credits, hoursTheory: plan.hoursTheory, hoursPractice: plan.hoursPractice, assessment: plan.assessment, terms: course.terms, fromCohort: row.fromCohort, copiedFrom: course.versionId, proposalId: row.id,
    units: plan.units.filter((unit) => !unit.removed).map((unit) => {
      const old = carried.filter((one) => one.unitId === unit.unitId && !unit.outcomes.some((added) => added.outcomeId === one.outcomeId))
      const said = described.find((one) => one.id === unit.unitId)
      return {
        name: unit.name, content: unit.content, hoursTheory: unit.hoursTheory, hoursPractice: unit.hoursPractice, copiedFrom: unit.unitId,
        // What the proposal attached was confirmed by those who decided it.
        describedBy: said?.describedBy ?? (unit.outcomes.length ? now.confirmedBy : null), describedAt: said?.describedAt ?? (unit.outcomes.length ? ctx.now : null),
        outcomes: [...old.map(({ id, unitId: _u, ...one }) => ({ ...one, copiedFrom: id })), ...unit.outcomes.map((one) => ({ ...one, ...now }))],
      }
    }),
  }
}

async function tieUnits(ctx: Context, trx: Trx, row: ProposalFull, plan: PlannedCourse, unitIds: readonly string[]): Promise<void> {
  const kept = plan.units.filter((unit) => !unit.removed)
  for (const [index, unit] of kept.entries()) {
    const id = unitIds[index]!
    if (unit.unitId) await tie(ctx, trx, { homeId: row.homeId, relation: 'copy-of', from: { kind: 'unit', id }, to: { kind: 'unit', id: unit.unitId }, parties: [row.homeId] })
    for (const { outcomeId } of unit.outcomes) await tie(ctx, trx, { homeId: row.homeId, relation: 'taught-by', from: { kind: 'outcome', id: outcomeId }, to: { kind: 'unit', id }, parties: [row.homeId] })
  }
}

/** Every need that voiced an outcome of the proposal is answered: inbox of the enterprise, mail to whom a personal link was given. */
async function tellEnterprises(ctx: Context, trx: Trx, row: ProposalFull, decision: Decision): Promise<void> {
  if (!row.outcomeIds.length) return
  const needs = await trx
    .selectFrom('links')
    .innerJoin('needs', 'needs.id', 'links.fromId')
    .leftJoin('contactLinks', 'contactLinks.id', 'needs.contactLinkId')
    .select(['needs.id', 'needs.homeId', 'needs.number', 'needs.text', 'contactLinks.contactEmail', 'contactLinks.language', 'contactLinks.revokedAt'])
    .distinctOn('needs.id')
    .where('links.toId', 'in', row.outcomeIds)
    .where('links.relation', '=', 'voiced')
    .where('links.withdrawnAt', 'is', null)
    .where('needs.withdrawnAt', 'is', null)
    .execute()
  const code = decision.decision === 'adopted' ? 'change-adopted' : 'change-refused'
  for (const need of needs) {
    const params = { number: need.number, text: need.text.slice(0, 80), title: row.title, cohort: String(row.fromCohort), reason: decision.reason }
    await putInInbox(ctx, trx, { kind: 'notice', code, params, organisationId: need.homeId, roles: ['hr', 'owner', 'mentor'], object: { kind: 'need', id: need.id }, url: `/needs/${need.id}/thread`, effectKey: `decided:${row.id}:${need.id}` })
    await tie(ctx, trx, { homeId: row.homeId, relation: 'told', from: { kind: proposalThing.kind, id: row.id }, to: { kind: 'need', id: need.id }, body: { decision: decision.decision }, parties: [row.homeId, need.homeId] })
    if (need.contactEmail && !need.revokedAt) {
      const language = need.language === 'zh' ? 'zh-CN' : need.language === 'de' ? 'de' : 'en'
      await postMail(ctx, trx, { to: need.contactEmail, language, subject: say(`programmes.mail-${code}-subject`, params, language), body: say(`programmes.mail-${code}-body`, params, language), effectKey: `decided:${row.id}:${need.id}` })
    }
  }
}

async function tellAuthor(ctx: Context, trx: Trx, row: ProposalFull, decision: Decision): Promise<void> {
  if (!row.createdBy) return
  await putInInbox(ctx, trx, {
    kind: 'notice', code: decision.decision === 'adopted' ? 'proposal-adopted' : 'proposal-refused', params: { number: row.number, title: row.title, reason: decision.reason }, organisationId: row.homeId, person: row.createdBy,
    object: { kind: proposalThing.kind, id: row.id }, url: proposalThing.urlOf(row.id), effectKey: `proposal-decided:${row.id}`,
  })
}
