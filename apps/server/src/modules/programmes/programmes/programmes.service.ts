import type { Programme } from '@guildhall/contract/programmes'
import type { LocalizedText } from '@guildhall/kernel'
import { signatureOf } from '../../../platform/access/actor.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act } from '../../../platform/database/doors.ts'
import { conflict, fault, notAllowed } from '../../../platform/http/refused.ts'
import { tie } from '../../../platform/links/links.ts'
import { noId } from '../../../platform/search/find.ts'
import { indexThing, nextNumber } from '../../../platform/things/thing.ts'
import { programmeThing } from '../programmes.things.ts'
import { readProgramme } from './programmes.queries.ts'
import { insertProgramme, setProgrammeCourses, touchProgramme } from './programmes.store.ts'

const own = (ctx: Context) => signatureOf(ctx.actor).organisationId ?? noId

/** Makes a programme row of the acting college with the versions that hold for its cohort. */
export async function createProgramme(ctx: Context, trx: Trx, given: { majorId: string; cohort: number; title: LocalizedText; aims?: string | null; versionIds: readonly string[]; state?: 'draft' | 'in-force'; copiedFrom?: string | null; importId?: string | null; homeId?: string }): Promise<string> {
  const homeId = given.homeId ?? own(ctx)
  const known = await trx.selectFrom('trainingProgrammes').select('number').where('homeId', '=', homeId).where('majorId', '=', given.majorId).where('cohort', '=', given.cohort).executeTakeFirst()
  if (known) throw fault('/cohort', 'programme-exists', { number: known.number, cohort: given.cohort })
  const id = newId(ctx)
  const number = await nextNumber(ctx, trx, programmeThing, homeId)
  await insertProgramme(ctx, trx, { homeId, id, number, majorId: given.majorId, cohort: given.cohort, title: given.title, aims: given.aims ?? null, state: given.state ?? 'draft', copiedFrom: given.copiedFrom ?? null, importId: given.importId ?? null })
  await setProgrammeCourses(ctx, trx, homeId, id, given.versionIds)
  await indexThing(ctx, trx, programmeThing, { homeId, id, number, title: given.title, words: [String(given.cohort)], parties: [homeId] })
  await keepAction(ctx, trx, { homeId, kind: programmeThing.kind, id, action: given.copiedFrom ? 'rolled-over' : 'added', body: { cohort: given.cohort, majorId: given.majorId, copiedFrom: given.copiedFrom ?? null }, parties: [homeId] })
  if (given.copiedFrom) await tie(ctx, trx, { homeId, relation: 'copy-of', from: { kind: programmeThing.kind, id }, to: { kind: programmeThing.kind, id: given.copiedFrom }, parties: [homeId] })
  return id
}

/** Copies a programme for a later cohort: the same versions, so every link and ancestry stays until something is changed for it. */
export const rollOver = (ctx: Context, id: string, cohort: number): Promise<Programme> =>
  act(ctx, async (trx) => {
    const before = await readProgramme(ctx, trx, id)
    if (!before.allowed.includes('roll-over')) throw notAllowed()
    if (cohort <= before.cohort) throw fault('/cohort', 'cohort-not-later', { cohort: before.cohort })
    const made = await copyProgramme(ctx, trx, before, cohort, own(ctx))
    return readProgramme(ctx, trx, made)
  })

export const copyProgramme = (ctx: Context, trx: Trx, from: Programme, cohort: number, homeId: string): Promise<string> =>
  createProgramme(ctx, trx, { homeId, majorId: from.major.id, cohort, title: titleFor(from.title, from.cohort, cohort), aims: from.aims, versionIds: from.courseList.map((one) => one.versionId), copiedFrom: from.id, state: from.state === 'in-force' ? 'in-force' : 'draft' })

/** The year in a title goes along with the cohort; a title without one stays. */
const titleFor = (title: LocalizedText, from: number, to: number): LocalizedText => Object.fromEntries(Object.entries(title).map(([language, text]) => [language, text?.replaceAll(String(from), String(to))])) as LocalizedText // safe: the same languages

export const putInForce = (ctx: Context, id: string): Promise<Programme> =>
  act(ctx, async (trx) => {
    const before = await readProgramme(ctx, trx, id)
    if (!before.allowed.includes('put-in-force')) throw before.state === 'in-force' ? conflict('programme-is-in-force') : notAllowed()
    await touchProgramme(ctx, trx, own(ctx), id, { state: 'in-force' })
    await keepAction(ctx, trx, { homeId: own(ctx), kind: programmeThing.kind, id, action: 'put-in-force', parties: [own(ctx)] })
    return readProgramme(ctx, trx, id)
  })
