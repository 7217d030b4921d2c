import type { Answer } from '@guildhall/contract/http'
import type { Programme, programmes } from '@guildhall/contract/programmes'
import { signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, hashOf, ids, json, look } from '../../../platform/database/doors.ts'
import { BadFile } from '../../../platform/exchange-io/bad-file.ts'
import { readTableApart } from '../../../platform/exchange-io/read-table-apart.ts'
import type { UploadedFile } from '../../../platform/http/mount.ts'
import { conflict, fault, notAllowed, notFound, Refused } from '../../../platform/http/refused.ts'
import { noId } from '../../../platform/search/find.ts'
import type { ProgrammeSheet, SheetCourse } from '../programme-sheet/programme-sheet.ts'
import { readProgrammeSheet } from '../programme-sheet/read-programme-sheet.ts'
import { writeProgrammeSheet } from '../programme-sheet/write-programme-sheet.ts'
import { programmeThing } from '../programmes.things.ts'
import { readProgramme } from './programmes.queries.ts'
import { createProgramme } from './programmes.service.ts'
import { insertVersion, saveCourse, setProgrammeCourses, touchProgramme } from './programmes.store.ts'
import { carryUnits, hoursOf, isSame, isWhole, toVersion } from './sheet-compare.ts'

const limit = 20 << 20
const own = (ctx: Context) => signatureOf(ctx.actor).organisationId ?? noId

type Checked = Answer<typeof programmes.check>

/** Reads a sheet and says what it would change. Only the reading is kept; no course is written yet. */
export async function checkSheet(ctx: Context, file: UploadedFile, asked: { majorId?: string | undefined; cohort?: number | undefined }): Promise<Checked> {
  if (!can(programmeThing.rights, 'import', ctx.actor, {})) throw notAllowed()
  const { sheet, hash } = await readUpload(ctx, file)
  const importId = newId(ctx)
  return act(ctx, async (trx) => {
    const major = await findMajor(trx, own(ctx), asked.majorId, sheet)
    const cohort = asked.cohort ?? sheet.cohort ?? null
    const before = major && cohort ? await findBefore(ctx, trx, major.id, cohort) : undefined
    const rows = takeable(sheet).map((course) => ({ code: course.code, name: course.name, state: stateOf(course, before?.programme, cohort ?? 0), hours: hoursOf(course).hoursTheory + hoursOf(course).hoursPractice, credits: course.credits ?? 0 }))
    await trx
      .insertInto('imports')
      .values({ homeId: own(ctx), id: importId, target: 'programme', fileName: file.name.slice(0, 200), fileHash: hash, state: 'checked', plan: json(sheet), counts: json(countStates(rows)), personId: signatureOf(ctx.actor).personId, at: ctx.now, parties: ids([own(ctx)]) })
      .execute()
    const sum = (of: (row: (typeof rows)[number]) => number) => Math.round(rows.reduce((all, row) => all + of(row), 0) * 10) / 10
    return {
      importId, title: sheet.title, major: { code: sheet.majorCode ?? null, name: sheet.majorName ?? null, id: major?.id ?? null }, cohort, courses: rows.length, units: takeable(sheet).reduce((n, one) => n + one.units.length, 0), hours: sum((row) => row.hours), credits: sum((row) => row.credits), rows,
      warnings: sheet.warnings.slice(0, 200).map(toFinding), faults: sheet.faults.slice(0, 200).map(toFinding),
    }
  })
}

/** Takes a checked sheet in one transaction. Unchanged courses keep their version; a programme in force is never changed by a sheet. */
export const takeSheet = (ctx: Context, given: { importId: string; majorId: string; cohort: number }): Promise<Programme> =>
  act(ctx, async (trx) => {
    if (!can(programmeThing.rights, 'import', ctx.actor, {})) throw notAllowed()
    const homeId = own(ctx)
    const kept = await trx.selectFrom('imports').select(['plan', 'state']).where('homeId', '=', homeId).where('id', '=', given.importId).where('target', '=', 'programme').forUpdate().executeTakeFirst()
    if (!kept) throw notFound()
    if (kept.state !== 'checked') throw conflict('import-is-taken')
    const sheet = kept.plan as ProgrammeSheet // safe: written by checkSheet
    if (!(await trx.selectFrom('majors').select('id').where('homeId', '=', homeId).where('id', '=', given.majorId).executeTakeFirst())) throw fault('/majorId', 'no-such-major')
    const before = await findBefore(ctx, trx, given.majorId, given.cohort)
    const isOwn = before?.programme.cohort === given.cohort
    const versionIds = await saveVersions(ctx, trx, homeId, sheet, before?.programme, given.cohort)
    const unchanged = isOwn && JSON.stringify(before.programme.courseList.map((one) => one.versionId)) === JSON.stringify(versionIds)
    if (isOwn && before.programme.state === 'in-force' && !unchanged) throw fault('/cohort', 'programme-holds', { number: before.programme.number, cohort: given.cohort })
    const id = isOwn ? before.programme.id : await createProgramme(ctx, trx, { majorId: given.majorId, cohort: given.cohort, title: { zh: sheet.title || `${sheet.majorName ?? ''}${given.cohort}` }, versionIds, importId: given.importId })
    if (isOwn && !unchanged) {
      await setProgrammeCourses(ctx, trx, homeId, id, versionIds)
      await touchProgramme(ctx, trx, homeId, id)
    }
    await trx.updateTable('imports').set({ state: 'done', takenAt: ctx.now }).where('homeId', '=', homeId).where('id', '=', given.importId).execute()
    await keepAction(ctx, trx, { homeId, kind: programmeThing.kind, id, action: 'imported', body: { importId: given.importId, courses: versionIds.length }, parties: [homeId] })
    return readProgramme(ctx, trx, id)
  })

async function saveVersions(ctx: Context, trx: Trx, homeId: string, sheet: ProgrammeSheet, before: Programme | undefined, cohort: number): Promise<string[]> {
  const versionIds: string[] = []
  for (const course of takeable(sheet)) {
    const old = before?.courseList.find((one) => one.code === course.code)
    const version = toVersion(course, cohort)
    if (old && isSame(old, version, course.name)) {
      versionIds.push(old.versionId)
      continue
    }
    const courseId = await saveCourse(ctx, trx, homeId, { code: course.code, name: { zh: course.name } })
    const units = await Promise.all(carryUnits(old, version, course.name).map((unit) => withOutcomes(trx, homeId, unit)))
    versionIds.push((await insertVersion(ctx, trx, homeId, courseId, { ...version, units, copiedFrom: old?.versionId ?? null })).id)
  }
  return versionIds
}

/** What was said of the unit that this one continues goes along, with who said it. */
async function withOutcomes(trx: Trx, homeId: string, unit: Parameters<typeof insertVersion>[4]['units'][number]): Promise<typeof unit> {
  if (!unit.copiedFrom) return unit
  const said = await trx.selectFrom('units').select(['describedBy', 'describedAt']).where('homeId', '=', homeId).where('id', '=', unit.copiedFrom).executeTakeFirst()
  const outcomes = await trx.selectFrom('unitOutcomes').select(['id', 'outcomeId', 'depth', 'assessment', 'confirmedBy', 'confirmedAt']).where('homeId', '=', homeId).where('unitId', '=', unit.copiedFrom).execute()
  return { ...unit, describedBy: said?.describedBy ?? null, describedAt: said?.describedAt ?? null, outcomes: outcomes.map(({ id, ...one }) => ({ ...one, copiedFrom: id })) }
}

/** The programme as Excel, in the shape colleges hand in. */
export const exportSheet = (ctx: Context, id: string): Promise<{ name: string; bytes: Uint8Array }> =>
  look(ctx, async (trx) => {
    const one = await readProgramme(ctx, trx, id)
    // The platform knows in which terms a course is taught, not its weekly hours: the sheet has a column per term, with a mark.
    const lastTerm = Math.max(0, ...one.courseList.flatMap((course) => course.terms.map(Number).filter(Number.isFinite)))
    const bytes = await writeProgrammeSheet({
      title: one.title.zh ?? one.title.en ?? one.number, ...(one.major.name.zh ? { majorName: one.major.name.zh } : {}), majorCode: one.major.code, cohort: one.cohort, termWeeks: [],
      courses: one.courseList.map((course, index) => ({
        row: index + 1, code: course.code, name: course.name.zh ?? Object.values(course.name)[0] ?? '', category: course.category, nature: course.nature, credits: course.credits, assessment: course.assessment, terms: Array.from({ length: lastTerm }, () => 0), blockWeeks: [], taughtIn: course.terms.map(Number).filter((term) => term > 0),
        hours: { total: course.hoursTheory + course.hoursPractice, theory: course.hoursTheory, practice: course.hoursPractice },
        units: (isWhole(course) ? [] : course.units).map((unit) => ({ number: unit.position, name: unit.name, theory: unit.hoursTheory, practice: unit.hoursPractice, ...(unit.content ? { content: unit.content } : {}) })),
      })),
    })
    return { name: `${one.number}-${one.major.code}-${one.cohort}.xlsx`, bytes }
  })

/** Courses without a fault and with a code: what can be taken. Everything else is named in the check. */
const takeable = (sheet: ProgrammeSheet): SheetCourse[] => {
  const wrong = new Set(sheet.faults.map((one) => one.row))
  const seen = new Set<string>()
  return sheet.courses.filter((course) => course.code && !wrong.has(course.row) && !seen.has(course.code) && seen.add(course.code))
}

const stateOf = (course: SheetCourse, before: Programme | undefined, cohort: number): 'new' | 'changed' | 'same' => {
  const old = before?.courseList.find((one) => one.code === course.code)
  return !old ? 'new' : isSame(old, toVersion(course, cohort), course.name) ? 'same' : 'changed'
}
const countStates = (rows: readonly { state: string }[]) => Object.fromEntries(['new', 'changed', 'same'].map((state) => [state, rows.filter((row) => row.state === state).length]))
const toFinding = (one: ProgrammeSheet['faults'][number] | ProgrammeSheet['warnings'][number]) => ({ code: one.code, params: { sheet: one.sheet, row: one.row, ...one.params } })

async function findMajor(trx: Trx, homeId: string, majorId: string | undefined, sheet: ProgrammeSheet) {
  let query = trx.selectFrom('majors').select('id').where('homeId', '=', homeId)
  if (majorId) query = query.where('id', '=', majorId)
  else if (sheet.majorCode) query = query.where('code', '=', sheet.majorCode)
  else return undefined
  return query.executeTakeFirst()
}

/** The programme of that cohort, else of the youngest cohort before it: what the sheet is compared with. */
async function findBefore(ctx: Context, trx: Trx, majorId: string, cohort: number): Promise<{ programme: Programme } | undefined> {
  const row = await trx.selectFrom('trainingProgrammes').select('id').where('homeId', '=', own(ctx)).where('majorId', '=', majorId).where('cohort', '<=', cohort).orderBy('cohort', 'desc').limit(1).executeTakeFirst()
  return row ? { programme: await readProgramme(ctx, trx, row.id) } : undefined
}

async function readUpload(ctx: Context, file: UploadedFile): Promise<{ sheet: ProgrammeSheet; hash: string }> {
  const fileId = newId(ctx)
  const saved = await ctx.house.files.save(fileId, file.stream, limit)
  if (saved === 'too-large') throw new Refused(413, 'too-large', { params: { limit: '20 MB' } })
  try {
    const bytes = await ctx.house.files.read(fileId)
    const sheet = readProgrammeSheet(await readTableApart(bytes))
    if (!sheet.courses.length) throw new Refused(422, 'programme-sheet.no-header')
    return { sheet, hash: hashOf(bytes) }
  } catch (error) {
    if (error instanceof BadFile) throw new Refused(422, `file.${error.code}`, { params: { ...error.params } })
    throw error
  } finally {
    await ctx.house.files.remove(fileId)
  }
}
