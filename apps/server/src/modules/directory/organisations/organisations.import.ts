import { organisationKinds, providerKinds, sizes } from '@guildhall/contract/directory'
import type { LocalizedText } from '@guildhall/kernel'
import { findLanguage } from '@guildhall/translation'
import { everyone, signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import type { ImportField, ImportValues } from '../../../platform/exchange-io/import-fields.ts'
import type { PlannedRow } from '../../../platform/exchange-io/import-plan.ts'
import type { Judgement, LoadedTarget, TakenRow, TakeRow, UndoRow } from '../../../platform/exchange-io/import-target.ts'
import { choicesOf, labelsOf } from '../../../platform/exchange-io/labels.ts'
import { matchForm } from '../../../platform/exchange-io/tidy.ts'
import { conflict, fault, notAllowed } from '../../../platform/http/refused.ts'
import { nextNumber, unindexThing } from '../../../platform/things/thing.ts'
import { indexOrganisation, insertOrganisation, markWithdrawn, type OrganisationFields, updateOrganisation } from './organisations.store.ts'
import { organisationThing } from './organisations.thing.ts'

/** Columns of a register of organisations. Without a kind, a row is an enterprise: that is what such lists hold. */
const organisationFields: readonly ImportField[] = [
  { key: 'name', labels: labelsOf('directory.name', { 'zh-CN': ['单位名称', '企业名称', '公司名称', '机构名称'], en: ['Organisation', 'Enterprise', 'Company'], de: ['Firma', 'Organisation', 'Betrieb'] }), kind: 'text', required: true, maxLength: 200, width: 30 },
  { key: 'creditCode', labels: labelsOf('directory.credit-code', { 'zh-CN': ['社会信用代码', '信用代码'] }), kind: 'uscc' },
  { key: 'kind', labels: labelsOf('directory.kind', { 'zh-CN': ['单位类型', '类型'], de: ['Typ'] }), kind: 'choice', choices: choicesOf(organisationKinds, (kind) => `directory.kind.${kind}`) },
  { key: 'nameEn', labels: labelsOf('directory.name.en', { 'zh-CN': ['英文名', '外文名称'] }), kind: 'text', maxLength: 200 },
  { key: 'shortName', labels: labelsOf('directory.short-name'), kind: 'text', maxLength: 40 },
  { key: 'providerKind', labels: labelsOf('directory.provider', { 'zh-CN': ['办学性质'] }), kind: 'choice', choices: choicesOf(providerKinds, (kind) => `directory.provider.${kind}`) },
  { key: 'size', labels: labelsOf('directory.size', { 'zh-CN': ['企业规模'] }), kind: 'choice', choices: choicesOf(sizes, (size) => `directory.size.${size}`) },
  { key: 'industry', labels: labelsOf('directory.industry', { 'zh-CN': ['所属行业'], de: ['Wirtschaftszweig'] }), kind: 'text', maxLength: 80 },
  { key: 'region', labels: labelsOf('directory.region', { 'zh-CN': ['所在地区', '行政区划'] }), kind: 'reference' },
  { key: 'address', labels: labelsOf('directory.address', { 'zh-CN': ['通讯地址', '企业地址'] }), kind: 'text', maxLength: 200 },
  { key: 'phone', labels: labelsOf('directory.phone', { 'zh-CN': ['联系电话'] }), kind: 'phone' },
]

const shownName = (name: LocalizedText) => name.zh ?? name.en ?? name.de ?? ''

const readAll = (trx: Trx) =>
  trx
    .selectFrom('organisations')
    .leftJoin('regions', 'regions.id', 'organisations.regionId')
    .select(['organisations.id', 'organisations.number', 'organisations.kind', 'organisations.name', 'organisations.shortName', 'organisations.creditCode', 'organisations.providerKind', 'organisations.size', 'organisations.industry', 'organisations.address', 'organisations.phone', 'organisations.createdBy', 'regions.id as regionId', 'regions.code as regionCode'])
    .where('organisations.withdrawnAt', 'is', null)
    .execute()
type Row = Awaited<ReturnType<typeof readAll>>[number]

const valuesOf = (row: Row): ImportValues => ({
  name: shownName(row.name), nameEn: row.name.zh ? row.name.en : undefined, creditCode: row.creditCode ?? undefined, kind: row.kind, shortName: row.shortName ?? undefined, providerKind: row.providerKind ?? undefined, size: row.size ?? undefined,
  industry: row.industry ?? undefined, region: row.regionCode ?? row.regionId ?? undefined, address: row.address ?? undefined, phone: row.phone ?? undefined,
})

/** What is there, and how a row finds it: by its credit code; else by its name, unless both name a code of their own. */
export async function loadOrganisations(ctx: Context, trx: Trx): Promise<LoadedTarget> {
  const [rows, regions] = [await readAll(trx), await readRegions(trx)]
  const byId = new Map(rows.map((row) => [row.id, row]))
  const byCode = new Map(rows.flatMap((row) => (row.creditCode ? [[row.creditCode, row] as const] : [])))
  const byName = new Map<string, Row | undefined>()
  // A name that two organisations bear names neither.
  for (const row of rows) for (const name of namesOf(row.name)) byName.set(name, byName.has(name) ? undefined : row)
  const keyOf = (values: ImportValues): string | undefined => {
    const [code, name] = [values['creditCode'], matchForm(String(values['name'] ?? ''))]
    const found = (typeof code === 'string' ? byCode.get(code) : undefined) ?? byName.get(name)
    if (found && (!code || !found.creditCode || found.creditCode === code)) return found.id
    return code ? `code ${code}` : name ? `name ${name}` : undefined
  }
  return {
    fields: organisationFields.map((field) => (field.key === 'region' ? { ...field, choices: regions.map(({ code, id, name }) => ({ code: code ?? id, labels: { 'zh-CN': name.zh ? [name.zh] : [], en: name.en ? [name.en] : [], de: name.de ? [name.de] : [] } })) } : field)),
    existing: new Map(rows.map((row) => [row.id, valuesOf(row)])),
    keyOf,
    judge: (row) => judge(ctx, row, byId.get(row.key), row.known ? undefined : byName.get(matchForm(String(row.values['name'] ?? '')))),
  }
}

function judge(ctx: Context, row: PlannedRow, found: Row | undefined, namesake: Row | undefined): Judgement | undefined {
  // A list that left in one language comes back in another: each of its names is the name.
  const unchanged = found && namesOf(found.name).has(matchForm(String(row.values['name'] ?? ''))) ? ['name'] : []
  const changed = row.changes.map((one) => one.field).filter((one) => !unchanged.includes(one))
  if (namesake) return { doubt: { field: 'name', code: 'name-is-known', params: { number: namesake.number } } }
  if (!found) return undefined
  if (!changed.length) return { unchanged }
  if (changed.includes('kind')) return { fault: { field: 'kind', code: 'kind-is-fixed', params: { number: found.number } } }
  return mayChange(ctx, found) ? { unchanged } : { fault: { code: 'kept-by-others', params: { number: found.number } } }
}

const namesOf = (name: LocalizedText): Set<string> => new Set(Object.values(name).flatMap((one) => (one ? [matchForm(one)] : [])))
const mayChange = (ctx: Context, row: { id: string; createdBy: string | null }) => can(organisationThing.rights, 'change', ctx.actor, { self: row.id, keeper: row.createdBy })
const readRegions = (trx: Trx) => trx.selectFrom('regions').select(['id', 'code', 'name']).execute()

/** Takes checked rows: adds an organisation, or writes what the row says differently. An absent cell leaves what is there. */
export async function takeOrganisations(ctx: Context, trx: Trx, rows: readonly TakeRow[]): Promise<TakenRow[]> {
  if (!can(organisationThing.rights, 'add', ctx.actor, {})) throw notAllowed()
  const regions = new Map((await readRegions(trx)).map((one) => [one.code ?? one.id, one.id]))
  const taken: TakenRow[] = []
  for (const row of rows) {
    const sent = fieldsOf(row.values, regions)
    taken.push(row.id ? await changeOne(ctx, trx, { ...row, id: row.id }, sent) : await addOne(ctx, trx, row, sent))
  }
  return taken
}

type Sent = Omit<Partial<OrganisationFields>, 'name'>
const plain = ['shortName', 'creditCode', 'providerKind', 'size', 'industry', 'address', 'phone'] as const

function fieldsOf(values: ImportValues, regions: ReadonlyMap<string, string>): Sent {
  const region = values['region'] === undefined ? undefined : regions.get(String(values['region']))
  return { ...Object.fromEntries(plain.flatMap((key) => (values[key] === undefined ? [] : [[key, String(values[key])]]))), ...(region ? { regionId: region } : {}) }
}

async function addOne(ctx: Context, trx: Trx, row: TakeRow, sent: Sent): Promise<TakenRow> {
  await refuseTakenCode(trx, sent.creditCode, undefined)
  const given = String(row.values['name'])
  const name: LocalizedText = { [findLanguage(given)]: given, ...(row.values['nameEn'] === undefined ? {} : { en: String(row.values['nameEn']) }) }
  const kind = String(row.values['kind'] ?? 'enterprise')
  const fields: OrganisationFields = { shortName: null, creditCode: null, providerKind: null, size: null, industry: null, regionId: null, address: null, website: null, phone: null, ...sent, name }
  const id = newId(ctx)
  const number = await nextNumber(ctx, trx, organisationThing, everyone)
  await insertOrganisation(ctx, trx, { ...fields, id, number, kind, createdBy: signatureOf(ctx.actor).organisationId })
  await indexOrganisation(ctx, trx, { id, number, name, shortName: fields.shortName, creditCode: fields.creditCode })
  await keep(ctx, trx, id, 'added', { kind, ...fields, by: 'import' })
  return { line: row.line, id, version: 1 }
}

async function changeOne(ctx: Context, trx: Trx, row: TakeRow & { id: string }, sent: Sent): Promise<TakenRow> {
  const old = await readOne(trx, row.id)
  if (!old || !mayChange(ctx, old)) throw notAllowed()
  await refuseTakenCode(trx, sent.creditCode, row.id)
  const language = old.name.zh ? 'zh' : old.name.en ? 'en' : 'de'
  const name: LocalizedText = { ...old.name, ...(row.values['nameEn'] === undefined ? {} : { en: String(row.values['nameEn']) }), ...(namesOf(old.name).has(matchForm(String(row.values['name']))) ? {} : { [language]: String(row.values['name']) }) }
  const changes: Partial<OrganisationFields> = { ...Object.fromEntries(Object.entries(sent).filter(([key, value]) => old[key as keyof Sent] !== value)), ...(JSON.stringify(name) === JSON.stringify(old.name) ? {} : { name }) } // safe: the keys of `sent`
  const before = Object.fromEntries(Object.keys(changes).map((key) => [key, old[key as keyof OrganisationFields]])) // safe: the keys of `changes`
  await writeChanges(ctx, trx, row.id, old.version, changes)
  return { line: row.line, id: row.id, version: old.version + 1, before }
}

async function writeChanges(ctx: Context, trx: Trx, id: string, version: number, changes: Partial<OrganisationFields>): Promise<void> {
  if (!(await updateOrganisation(ctx, trx, id, version, changes))) throw conflict('import-in-use', { number: (await readOne(trx, id))?.number ?? '' })
  const after = await readOne(trx, id)
  if (after) await indexOrganisation(ctx, trx, after)
  await keep(ctx, trx, id, 'changed', { ...changes, by: 'import' })
}

const readOne = (trx: Trx, id: string) =>
  trx.selectFrom('organisations').select(['id', 'number', 'name', 'shortName', 'creditCode', 'providerKind', 'size', 'industry', 'regionId', 'address', 'phone', 'website', 'createdBy', 'version']).where('id', '=', id).where('withdrawnAt', 'is', null).executeTakeFirst()

async function refuseTakenCode(trx: Trx, code: string | null | undefined, self: string | undefined): Promise<void> {
  if (!code) return
  const other = await trx.selectFrom('organisations').select(['id', 'number']).where('creditCode', '=', code).executeTakeFirst()
  if (other && other.id !== self) throw fault('/creditCode', 'credit-code-taken', { number: other.number })
}

/** Takes an import back: what was added goes, what was changed is as before. Whether anything depends on them, the caller has asked. */
export async function undoOrganisations(ctx: Context, trx: Trx, rows: readonly UndoRow[]): Promise<void> {
  for (const row of rows) {
    const now = await readOne(trx, row.id)
    if (!now) continue
    if (now.version !== row.version) throw conflict('import-in-use', { number: now.number })
    if (row.before) {
      await writeChanges(ctx, trx, row.id, now.version, row.before as Partial<OrganisationFields>) // safe: written by `changeOne`
      continue
    }
    await markWithdrawn(ctx, trx, row.id)
    await unindexThing(trx, row.id, row.id)
    await keep(ctx, trx, row.id, 'withdrawn', { by: 'import' })
  }
}

const keep = (ctx: Context, trx: Trx, id: string, action: string, body: Record<string, unknown>) => keepAction(ctx, trx, { homeId: id, kind: organisationThing.kind, id, action, body, parties: [id, everyone] })

/** What an import wizard needs of the register, in one hand. */
export const organisationTarget = { fields: organisationFields, keyFields: ['creditCode', 'name'], load: loadOrganisations, take: takeOrganisations, undo: undoOrganisations } as const
