import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { type ImportField, type ImportValues, keyOf } from '../../../platform/exchange-io/import-fields.ts'
import { ownCollege } from '../departments/own-college.ts'
import { insertClass, updateClass } from './classes.service.ts'

/** Columns of a list of classes. Major, department and class teacher are named by code or name. */
export const classFields: readonly ImportField[] = [
  { key: 'name', labels: { 'zh-CN': ['班级名称', '班级', '行政班', '班级全称'], en: ['Class', 'Class name'], de: ['Klasse'] }, kind: 'text', required: true, maxLength: 60 },
  { key: 'cohort', labels: { 'zh-CN': ['年级', '入学年份', '所在年级', '入学年级'], en: ['Cohort', 'Year'], de: ['Jahrgang'] }, kind: 'number', required: true, min: 1990, max: 2100, decimals: 0, units: ['级', '年', '届'] },
  { key: 'major', labels: { 'zh-CN': ['专业', '专业代码', '专业名称', '所属专业', '所学专业'], en: ['Major'], de: ['Bildungsgang'] }, kind: 'reference' },
  { key: 'department', labels: { 'zh-CN': ['院系', '系部', '所属院系', '所属学院', '所在学院', '二级学院', '学院', '系别'], en: ['Department'], de: ['Abteilung'] }, kind: 'reference' },
  { key: 'teacher', labels: { 'zh-CN': ['班主任', '辅导员', '班主任姓名', '辅导员姓名'], en: ['Class teacher'], de: ['Klassenleitung'] }, kind: 'reference' },
]
export const classKeyFields = ['name'] as const

/** The same columns with the majors, departments and teachers of the actor's college to choose from. */
export async function loadClassFields(ctx: Context, trx: Trx): Promise<readonly ImportField[]> {
  const home = ownCollege(ctx)
  const majors = await trx.selectFrom('majors').select(['id', 'code', 'name']).where('homeId', '=', home).execute()
  const departments = await trx.selectFrom('departments').select(['id', 'code', 'name']).where('homeId', '=', home).execute()
  const teachers = await trx.selectFrom('memberships').innerJoin('people', 'people.id', 'memberships.personId').select(['people.id', 'people.name']).where('memberships.organisationId', '=', home).where('memberships.endedAt', 'is', null).execute()
  const named = (rows: { id: string; code: string | null; name: Readonly<Record<string, string | undefined>> }[]) => rows.map(({ id, code, name }) => ({ code: id, labels: { 'zh-CN': [name['zh'], code].filter((one) => one !== undefined && one !== null), en: [name['en']].filter((one) => one !== undefined), de: [name['de']].filter((one) => one !== undefined) } }))
  const choices: Readonly<Record<string, NonNullable<ImportField['choices']>>> = { major: named(majors), department: named(departments), teacher: teachers.map(({ id, name }) => ({ code: id, labels: { 'zh-CN': [name] } })) }
  return classFields.map((field) => (choices[field.key] ? { ...field, choices: choices[field.key]! } : field))
}

async function existing(ctx: Context, trx: Trx) {
  const rows = await trx.selectFrom('classes').select(['id', 'name', 'cohort', 'majorId', 'departmentId', 'classTeacherId']).where('homeId', '=', ownCollege(ctx)).execute()
  return rows.map((row) => ({ ...row, values: { name: row.name, cohort: row.cohort, major: row.majorId ?? undefined, department: row.departmentId ?? undefined, teacher: row.classTeacherId ?? undefined } satisfies ImportValues }))
}

/** What is there already, by key, as the columns say it. */
export const listClassesForImport = async (ctx: Context, trx: Trx): Promise<ReadonlyMap<string, ImportValues>> => new Map((await existing(ctx, trx)).map((row) => [keyOf(row.values, classKeyFields), row.values]))

/** Takes checked rows: a known name is changed, a new one added. The caller has asked whether the actor may. */
export async function takeClasses(ctx: Context, trx: Trx, rows: readonly ImportValues[]): Promise<{ added: number; changed: number }> {
  const homeId = ownCollege(ctx)
  const known = new Map((await existing(ctx, trx)).map((row) => [row.name, row]))
  let added = 0
  for (const values of rows) {
    const before = known.get(String(values['name']))
    const pick = (key: string, was: string | null | undefined) => (values[key] === undefined ? (was ?? null) : String(values[key]))
    const fields = { name: String(values['name']), cohort: Number(values['cohort']), majorId: pick('major', before?.majorId), departmentId: pick('department', before?.departmentId), teacherId: pick('teacher', before?.classTeacherId) }
    if (before) await updateClass(ctx, trx, homeId, before.id, fields)
    else {
      await insertClass(ctx, trx, homeId, fields)
      added++
    }
  }
  return { added, changed: rows.length - added }
}

/** What an import wizard needs of a list of classes, in one hand. */
export const classTarget = { fields: classFields, keyFields: classKeyFields, loadFields: loadClassFields, loadExisting: listClassesForImport, take: takeClasses }
