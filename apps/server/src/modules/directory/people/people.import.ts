import { rolesOfKind } from '@guildhall/contract/directory'
import { type Role, roles } from '@guildhall/contract/identity'
import { type InterfaceLanguage, interfaceLanguages } from '@guildhall/kernel'
import { can } from '../../../platform/access/relations.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { codesOf, type ImportField, type ImportValues, valueOfCodes } from '../../../platform/exchange-io/import-fields.ts'
import type { PlannedRow } from '../../../platform/exchange-io/import-plan.ts'
import type { Judgement, LoadedTarget, TakenRow, TakeRow } from '../../../platform/exchange-io/import-target.ts'
import { choicesOf, labelsOf } from '../../../platform/exchange-io/labels.ts'
import { matchForm } from '../../../platform/exchange-io/tidy.ts'
import { notAllowed } from '../../../platform/http/refused.ts'
import { indexLearnersOf } from '../learners/learners.store.ts'
import { listAddressed, ownOrganisation } from './people.queries.ts'
import { addMember, isAdministrator, writeMember } from './people.service.ts'
import { memberThing } from './people.thing.ts'

/** What offices write for a role beside what screens call it. */
const alsoSaid: Readonly<Partial<Record<Role, Partial<Record<InterfaceLanguage, readonly string[]>>>>> = {
  administrator: { 'zh-CN': ['管理员'], en: ['admin'], de: ['Administration'] },
  lead: { 'zh-CN': ['专业带头人', '专业主任'] },
  'class-teacher': { 'zh-CN': ['辅导员'] },
  teacher: { 'zh-CN': ['老师', '任课教师'] },
  hr: { 'zh-CN': ['人事', '人力资源'], en: ['HR'], de: ['Personal'] },
  mentor: { 'zh-CN': ['导师', '师傅'] },
  student: { 'zh-CN': ['学生', '学徒'] },
}
const roleChoices = choicesOf(roles, (role) => `web.role.${role}`).map(({ code, labels }) => ({ code, labels: Object.fromEntries(interfaceLanguages.map((language) => [language, [...(labels[language] ?? []), ...(alsoSaid[code as Role]?.[language] ?? [])]])) })) // safe: made of the roles

/** Columns of a list of people. The department limits what somebody sees to it; several roles or departments stand in one cell. */
const personFields: readonly ImportField[] = [
  { key: 'name', labels: { 'zh-CN': ['姓名', '人员姓名', '教师姓名'], en: ['Name', 'Full name'], de: ['Name', 'Vor- und Nachname'] }, kind: 'text', required: true, maxLength: 80 },
  { key: 'email', labels: labelsOf('college.email', { 'zh-CN': ['电子邮箱', '电子邮件', '邮箱地址', 'E-mail'], en: ['Email', 'Mail', 'E-mail address'], de: ['Mail', 'E-Mail-Adresse'] }), kind: 'email', required: true },
  { key: 'roles', labels: labelsOf('college.roles', { 'zh-CN': ['权限', '用户角色', '平台角色', '系统角色'], en: ['Role'], de: ['Rolle'] }), kind: 'choice', required: true, choices: roleChoices, several: true, width: 24 },
  { key: 'position', labels: labelsOf('college.position', { 'zh-CN': ['岗位', '职称', '职位', '职务/职称', '职务职称', '现任职务'], en: ['Job title'], de: ['Funktion'] }), kind: 'text', maxLength: 80 },
  { key: 'departments', labels: labelsOf('college.departments', { 'zh-CN': ['系部', '部门', '所属院系', '所在部门', '所属部门', '所在院系', '所属学院', '所在学院', '二级学院'], en: ['Department'], de: ['Abteilung'] }), kind: 'reference', several: true },
  { key: 'language', labels: labelsOf('college.language', { 'zh-CN': ['语言', '界面语言'], en: ['Language'], de: ['Sprache'] }), kind: 'choice', choices: choicesOf(interfaceLanguages, (language) => `web.language.${language}`) },
]

const addressOf = (values: ImportValues): string | undefined => (values['email'] === undefined ? undefined : String(values['email']).toLowerCase())
type Known = Awaited<ReturnType<typeof listAddressed>>[number]

/** Who is here, by e-mail. Somebody whose membership has ended is not known by it: they would come back as a new one, and a person looks at that. */
async function loadPeople(ctx: Context, trx: Trx): Promise<LoadedTarget> {
  const organisation = ownOrganisation(ctx)
  if (!can(memberThing.rights, 'invite', ctx.actor, { organisation })) throw notAllowed()
  const [all, departments] = [await listAddressed(ctx, trx), await trx.selectFrom('departments').select(['id', 'code', 'name']).where('homeId', '=', organisation).execute()]
  const here = new Map(all.map((one) => [one.email, one]))
  const present = all.filter((one) => one.endedAt === null)
  const administrators = present.filter(isAdministrator).length
  const kind = ctx.actor.kind === 'person' ? ctx.actor.organisationKind : 'college'
  const possible: readonly string[] = rolesOfKind[kind]
  const choices: Readonly<Record<string, NonNullable<ImportField['choices']>>> = {
    roles: roleChoices.filter(({ code }) => possible.includes(code)),
    departments: departments.map(({ id, code, name }) => ({ code: id, labels: { 'zh-CN': [name.zh, code].filter((one) => typeof one === 'string'), en: [name.en].filter((one) => one !== undefined), de: [name.de].filter((one) => one !== undefined) } })),
  }
  return {
    fields: personFields.map((field) => (choices[field.key] ? { ...field, choices: choices[field.key]! } : field)),
    existing: new Map(present.map((one) => [one.email, { name: one.name, email: one.email, roles: valueOfCodes(one.roles), position: one.position ?? undefined, departments: valueOfCodes(one.departments) || undefined }])),
    keyOf: addressOf,
    judge: (row) => judge(row, here.get(row.key), administrators),
  }
}

/** Name and language are a person's own, kept with the account: a list of one organisation changes neither. */
const kept = ['name', 'email', 'language'] as const

function judge(row: PlannedRow, found: Known | undefined, administrators: number): Judgement | undefined {
  if (!found) return undefined
  const changed = row.changes.filter((one) => !kept.some((key) => key === one.field))
  if (row.known && !changed.length) return { same: true }
  const demoted = row.known && isAdministrator(found) && !isAdministrator({ roles: listOf(row.values, 'roles') ?? [] })
  if (demoted && administrators < 2) return { fault: { field: 'roles', code: 'last-administrator' } }
  if (!row.known) return { doubt: { field: 'email', code: 'membership-ended', params: { name: found.name } } }
  // The address of one beside the name of another: roles would go to somebody who is not meant.
  if (matchForm(found.name) !== matchForm(String(row.values['name']))) return { doubt: { field: 'name', code: 'name-differs', params: { name: found.name } } }
  return { unchanged: kept }
}

const listOf = (values: ImportValues, key: string): string[] | undefined => (values[key] === undefined ? undefined : codesOf({ several: true }, String(values[key])))

/** Takes checked rows: whoever is here by then is changed, everybody else invited. The mail is of the same transaction as the mark of the row, so it goes out once. */
async function takePeople(ctx: Context, trx: Trx, rows: readonly TakeRow[]): Promise<TakenRow[]> {
  const here = new Map((await listAddressed(ctx, trx)).filter((one) => one.endedAt === null).map((one) => [one.email, one]))
  const taken: TakenRow[] = []
  for (const { line, values } of rows) {
    const email = addressOf(values) ?? ''
    const departments = listOf(values, 'departments')
    const wanted = { roles: (listOf(values, 'roles') ?? []) as Role[], ...(values['position'] === undefined ? {} : { position: String(values['position']) }), ...(departments ? { departments } : {}) } // safe: choices hold the roles
    const known = here.get(email)
    if (known) {
      if (differs(known, wanted)) await writeMember(ctx, trx, known.id, wanted, { by: 'import' })
      taken.push({ line, id: known.id })
      continue
    }
    const name = String(values['name'])
    const language = interfaceLanguages.find((one) => one === values['language'])
    const id = await addMember(ctx, trx, { name, email, ...wanted, ...(language ? { language } : {}) }, { by: 'import' })
    taken.push({ line, id })
  }
  await indexLearnersOf(ctx, trx, ownOrganisation(ctx))
  return taken
}

const differs = (known: Known, wanted: Readonly<{ roles: readonly Role[]; position?: string; departments?: readonly string[] }>): boolean =>
  valueOfCodes(known.roles) !== valueOfCodes(wanted.roles) || (wanted.position !== undefined && wanted.position !== known.position) || (wanted.departments !== undefined && valueOfCodes(known.departments) !== valueOfCodes(wanted.departments))

/** What an import wizard needs of the people of an organisation, in one hand. */
export const peopleTarget = { fields: personFields, keyFields: ['email'], load: loadPeople, take: takePeople } as const
