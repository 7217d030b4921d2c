import type { Answer } from '@guildhall/contract/http'
import type { bridge, Tie, TieVerdict } from '@guildhall/contract/taxonomy'
import { findText, type LocalizedText, toContentLanguage } from '@guildhall/kernel'
import { say } from '@guildhall/words'
import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { allowedOf } from '../../../platform/access/relations.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { writeCsv } from '../../../platform/exchange-io/csv.ts'
import { notFound } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { noId } from '../../../platform/search/find.ts'
import { bridgeRights } from './bridge.things.ts'
import { seedBridge } from './seed-bridge.ts'

type Asked = Omit<z.output<typeof bridge.list.query>, 'sort' | 'after' | 'limit'>
type Side = Tie['from']

/** A side of a tie, of the newest edition that has it; none where the taxonomy went. */
const sideOf = (taxonomy: string, code: string) => sql<Side | null>`(
  select jsonb_build_object('conceptId', c.id, 'taxonomy', x.code, 'version', x.version, 'code', c.code, 'notation', c.notation, 'kind', c.kind, 'label', c.label, 'description', c.description)
  from taxonomies x join concepts c on c.taxonomy_id = x.id and c.code = ${sql.ref(code)} where x.code = ${sql.ref(taxonomy)} and x.state <> 'loading' order by x.imported_at desc, x.version desc limit 1)`

const hasSide = (taxonomy: string, code: string, more = sql<SqlBool>`true`) => sql<SqlBool>`exists (select 1 from taxonomies x join concepts c on c.taxonomy_id = x.id and c.code = ${sql.ref(code)} where x.code = ${sql.ref(taxonomy)} and ${more})`

const rows = (trx: Trx) =>
  trx
    .selectFrom('conceptTies')
    .leftJoin('people', 'people.id', 'conceptTies.personId')
    .select(['conceptTies.id', 'conceptTies.match', 'conceptTies.holds', 'conceptTies.reason', 'conceptTies.confidence', 'conceptTies.origin', 'conceptTies.state', 'conceptTies.personId', 'people.name as proposer'])
    .select([sideOf('conceptTies.fromTaxonomy', 'conceptTies.fromCode').as('from'), sideOf('conceptTies.toTaxonomy', 'conceptTies.toCode').as('to')])
    .where('conceptTies.withdrawnAt', 'is', null)
    .where(hasSide('conceptTies.fromTaxonomy', 'conceptTies.fromCode'))
    .where(hasSide('conceptTies.toTaxonomy', 'conceptTies.toCode'))

const bands = { high: sql<SqlBool>`confidence >= 0.75`, middle: sql<SqlBool>`confidence >= 0.55 and confidence < 0.75`, low: sql<SqlBool>`confidence < 0.55` } as const

function narrowed(trx: Trx, asked: Asked) {
  let query = rows(trx)
  const [from, to] = asked.pair?.split(':') ?? []
  if (from && to) query = query.where('conceptTies.fromTaxonomy', '=', from).where('conceptTies.toTaxonomy', '=', to)
  if (asked.state) query = query.where('conceptTies.state', '=', asked.state)
  if (asked.confidence) query = query.where(bands[asked.confidence])
  const word = asked.q?.normalize('NFKC').toLowerCase().trim()
  const either = (more: ReturnType<typeof sql<SqlBool>>) => sql<SqlBool>`(${hasSide('conceptTies.fromTaxonomy', 'conceptTies.fromCode', more)} or ${hasSide('conceptTies.toTaxonomy', 'conceptTies.toCode', more)})`
  if (word) query = query.where(either(sql<SqlBool>`c.words like ${`%${word.replace(/[\\%_]/g, (one) => `\\${one}`)}%`}`))
  if (asked.conceptId) query = query.where(either(sql<SqlBool>`c.id = ${asked.conceptId}`))
  return query
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

async function present(ctx: Context, trx: Trx, found: readonly Row[]): Promise<Tie[]> {
  const verdicts = await listVerdicts(ctx, trx, found.map((row) => row.id))
  const mayJudge = allowedOf(bridgeRights, ctx.actor, {})
  const me = signatureOf(ctx.actor).personId
  return found.flatMap(({ personId, proposer, ...row }) => {
    if (!row.from || !row.to) return []
    return [{ ...row, from: row.from, to: row.to, proposedBy: proposer, verdicts: verdicts.get(row.id) ?? [], allowed: personId !== null && personId === me ? mayJudge.filter((one) => one !== 'judge') : mayJudge } as Tie] // safe: CHECKs hold the value lists, and the gate compares each answer with the schema
  })
}

async function listVerdicts(ctx: Context, trx: Trx, tieIds: readonly string[]): Promise<Map<string, TieVerdict[]>> {
  const me = signatureOf(ctx.actor).personId
  const found = await trx
    .selectFrom('tieVerdicts')
    .leftJoin('people', 'people.id', 'tieVerdicts.personId')
    .leftJoin('organisations', 'organisations.id', 'tieVerdicts.homeId')
    .select(['tieVerdicts.id', 'tieVerdicts.tieId', 'tieVerdicts.verdict', 'tieVerdicts.match', 'tieVerdicts.note', 'tieVerdicts.personId', 'tieVerdicts.at', 'people.name as person', 'organisations.name as organisation'])
    .where('tieVerdicts.tieId', 'in', tieIds.length ? tieIds : [noId])
    .where('tieVerdicts.undoneAt', 'is', null)
    .orderBy('tieVerdicts.at')
    .execute()
  const verdicts = new Map<string, TieVerdict[]>()
  for (const { tieId, personId, ...row } of found) verdicts.set(tieId, [...(verdicts.get(tieId) ?? []), { ...row, mine: personId === me } as TieVerdict]) // safe: CHECKs hold both lists
  return verdicts
}

export async function listTies(ctx: Context, asked: z.output<typeof bridge.list.query>): Promise<Answer<typeof bridge.list>> {
  await seedBridge(ctx.house)
  return look(ctx, async (trx) => {
    const page = await pageOfQuery(ctx, trx, asked, { query: narrowed(trx, asked), sorts: { confidence: 'conceptTies.confidence' }, defaultSort: '-confidence', id: 'conceptTies.id', keys: (row) => [row.confidence, row.id] })
    return { items: await present(ctx, trx, page.rows), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })
}

export async function readTie(ctx: Context, trx: Trx, id: string): Promise<Tie> {
  const row = await rows(trx).where('conceptTies.id', '=', id).executeTakeFirst()
  const [tie] = row ? await present(ctx, trx, [row]) : []
  if (!tie) throw notFound()
  return tie
}

export async function countTies(ctx: Context): Promise<Answer<typeof bridge.counts>> {
  await seedBridge(ctx.house)
  return look(ctx, async (trx) => {
    const of = (state: string) => sql<number>`count(*) filter (where state = ${state})::int`
    const pairs = await trx
      .selectFrom('conceptTies')
      .select([sql<string>`from_taxonomy || ':' || to_taxonomy`.as('pair'), of('possible').as('possible'), of('reviewed').as('reviewed'), of('refused').as('refused'), sql<number>`count(distinct from_code)::int`.as('concepts')])
      .where('withdrawnAt', 'is', null)
      .where(hasSide('conceptTies.fromTaxonomy', 'conceptTies.fromCode'))
      .where(hasSide('conceptTies.toTaxonomy', 'conceptTies.toCode'))
      .groupBy(['fromTaxonomy', 'toTaxonomy'])
      .orderBy('fromTaxonomy')
      .execute()
    return { pairs, asOf: ctx.now }
  })
}

const mostRows = 20_000

/** All ties that fit, with both names in the reader's language and what people said. */
export async function exportTies(ctx: Context, asked: z.output<typeof bridge.file.query>): Promise<Buffer> {
  await seedBridge(ctx.house)
  const { language } = ctx.actor
  const w = (key: Parameters<typeof say>[0], params = {}) => say(key, params, language)
  const ties = await look(ctx, async (trx) => present(ctx, trx, await narrowed(trx, asked).orderBy('conceptTies.confidence', 'desc').orderBy('conceptTies.id', 'desc').limit(mostRows).execute()))
  const name = (text: LocalizedText) => findText(text, toContentLanguage(language))?.text ?? ''
  const head = [w('bridge.csv-from-taxonomy'), w('bridge.csv-from-code'), w('bridge.csv-from'), w('bridge.csv-to-taxonomy'), w('bridge.csv-to-code'), w('bridge.csv-to'), w('bridge.match'), w('bridge.confidence'), w('bridge.reason'), w('bridge.origin'), w('bridge.state'), w('bridge.verdicts')]
  const lines = ties.map((tie) => [
    tie.from.taxonomy, tie.from.code, name(tie.from.label), tie.to.taxonomy, tie.to.code, name(tie.to.label), tie.holds, String(tie.confidence), w(`bridge.reason.${tie.reason}`), w(`bridge.origin.${tie.origin}`), w(`bridge.state.${tie.state}`),
    tie.verdicts.map((one) => [one.person, w(`bridge.verdict.${one.verdict}`), one.match, one.note, one.at.slice(0, 10)].filter(Boolean).join(' · ')).join('\n'),
  ])
  return Buffer.from(writeCsv([head, ...lines]))
}

export type TiedConcept = Readonly<{ from: string; conceptId: string; taxonomy: string; notation: string | null; label: LocalizedText; state: 'possible' | 'reviewed'; holds: Tie['holds'] }>

/** The same with the names of what they are tied to, one for each: the reviewed, else the likeliest. */
export async function listTiedConcepts(trx: Trx, asked: Readonly<{ from: string; to: string; codes: readonly string[] }>): Promise<TiedConcept[]> {
  const best = new Map((await findTies(trx, asked)).toReversed().map((one) => [one.fromCode, one]))
  const codes = [...best.values()].map((one) => one.toCode)
  if (!codes.length) return []
  const { rows: concepts } = await sql<Readonly<{ code: string; conceptId: string; taxonomy: string; notation: string | null; label: LocalizedText }>>`
    select distinct on (c.code) c.code, c.id as concept_id, x.code as taxonomy, c.notation, c.label from taxonomies x join concepts c on c.taxonomy_id = x.id
    where x.code = ${asked.to} and x.state <> 'loading' and c.code = any(${codes}::text[]) order by c.code, x.imported_at desc, x.version desc`.execute(trx)
  return [...best.values()].flatMap(({ fromCode, toCode, state, holds }) => concepts.filter((one) => one.code === toCode && state !== 'refused').map(({ code: _code, ...one }) => ({ ...one, from: fromCode, state: state as TiedConcept['state'], holds }))) // safe: refused ones are left out just before
}

/** What concepts of one taxonomy are tied to in another, unless people refused it; the reviewed first. For whoever shows a way across. */
export async function findTies(trx: Trx, asked: Readonly<{ from: string; to: string; codes: readonly string[] }>): Promise<readonly Readonly<{ fromCode: string; toCode: string; holds: Tie['holds']; state: Tie['state']; confidence: number }>[]> {
  if (!asked.codes.length) return []
  const found = await trx
    .selectFrom('conceptTies')
    .select(['fromCode', 'toCode', 'holds', 'state', 'confidence'])
    .where('fromTaxonomy', '=', asked.from)
    .where('toTaxonomy', '=', asked.to)
    .where('fromCode', 'in', asked.codes)
    .where('state', '<>', 'refused')
    .where('withdrawnAt', 'is', null)
    .orderBy('state', 'desc')
    .orderBy('confidence', 'desc')
    .orderBy('toCode')
    .execute()
  return found.map((row) => ({ ...row, holds: row.holds as Tie['holds'], state: row.state as Tie['state'] })) // safe: CHECKs hold both lists
}
