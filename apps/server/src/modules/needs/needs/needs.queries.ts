import type { Answer } from '@guildhall/contract/http'
import type { Need, NeedRow, needs } from '@guildhall/contract/needs'
import { sql } from 'kysely'
import type { z } from 'zod'
import { allowedOf } from '../../../platform/access/relations.ts'
import { everyone, signatureOf } from '../../../platform/access/actor.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { notFound } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { findIds, noId } from '../../../platform/search/find.ts'
import { sayToEmployer } from '../../translation/index.ts'
import { hasOccupation, occupationsOf } from '../posts/post-columns.ts'
import { needThing } from './needs.thing.ts'
import { fitsFilter } from './receipt-filter.ts'

const isCollege = (ctx: Context) => ctx.actor.kind === 'person' && ctx.actor.organisationKind === 'college'
const mine = (ctx: Context) => signatureOf(ctx.actor).organisationId ?? noId

// A college reads a need through its own receipt; the enterprise through the receipt that got furthest.
const receiptOf = (ctx: Context) =>
  isCollege(ctx)
    ? sql<{ status: string }>`(select * from need_receipts r where r.need_id = needs.id and r.home_id = ${mine(ctx)})`
    : sql<{ status: string }>`(select * from need_receipts r where r.need_id = needs.id order by array_position(array['translated', 'set-aside', 'read', 'unread'], r.status), r.received_at limit 1)`

type ReceiptColumns = { receiptStatus: string | null; receiptMajorId: string | null; receiptReceivedAt: string | null; setAsideReason: string | null }

const outcomesOf = sql<number>`(select count(*)::int from links l where l.from_id = needs.id and l.relation = 'voiced' and l.withdrawn_at is null)`
const copiesOf = sql<number>`(select count(*)::int from needs c where c.home_id = needs.home_id and c.joined_into = needs.id and c.withdrawn_at is null)`

const columns = [
  'needs.id', 'needs.homeId', 'needs.number', 'needs.text', 'needs.language', 'needs.source', 'needs.trust', 'needs.saidOn', 'needs.post', 'needs.recordedAt', 'organisations.name as enterpriseName',
] as const

/** A list of a college goes along its receipts (indexed by status and time); an enterprise's along its needs. */
const collegeRows = (ctx: Context, trx: Trx) =>
  trx
    .selectFrom('needReceipts')
    .innerJoin('needs', 'needs.id', 'needReceipts.needId')
    .innerJoin('organisations', 'organisations.id', 'needs.homeId')
    .select([...columns, 'needReceipts.status as receiptStatus', 'needReceipts.majorId as receiptMajorId', 'needReceipts.receivedAt as receiptReceivedAt', 'needReceipts.setAsideReason', outcomesOf.as('outcomes'), copiesOf.as('copies'), occupationsOf.as('occupations')])
    .where('needReceipts.homeId', '=', mine(ctx))
    .where('needs.withdrawnAt', 'is', null)
    .where('needs.joinedInto', 'is', null)

const ownRows = (ctx: Context, trx: Trx) =>
  trx
    .selectFrom('needs')
    .innerJoin('organisations', 'organisations.id', 'needs.homeId')
    .leftJoin(sql<{ status: string; majorId: string | null; receivedAt: string; setAsideReason: string | null }>`lateral ${receiptOf(ctx)}`.as('receipt'), (join) => join.onTrue())
    .select([...columns, 'receipt.status as receiptStatus', 'receipt.majorId as receiptMajorId', 'receipt.receivedAt as receiptReceivedAt', 'receipt.setAsideReason', outcomesOf.as('outcomes'), copiesOf.as('copies'), occupationsOf.as('occupations')])
    .where('needs.withdrawnAt', 'is', null)

type Row = { id: string; homeId: string; number: string; text: string; language: string; source: string; trust: string; saidOn: string; post: string | null; recordedAt: string; enterpriseName: NeedRow['enterprise']['name']; outcomes: number; copies: number; occupations: NeedRow['occupations'] } & ReceiptColumns

const present = (row: Row): NeedRow =>
  ({
    id: row.id, number: row.number, text: row.text, language: row.language, enterprise: { id: row.homeId, name: row.enterpriseName }, source: row.source, trust: row.trust, saidOn: row.saidOn, post: row.post, occupations: row.occupations,
    status: row.receiptStatus ?? 'unread', majorId: row.receiptMajorId, outcomes: row.outcomes, copies: row.copies, receivedAt: row.receiptReceivedAt ?? row.recordedAt,
  }) as NeedRow // safe: CHECKs hold the value lists, and the gate compares each answer with the schema

export async function listNeeds(ctx: Context, asked: z.output<typeof needs.list.query>): Promise<Answer<typeof needs.list>> {
  const narrowed = await findIds(ctx, asked.q, needThing.kind)
  return look(ctx, async (trx) => {
    const page = isCollege(ctx) ? await pageOfCollege(ctx, trx, asked, narrowed) : await pageOfEnterprise(ctx, trx, asked, narrowed)
    return { items: page.rows.map(present), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })
}

type Asked = z.output<typeof needs.list.query>

function pageOfCollege(ctx: Context, trx: Trx, asked: Asked, narrowed: string[] | undefined) {
  let query = collegeRows(ctx, trx).where(fitsFilter(asked))
  if (narrowed) query = query.where('needReceipts.needId', 'in', narrowed.length ? narrowed : [noId])
  return pageOfQuery(ctx, trx, asked, {
    query, sorts: { receivedAt: 'needReceipts.receivedAt', saidOn: 'needReceipts.saidOn' }, defaultSort: '-receivedAt', id: 'needReceipts.needId', keys: (row, sort) => [sort === 'saidOn' ? row.saidOn : row.receiptReceivedAt, row.id],
  })
}

function pageOfEnterprise(ctx: Context, trx: Trx, asked: Asked, narrowed: string[] | undefined) {
  let query = ownRows(ctx, trx).where('needs.homeId', '=', mine(ctx)).where('needs.joinedInto', 'is', null)
  if (narrowed) query = query.where('needs.id', 'in', narrowed.length ? narrowed : [noId])
  if (asked.status) query = query.where('receipt.status', '=', asked.status)
  if (asked.from) query = query.where('needs.saidOn', '>=', asked.from)
  if (asked.until) query = query.where('needs.saidOn', '<=', asked.until)
  if (asked.source) query = query.where('needs.source', '=', asked.source)
  if (asked.language) query = query.where('needs.language', '=', asked.language)
  if (asked.occupationId) query = query.where(hasOccupation(asked.occupationId))
  return pageOfQuery(ctx, trx, asked, {
    query, sorts: { receivedAt: 'needs.recordedAt', saidOn: 'needs.saidOn' }, defaultSort: '-receivedAt', id: 'needs.id', keys: (row, sort) => [sort === 'saidOn' ? row.saidOn : row.recordedAt, row.id],
  })
}

/** One need, for those whom it names; to everybody else it does not exist. */
export async function readNeed(ctx: Context, trx: Trx, id: string): Promise<Need> {
  const row = await ownRows(ctx, trx)
    .innerJoin('organisations as recorders', 'recorders.id', 'needs.recordedByOrganisation')
    .leftJoin('people', 'people.id', 'needs.recordedByPerson')
    .leftJoin('regions', 'regions.id', 'needs.regionId')
    .select(['needs.sourceNote', 'needs.peopleWanted', 'needs.opened', 'needs.joinedInto', 'needs.version', 'needs.parties', 'recorders.id as recorderId', 'recorders.name as recorderName', 'people.name as personName', 'regions.id as regionId', 'regions.name as regionName'])
    .where('needs.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  const colleges = row.parties.filter((one) => one !== row.homeId && one !== everyone)
  const parties = { enterprise: row.homeId, college: colleges, recorder: row.recorderId, ...(row.opened ? { reader: signatureOf(ctx.actor).organisationId } : {}) }
  const allowed = allowedOf(needThing.rights, ctx.actor, parties)
  if (!allowed.includes('read')) throw notFound()
  const joined = await trx.selectFrom('needs').select(['id', 'number', 'text']).where('homeId', '=', row.homeId).where('joinedInto', '=', id).where('withdrawnAt', 'is', null).limit(50).execute()
  const joinedInto = row.joinedInto ? await trx.selectFrom('needs').select(['id', 'number']).where('id', '=', row.joinedInto).executeTakeFirst() : undefined
  return {
    ...present(row as Row), // safe: the same columns as in a list
    sourceNote: row.sourceNote, region: row.regionId && row.regionName ? { id: row.regionId, name: row.regionName } : null, peopleWanted: row.peopleWanted, opened: row.opened,
    joinedInto: joinedInto ?? null, joined, alike: await listAlike(trx, row), givenTo: colleges.length ? await trx.selectFrom('organisations').select(['id', 'name']).where('id', 'in', colleges).orderBy('sortName').execute() : [],
    recordedBy: { organisation: { id: row.recorderId, name: row.recorderName }, person: row.personName }, setAsideReason: row.setAsideReason, outcomeList: await listOutcomesOfNeed(trx, id), version: row.version, allowed,
  }
}

export const getNeed = (ctx: Context, id: string): Promise<Need> => look(ctx, (trx) => readNeed(ctx, trx, id))

/** Needs of the same enterprise whose words are nearly the same: offered for joining, never joined by themselves. */
const listAlike = (trx: Trx, row: { id: string; homeId: string; text: string; joinedInto: string | null }): Promise<Need['alike']> =>
  trx
    .selectFrom('needs')
    .select(['id', 'number', 'text', sql<number>`round(similarity(text, ${row.text})::numeric, 3)::float`.as('similarity')])
    .where('homeId', '=', row.homeId)
    .where('id', '<>', row.id)
    .where('withdrawnAt', 'is', null)
    .where('joinedInto', 'is', null)
    .where(sql<boolean>`similarity(text, ${row.text}) > 0.45`)
    .orderBy('similarity', 'desc')
    .limit(5)
    .execute()

const listOutcomesOfNeed = async (trx: Trx, needId: string): Promise<Need['outcomeList']> => {
  const rows = await trx
    .selectFrom('links')
    .innerJoin('outcomes', 'outcomes.id', 'links.toId')
    .innerJoin('organisations', 'organisations.id', 'outcomes.homeId')
    .leftJoinLateral(
      (eb) => eb.selectFrom('outcomeAnswers').select(['answer', 'words']).where('outcomeAnswers.needId', '=', needId).whereRef('outcomeAnswers.outcomeId', '=', 'outcomes.id').orderBy('at', 'desc').limit(1).as('latest'),
      (join) => join.onTrue(),
    )
    .select(['outcomes.id', 'outcomes.number', 'outcomes.text', 'outcomes.level', 'organisations.id as collegeId', 'organisations.name as collegeName', 'latest.answer', 'latest.words'])
    .where('links.fromId', '=', needId)
    .where('links.relation', '=', 'voiced')
    .where('links.withdrawnAt', 'is', null)
    .orderBy('links.at')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id, number: row.number, text: row.text, says: sayToEmployer(row), level: row.level, college: { id: row.collegeId, name: row.collegeName }, answer: row.answer as 'yes' | 'nearly' | 'no' | null, answerWords: row.words, // safe: a CHECK holds the three answers
  }))
}
