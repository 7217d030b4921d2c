import type { Need, Workbench } from '@guildhall/contract/needs'
import type { ContentLanguage } from '@guildhall/kernel'
import { findDiscrimination } from '@guildhall/translation'
import { sql } from 'kysely'
import { signatureOf } from '../../../platform/access/actor.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { notFound } from '../../../platform/http/refused.ts'
import { listTiedConcepts, seedBridge } from '../../taxonomy/index.ts'
import { type Engine, findStoredTaxonomies, listLike, type RememberedDecision, type Translated, textKeyOf, versionWith } from '../../translation/index.ts'
import { readNeed } from '../needs/needs.queries.ts'

export type StoredTranslation = Readonly<{ translation: Translated; kept: boolean; version: string }>

/**
 * The engine's proposal for a need: the one that is kept, so that spans and drafts stay what people decided about; else a new one.
 * Made before any transaction, as it takes time.
 */
export async function prepareTranslation(ctx: Context, engine: Engine, needId: string, options: { fresh?: boolean; language?: ContentLanguage | undefined } = {}): Promise<StoredTranslation> {
  const college = signatureOf(ctx.actor).organisationId ?? ''
  const { need, receipt, decisions } = await look(ctx, async (trx) => {
    const found = await trx.selectFrom('needs').select(['text', 'language', 'homeId']).where('id', '=', needId).where('withdrawnAt', 'is', null).executeTakeFirst()
    if (!found) throw notFound()
    const receipt = await trx.selectFrom('needReceipts').select(['status', 'translation', 'engineVersion', 'suggestedAt']).where('homeId', '=', college).where('needId', '=', needId).executeTakeFirst()
    return { need: found, receipt, decisions: await listRemembered(trx, found.homeId) }
  })
  const kept = receipt?.translation as Translated | null | undefined // safe: written by this module
  const asked = options.fresh || options.language
  if (kept && receipt?.status !== 'unread' && !asked) return { translation: kept, kept: true, version: receipt?.engineVersion ?? engine.version }
  const language = options.language ?? (need.language as ContentLanguage) // safe: a CHECK holds the three languages
  const [shared, taxonomies] = [await listShared(ctx, need.homeId), await findStoredTaxonomies(ctx.house, language)]
  const [remembered, version] = [[...decisions, ...shared], versionWith(taxonomies)]
  // What the engine proposed before anybody looked holds while the engine is the same and nobody has decided about these words since.
  if (kept && !asked && receipt?.engineVersion === version && remembered.every((one) => one.at <= (receipt.suggestedAt ?? ''))) return { translation: kept, kept: true, version }
  return { translation: await engine.translate({ text: need.text, language, enterpriseId: need.homeId, decisions: remembered, taxonomies, now: ctx.now }), kept: false, version }
}

/** What people decided before about this enterprise's words: the walls let a college see its own decisions with this enterprise. */
export async function listRemembered(trx: Trx, enterpriseId: string): Promise<RememberedDecision[]> {
  const rows = await trx
    .selectFrom('translationDecisions')
    .select(['id', 'at', 'phrase', 'language', 'enterpriseId', 'verdict', 'homeId', 'after'])
    .where('enterpriseId', '=', enterpriseId)
    .where('undoneAt', 'is', null)
    .orderBy('at', 'desc')
    .limit(500)
    .execute()
  return rows.map(toRemembered)
}

const toRemembered = (row: { id: string; at: string; phrase: string; language: string; enterpriseId: string; verdict: string; homeId: string; after: unknown }): RememberedDecision => ({
  id: row.id, at: row.at, phrase: row.phrase, language: row.language as ContentLanguage, enterprise: row.enterpriseId, verdict: row.verdict as RememberedDecision['verdict'], by: row.homeId, // safe: CHECKs hold both lists
  concepts: (row.after as { concepts?: RememberedDecision['concepts'] } | null)?.concepts ?? [],
})

/**
 * Decisions about phrases that at least two enterprises used: such a phrase is nobody's secret. Read by the house for the engine alone;
 * what comes back to people are concepts, never another enterprise's sentence.
 */
export async function listShared(ctx: Context, enterpriseId: string): Promise<RememberedDecision[]> {
  const common = ctx.house.db.selectFrom('translationDecisions').select('phraseKey').where('undoneAt', 'is', null).groupBy('phraseKey').having((eb) => eb(eb.fn.count('enterpriseId').distinct(), '>=', 2)).limit(500)
  const rows = await ctx.house.db
    .selectFrom('translationDecisions')
    .select(['id', 'at', 'phrase', 'language', 'enterpriseId', 'verdict', 'homeId', 'after'])
    .where('phraseKey', 'in', common)
    .where('enterpriseId', '<>', enterpriseId)
    .where('undoneAt', 'is', null)
    .orderBy('at', 'desc')
    .limit(500)
    .execute()
  return rows.map(toRemembered)
}

/** The workbench of a need: its words, the proposal, what was decided, what is like it, and which need is next. */
export async function readWorkbench(ctx: Context, trx: Trx, needId: string, stored: StoredTranslation): Promise<Workbench> {
  const college = signatureOf(ctx.actor).organisationId ?? ''
  const need = await readNeed(ctx, trx, needId)
  const decisions = await trx
    .selectFrom('translationDecisions')
    .leftJoin('outcomes', 'outcomes.id', 'translationDecisions.outcomeId')
    .leftJoin('people', 'people.id', 'translationDecisions.personId')
    .select(['translationDecisions.id', 'translationDecisions.verdict', 'translationDecisions.after', 'translationDecisions.reason', 'translationDecisions.at', 'people.name as person', 'outcomes.id as outcomeId', 'outcomes.number', 'outcomes.text'])
    .where('translationDecisions.homeId', '=', college)
    .where('translationDecisions.needId', '=', needId)
    .where('translationDecisions.undoneAt', 'is', null)
    .orderBy('translationDecisions.at')
    .orderBy('translationDecisions.id')
    .limit(200)
    .execute()
  return {
    need,
    translation: stored.translation as unknown as Workbench['translation'], // safe: the engine's shapes are the schema's; the gate compares them
    findings: findDiscrimination(need.text, stored.translation.language),
    engine: stored.version,
    decisions: decisions.map((row) => ({
      id: row.id, verdict: row.verdict as 'accepted' | 'edited' | 'rejected', spans: (row.after as { spans?: { start: number; end: number }[] } | null)?.spans ?? [], // safe: a CHECK holds the verdicts
      outcome: row.outcomeId && row.number && row.text ? { id: row.outcomeId, number: row.number, text: row.text } : null, reason: row.reason, person: row.person, at: row.at,
    })),
    remembered: await listRememberedOutcomes(trx, college, need),
    like: await listLikeDrafts(trx, college, stored.translation),
    tied: await listTiedConcepts(trx, { from: 'guildhall', to: 'esco', codes: bestOfLexicon(stored.translation) }),
    ...(await neighboursOf(trx, college, needId)),
  }
}

/** The competence that each draft shows, where it is one of the starter lexicon. */
const bestOfLexicon = (translation: Translated): string[] => [...new Set(translation.statements.flatMap((one) => one.outcomes).flatMap(({ links }) => (links[0]?.taxonomy === 'gh' ? [links[0].concept] : [])))]

export const openWorkbench = async (ctx: Context, engine: Engine, id: string, options: { fresh: boolean; language?: ContentLanguage | undefined }): Promise<Workbench> => {
  await seedBridge(ctx.house)
  const stored = await prepareTranslation(ctx, engine, id, options)
  return look(ctx, (trx) => readWorkbench(ctx, trx, id, stored))
}

const shortestPhrase = 4

/** What was agreed for the same words of the same enterprise, most often first: whoever decided once need not write it again. */
async function listRememberedOutcomes(trx: Trx, college: string, need: Need): Promise<Workbench['remembered']> {
  const key = textKeyOf(need.text)
  if (!key) return []
  const rows = await trx
    .selectFrom('translationDecisions')
    .innerJoin('outcomes', (join) => join.onRef('outcomes.homeId', '=', 'translationDecisions.homeId').onRef('outcomes.id', '=', 'translationDecisions.outcomeId'))
    .select(['outcomes.id', 'outcomes.number', 'outcomes.text', sql<string>`max(phrase)`.as('phrase'), sql<number>`count(*)::int`.as('times')])
    .where('translationDecisions.homeId', '=', college)
    .where('translationDecisions.enterpriseId', '=', need.enterprise.id)
    .where('translationDecisions.undoneAt', 'is', null)
    .where('translationDecisions.verdict', '<>', 'rejected')
    .where('translationDecisions.needId', '<>', need.id)
    .where('outcomes.status', '=', 'agreed')
    .where(sql<boolean>`length(phrase_key) >= ${shortestPhrase} and position(phrase_key in ${key}) > 0`)
    .groupBy(['outcomes.id', 'outcomes.number', 'outcomes.text'])
    .orderBy('times', 'desc')
    .orderBy('outcomes.number')
    .limit(5)
    .execute()
  const taken = new Set(need.outcomeList.map((one) => one.id))
  return rows.filter((row) => !taken.has(row.id)).map(({ phrase, ...row }) => {
    const at = need.text.indexOf(phrase)
    return { ...row, phrase, span: at < 0 ? { start: 0, end: need.text.length } : { start: at, end: at + phrase.length } }
  })
}

async function listLikeDrafts(trx: Trx, college: string, translation: Translated): Promise<Workbench['like']> {
  const drafts = translation.statements.flatMap((one) => one.outcomes)
  const like: Workbench['like'] = []
  for (const [draft, one] of drafts.slice(0, 12).entries()) {
    const text = Object.values(one.text)[0]
    if (!text || !textKeyOf(text)) continue
    for (const found of await listLike(trx, college, text, 2)) like.push({ draft, id: found.id, number: found.number, text: found.text, similarity: found.similarity })
  }
  return like
}

/** The needs of this college that still wait, newest first as the list shows them; where this one stands among them. */
async function neighboursOf(trx: Trx, college: string, needId: string): Promise<{ previous: string | null; next: string | null; position: number; waiting: number }> {
  const waiting = (
    await trx
      .selectFrom('needReceipts')
      .innerJoin('needs', 'needs.id', 'needReceipts.needId')
      .select('needReceipts.needId')
      .where('needReceipts.homeId', '=', college)
      .where((eb) => eb.or([eb('needReceipts.status', 'in', ['unread', 'read']), eb('needReceipts.needId', '=', needId)]))
      .where('needs.joinedInto', 'is', null)
      .where('needs.withdrawnAt', 'is', null)
      .orderBy('needReceipts.receivedAt', 'desc')
      .orderBy('needReceipts.needId', 'desc')
      .limit(500)
      .execute()
  ).map((row) => row.needId)
  const at = waiting.indexOf(needId)
  return { previous: waiting[at - 1] ?? null, next: at < 0 ? (waiting[0] ?? null) : (waiting[at + 1] ?? null), position: at + 1, waiting: waiting.length }
}
