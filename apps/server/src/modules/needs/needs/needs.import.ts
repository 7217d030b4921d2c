import { trusts } from '@guildhall/contract/needs'
import { contentLanguages, type LocalizedText } from '@guildhall/kernel'
import { signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { dayOf } from '../../../platform/clock/clock.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import type { ImportField, ImportValues } from '../../../platform/exchange-io/import-fields.ts'
import type { LoadedTarget, TakenRow, TakeRow, UndoRow } from '../../../platform/exchange-io/import-target.ts'
import { choicesOf, labelsOf } from '../../../platform/exchange-io/labels.ts'
import { conflict, notAllowed } from '../../../platform/http/refused.ts'
import { settleTasks } from '../../../platform/inbox/inbox.ts'
import { noId } from '../../../platform/search/find.ts'
import { textKeyOf } from '../../translation/index.ts'
import { hasNeed, recordNeed } from './needs.service.ts'
import { updateNeed } from './needs.store.ts'
import { needThing } from './needs.thing.ts'

/** Columns of a list of needs: who said what, when, about which post, in which language, and how sure it is. */
const needFields: readonly ImportField[] = [
  { key: 'enterprise', labels: labelsOf('needs.enterprise', { 'zh-CN': ['企业名称', '单位名称', '公司名称', '统一社会信用代码'], en: ['Company', 'Credit code'], de: ['Firma', 'Unternehmen'] }), kind: 'reference', required: true, width: 28 },
  { key: 'words', labels: labelsOf('needs.words', { 'zh-CN': ['需求', '企业原话', '需求描述', '岗位要求', '原话'], en: ['Need', 'Words'], de: ['Bedarf', 'Wortlaut'] }), kind: 'text', required: true, maxLength: 20_000, width: 60 },
  { key: 'saidOn', labels: labelsOf('needs.said-on', { 'zh-CN': ['日期', '提出日期'], en: ['Date'], de: ['Datum'] }), kind: 'date' },
  { key: 'post', labels: labelsOf('needs.post', { 'zh-CN': ['岗位名称'], en: ['Position', 'Job'], de: ['Stelle'] }), kind: 'text', maxLength: 120 },
  { key: 'peopleWanted', labels: labelsOf('needs.people-wanted', { 'zh-CN': ['人数', '招聘人数', '用人数量'], en: ['Headcount'], de: ['Anzahl'] }), kind: 'number', min: 1, max: 100_000, decimals: 0 },
  { key: 'language', labels: labelsOf('needs.language'), kind: 'choice', choices: choicesOf(contentLanguages, (language) => `language.${language}`) },
  { key: 'trust', labels: labelsOf('needs.trust', { 'zh-CN': ['来源可靠程度'] }), kind: 'choice', choices: choicesOf(trusts, (trust) => `needs.trust.${trust}`) },
]

const keyText = (words: unknown) => textKeyOf(String(words ?? '')).slice(0, 500)
const own = (ctx: Context) => signatureOf(ctx.actor).organisationId ?? noId

/** The needs that the actor may read; the very same words of the same enterprise are the same need, whatever else the row says. */
export async function loadNeeds(ctx: Context, trx: Trx): Promise<LoadedTarget> {
  const enterprises = await trx.selectFrom('organisations').select(['id', 'name', 'shortName', 'creditCode']).where('kind', '=', 'enterprise').where('withdrawnAt', 'is', null).execute()
  const known = await trx.selectFrom('needs').select(['homeId', 'textKey']).where('withdrawnAt', 'is', null).execute()
  const today = dayOf(ctx.now)
  const keyOf = (values: ImportValues) => (values['enterprise'] && values['words'] ? `${values['enterprise']} ${keyText(values['words'])}` : undefined)
  return {
    fields: needFields.map((field) => (field.key === 'enterprise' ? { ...field, choices: enterprises.map(({ id, name, shortName, creditCode }) => ({ code: id, labels: namesOf(name, [shortName, creditCode]) })) } : field)),
    existing: new Map(known.map((one) => [`${one.homeId} ${one.textKey}`, {}])),
    keyOf,
    judge: (row) => {
      if (row.known) return { same: true }
      const said = row.values['saidOn']
      return typeof said === 'string' && said > today ? { fault: { field: 'saidOn', code: 'day-in-the-future', params: { value: said } } } : undefined
    },
  }
}

const namesOf = (name: LocalizedText, more: readonly (string | null)[]) => {
  const list = (...names: (string | null | undefined)[]) => names.filter((one): one is string => Boolean(one))
  return { 'zh-CN': list(name.zh, ...more), en: list(name.en), de: list(name.de) }
}

/** Records the needs of checked rows. What came in meanwhile by another way is not recorded twice. */
export async function takeNeeds(ctx: Context, trx: Trx, rows: readonly TakeRow[], importId: string): Promise<TakenRow[]> {
  if (!can(needThing.rights, 'add', ctx.actor, {})) throw notAllowed()
  const taken: TakenRow[] = []
  for (const { line, values } of rows) {
    const enterpriseId = String(values['enterprise'])
    if (await hasNeed(trx, enterpriseId, keyText(values['words']))) {
      taken.push({ line })
      continue
    }
    const text = (key: string) => (values[key] === undefined ? {} : { [key]: String(values[key]) })
    const people = typeof values['peopleWanted'] === 'number' ? { peopleWanted: values['peopleWanted'] } : {}
    const given = { ...people, ...text('saidOn'), ...text('post'), ...text('language'), ...text('trust') } as Partial<Parameters<typeof recordNeed>[2]> // safe: choices hold the contract's values
    const { id } = await recordNeed(ctx, trx, { ...given, enterpriseId, text: String(values['words']), source: 'file', importId })
    taken.push({ line, id, version: 1 })
  }
  return taken
}

/** Takes an import of needs back, as long as nobody has worked with one of them. */
export async function undoNeeds(ctx: Context, trx: Trx, rows: readonly UndoRow[]): Promise<void> {
  for (const row of rows) {
    const need = await trx.selectFrom('needs').select(['homeId', 'number', 'version', 'parties', 'withdrawnAt']).where('id', '=', row.id).executeTakeFirst()
    if (!need || need.withdrawnAt) continue
    const worked = await trx.selectFrom('needReceipts').select('id').where('needId', '=', row.id).where('status', '<>', 'unread').limit(1).executeTakeFirst()
    if (worked || need.version !== row.version) throw conflict('import-in-use', { number: need.number })
    await updateNeed(ctx, trx, { id: row.id, enterpriseId: need.homeId }, { withdrawnAt: ctx.now })
    await settleTasks(ctx, trx, { id: row.id })
    await keepAction(ctx, trx, { homeId: need.homeId, kind: needThing.kind, id: row.id, action: 'withdrawn', body: { by: 'import', college: own(ctx) }, parties: need.parties })
  }
}

/** What an import wizard needs of needs, in one hand. */
export const needTarget = { fields: needFields, keyFields: ['enterprise', 'words'], load: loadNeeds, take: takeNeeds, undo: undoNeeds } as const
