import { genders, type Learner } from '@guildhall/contract/directory'
import { keepAction } from '../../../platform/actions/actions.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { type ImportField, type ImportValues, keyOf } from '../../../platform/exchange-io/import-fields.ts'
import { ownCollege } from '../departments/own-college.ts'
import { indexLearner, insertLearner, updateLearner, updateStanding } from './learners.store.ts'
import { learnerThing } from './learners.thing.ts'

const genderNames = { female: { 'zh-CN': ['女', '女性'], en: ['female', 'f'], de: ['weiblich', 'w'] }, male: { 'zh-CN': ['男', '男性'], en: ['male', 'm'], de: ['männlich'] }, other: { 'zh-CN': ['其他'], en: ['other'], de: ['divers'] } } as const
const relationOf = { 'zh-CN': ['监护人', '家长姓名', '监护人姓名'], en: ['guardian'], de: ['Erziehungsberechtigte'] } as const

/** Columns of a roster. `class` names a class of the college: its choices are filled by `loadLearnerFields`. */
export const learnerFields: readonly ImportField[] = [
  { key: 'studentNumber', labels: { 'zh-CN': ['学号', '学籍号'], en: ['Student number', 'Student no.'], de: ['Matrikelnummer'] }, kind: 'code', required: true, maxLength: 40 },
  { key: 'name', labels: { 'zh-CN': ['姓名', '学生姓名'], en: ['Name'], de: ['Name'] }, kind: 'text', required: true, maxLength: 80 },
  { key: 'gender', labels: { 'zh-CN': ['性别'], en: ['Gender', 'Sex'], de: ['Geschlecht'] }, kind: 'choice', choices: genders.map((code) => ({ code, labels: genderNames[code] })) },
  { key: 'birthDate', labels: { 'zh-CN': ['出生日期', '出生年月日', '生日'], en: ['Date of birth', 'Birth date'], de: ['Geburtsdatum'] }, kind: 'date' },
  { key: 'class', labels: { 'zh-CN': ['班级', '行政班', '班级名称', '所在班级'], en: ['Class'], de: ['Klasse'] }, kind: 'reference' },
  { key: 'enteredOn', labels: { 'zh-CN': ['入学日期', '入学时间'], en: ['Entered on', 'Entry date'], de: ['Eintritt'] }, kind: 'date' },
  { key: 'guardian', labels: relationOf, kind: 'text', maxLength: 80 },
  { key: 'guardianPhone', labels: { 'zh-CN': ['监护人电话', '家长电话', '联系电话', '家长手机', '监护人手机'], en: ['Guardian phone'], de: ['Telefon der Erziehungsberechtigten'] }, kind: 'phone' },
]

/** A learner is known by the student number; the same name in the same class under another number is doubtful. */
export const learnerKeyFields = ['studentNumber'] as const
export const learnerAlikeFields = ['name', 'class', 'birthDate'] as const

/** The same columns with the classes of the actor's college to choose from. */
export async function loadLearnerFields(ctx: Context, trx: Trx): Promise<readonly ImportField[]> {
  const classes = await trx.selectFrom('classes').select(['id', 'name']).where('homeId', '=', ownCollege(ctx)).where('archivedAt', 'is', null).orderBy('name').limit(2000).execute()
  const choices = classes.map(({ id, name }) => ({ code: id, labels: { 'zh-CN': [name] } }))
  return learnerFields.map((field) => (field.key === 'class' ? { ...field, choices } : field))
}

/** What is there already, by key, as the columns say it. */
export async function listLearnersForImport(ctx: Context, trx: Trx): Promise<ReadonlyMap<string, ImportValues>> {
  const rows = await existing(ctx, trx)
  return new Map(rows.map((row) => [keyOf(row.values, learnerKeyFields), row.values]))
}

async function existing(ctx: Context, trx: Trx) {
  const rows = await trx.selectFrom('learners').select(['id', 'version', 'studentNumber', 'name', 'gender', 'birthDate', 'classId', 'enteredOn', 'guardians', 'status', 'leftOn']).where('homeId', '=', ownCollege(ctx)).execute()
  return rows.map((row) => {
    const guardians = row.guardians as Learner['guardians'] // safe: written in the contract's shape
    const values: ImportValues = { studentNumber: row.studentNumber, name: row.name, gender: row.gender ?? undefined, birthDate: row.birthDate ?? undefined, class: row.classId ?? undefined, enteredOn: row.enteredOn ?? undefined, guardian: guardians[0]?.name, guardianPhone: guardians[0]?.phone ?? undefined }
    return { ...row, guardians, values }
  })
}

const text = (value: ImportValues[string]): string | null => (value === undefined || value === '' ? null : String(value))

/**
 * Takes checked rows of a roster: a known student number is changed, a new one added. An absent column leaves what is there.
 * The rows are of one college, so one transaction takes them all; the caller has asked whether the actor may.
 */
export async function takeLearners(ctx: Context, trx: Trx, rows: readonly ImportValues[]): Promise<{ added: number; changed: number }> {
  const homeId = ownCollege(ctx)
  const known = new Map((await existing(ctx, trx)).map((row) => [row.studentNumber, row]))
  let added = 0
  for (const values of rows) {
    const before = known.get(String(values['studentNumber']))
    const has = (key: string) => values[key] !== undefined
    const guardians: Learner['guardians'] = has('guardian') ? [{ name: String(values['guardian']), relation: before?.guardians[0]?.relation ?? 'other', phone: text(values['guardianPhone']) ?? before?.guardians[0]?.phone ?? null }, ...(before?.guardians.slice(1) ?? [])] : (before?.guardians ?? [])
    const fields = {
      studentNumber: String(values['studentNumber']), name: String(values['name']), gender: has('gender') ? text(values['gender']) : (before?.gender ?? null), birthDate: has('birthDate') ? text(values['birthDate']) : (before?.birthDate ?? null),
      enteredOn: has('enteredOn') ? text(values['enteredOn']) : (before?.enteredOn ?? null), guardians,
    }
    const classId = has('class') ? text(values['class']) : (before?.classId ?? null)
    const id = before?.id ?? (await insertLearner(ctx, trx, homeId, { ...fields, classId }))
    if (before) {
      await updateLearner(ctx, trx, homeId, id, before.version, fields)
      if (classId !== before.classId) await updateStanding(ctx, trx, homeId, id, { status: before.status, classId, leftOn: before.leftOn })
    } else added++
    await indexLearner(ctx, trx, homeId, { ...fields, id })
    await keepAction(ctx, trx, { homeId, kind: learnerThing.kind, id, action: before ? 'changed' : 'added', body: { by: 'import' }, parties: [homeId] })
  }
  return { added, changed: rows.length - added }
}

/** What an import wizard needs of a roster, in one hand. */
export const learnerTarget = { fields: learnerFields, keyFields: learnerKeyFields, alike: learnerAlikeFields, loadFields: loadLearnerFields, loadExisting: listLearnersForImport, take: takeLearners }
