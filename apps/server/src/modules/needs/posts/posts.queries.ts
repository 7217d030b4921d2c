import type { Answer } from '@guildhall/contract/http'
import type { PostDecision, PostOfNeed, PostTaxonomy, posts } from '@guildhall/contract/needs'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { findOccupationsById } from '../../taxonomy/index.ts'
import type { Engine } from '../../translation/index.ts'
import { readNeed } from '../needs/needs.queries.ts'
import { type AskedPost, proposeOccupations } from './propose.ts'

export const proposeForPost = async (ctx: Context, engine: Engine, asked: z.output<typeof posts.propose.query>): Promise<Answer<typeof posts.propose>> => ({ post: asked.post, taxonomies: await proposeOccupations(ctx, engine, asked) })

/** The post of a need as the engine is asked about it. */
export const askedPostOf = (ctx: Context, needId: string): Promise<AskedPost & Readonly<{ needId: string; enterpriseId: string }>> =>
  look(ctx, async (trx) => {
    const need = await readNeed(ctx, trx, needId)
    return { needId, post: need.post ?? '', enterpriseId: need.enterprise.id, language: need.language }
  })

export async function getPostOfNeed(ctx: Context, engine: Engine, needId: string): Promise<PostOfNeed> {
  const taxonomies = await proposeOccupations(ctx, engine, await askedPostOf(ctx, needId))
  return look(ctx, (trx) => readPostOfNeed(ctx, trx, needId, taxonomies))
}

export async function readPostOfNeed(ctx: Context, trx: Trx, needId: string, taxonomies: readonly PostTaxonomy[]): Promise<PostOfNeed> {
  const need = await readNeed(ctx, trx, needId)
  return { needId, post: need.post, taxonomies: [...taxonomies], decisions: await listPostDecisions(trx, needId), allowed: need.allowed }
}

async function listPostDecisions(trx: Trx, needId: string): Promise<PostDecision[]> {
  const rows = await trx
    .selectFrom('postDecisions')
    .leftJoin('people', 'people.id', 'postDecisions.personId')
    .leftJoin('organisations', 'organisations.id', 'postDecisions.organisationId')
    .select(['postDecisions.id', 'postDecisions.taxonomy', 'postDecisions.conceptId', 'postDecisions.post', 'postDecisions.grade', 'postDecisions.evidence', 'postDecisions.at', 'people.name as person', 'organisations.name as organisation'])
    .where('postDecisions.needId', '=', needId)
    .where('postDecisions.undoneAt', 'is', null)
    .orderBy('postDecisions.taxonomy')
    .execute()
  const concepts = new Map((await findOccupationsById(trx, rows.flatMap((row) => row.conceptId ?? []))).map((one) => [one.id, one]))
  return rows.map(({ conceptId, evidence, ...row }) => {
    const concept = conceptId === null ? undefined : concepts.get(conceptId)
    const taxonomy = row.taxonomy as PostDecision['taxonomy'] // safe: a CHECK holds the codes
    const shown = concept && { id: concept.id, taxonomy, version: concept.version, code: concept.code, notation: concept.notation, label: concept.label, group: concept.group }
    return { ...row, taxonomy, occupation: shown ?? null, grade: row.grade as PostDecision['grade'], matched: (evidence as { matched?: string }).matched ?? null } // safe: a CHECK holds the grades; written by this module
  })
}

/** Occupations for the filter of the list: those that posts of the reader's needs are tied to. */
export const listUsedOccupations = (ctx: Context): Promise<Answer<typeof posts.used>> =>
  look(ctx, async (trx) => {
    const rows = await trx
      .selectFrom('postDecisions')
      .innerJoin('needs', (join) => join.onRef('needs.homeId', '=', 'postDecisions.homeId').onRef('needs.id', '=', 'postDecisions.needId'))
      .innerJoin('concepts', 'concepts.id', 'postDecisions.conceptId')
      .select(['concepts.id', 'postDecisions.taxonomy', 'concepts.code', 'concepts.notation', 'concepts.label', sql<number>`count(*)::int`.as('needs')])
      .where('postDecisions.undoneAt', 'is', null)
      .where('needs.withdrawnAt', 'is', null)
      .groupBy(['concepts.id', 'postDecisions.taxonomy', 'concepts.code', 'concepts.notation', 'concepts.label'])
      .orderBy('needs', 'desc')
      .orderBy('concepts.code')
      .limit(200)
      .execute()
    return { items: rows.map((row) => ({ ...row, taxonomy: row.taxonomy as PostDecision['taxonomy'] })) } // safe: a CHECK holds the codes
  })
