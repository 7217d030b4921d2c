import type { PostProposal, PostTaxonomy } from '@guildhall/contract/needs'
import type { ContentLanguage } from '@guildhall/kernel'
import { titleGrades, titleLanguages, type TitleLink } from '@guildhall/translation'
import { sql } from 'kysely'
import { type Context, systemContext } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, hashOf, look } from '../../../platform/database/doors.ts'
import { findOccupations, findOccupationsById, seedBridge } from '../../taxonomy/index.ts'
import { type Engine, findTitleShelves, prepareTitlesJob, type TitleShelf, type TitleTaxonomy } from '../../translation/index.ts'
import { postKeyOf } from './posts.store.ts'
import { proposeOverBridge } from './propose-over-bridge.ts'

/** `needId`: a need whose own decisions are no precedent for itself. */
export type AskedPost = Readonly<{ post: string; enterpriseId?: string | undefined; language?: ContentLanguage | undefined; needId?: string | undefined }>

const mostProposals = 3

/** What the post may mean in each imported classification, at most three each. What people accepted for this post of this enterprise comes first. Stores nothing. */
export async function proposeOccupations(ctx: Context, engine: Engine, asked: AskedPost): Promise<PostTaxonomy[]> {
  const { shelves, accepted } = await look(ctx, async (trx) => ({ shelves: await findTitleShelves(ctx.house, trx), accepted: await listAccepted(trx, asked) }))
  await prepare(ctx, shelves)
  await seedBridge(ctx.house)
  const languages = titleLanguages(asked.post, asked.language)
  const parts = shelves.flatMap((shelf) => shelf.parts.filter((part) => part.isBuilt && languages.includes(part.language)).sort((a, b) => languages.indexOf(a.language) - languages.indexOf(b.language)))
  const links = await engine.title({ title: asked.post, asked: parts.map((part) => ({ ...part, accepted: accepted.get(part.stored.id) ?? [] })) })
  return look(ctx, async (trx) => {
    const foundOf = (shelf: TitleShelf) => parts.flatMap((part, i) => (shelf.parts.includes(part) ? [{ part, links: links[i] ?? [] }] : []))
    const shown: PostTaxonomy[] = []
    for (const shelf of shelves) shown.push(await presentShelf(trx, shelf, languages, foundOf(shelf)))
    return acrossBridges(trx, shown, shelves, await findAcceptedHere(trx, asked))
  })
}

/** Where a catalogue does not speak the title's language, the ties of one that does lead there: from what was accepted for this very need, else from what is more than possible. */
async function acrossBridges(trx: Trx, shown: readonly PostTaxonomy[], shelves: readonly TitleShelf[], acceptedHere: ReadonlyMap<string, string>): Promise<PostTaxonomy[]> {
  const across: PostTaxonomy[] = []
  for (const one of shown) {
    if (one.state !== 'other-language') {
      across.push(one)
      continue
    }
    const shelf = shelves.find((other) => other.code === one.code)!
    const proposals: PostProposal[] = []
    for (const from of shown) {
      const id = acceptedHere.get(from.code)
      const [accepted] = id ? await findOccupationsById(trx, [id]) : []
      const proposed = from.proposals.filter((other) => (accepted ? other.id === accepted.id : other.grade !== 'possible'))
      const sources = accepted && proposed.length === 0 ? [{ ...accepted, matched: null, spans: [] }] : proposed
      proposals.push(...(await proposeOverBridge(trx, shelf, from.code, sources, mostProposals - proposals.length)))
    }
    across.push(proposals.length ? { ...one, state: 'ready', proposals } : one)
  }
  return across
}

/** What people accepted for this very need, by classification. */
async function findAcceptedHere(trx: Trx, { needId }: AskedPost): Promise<Map<string, string>> {
  if (!needId) return new Map()
  const rows = await trx.selectFrom('postDecisions').select(['taxonomy', 'conceptId']).where('needId', '=', needId).where('undoneAt', 'is', null).where('conceptId', 'is not', null).execute()
  return new Map(rows.flatMap((row) => (row.conceptId ? [[row.taxonomy, row.conceptId] as const] : [])))
}

type Found = Readonly<{ part: TitleTaxonomy; links: readonly TitleLink[] }>

async function presentShelf(trx: Trx, shelf: TitleShelf, languages: readonly ContentLanguage[], found: readonly Found[]): Promise<PostTaxonomy> {
  const head = { id: shelf.taxonomyId, code: shelf.code, version: shelf.version, name: shelf.name }
  const spoken = shelf.parts.filter((part) => languages.includes(part.language))
  if (!spoken.length) return { ...head, state: 'other-language', proposals: [] }
  if (!found.length) return { ...head, state: 'preparing', proposals: [] }
  return { ...head, state: 'ready', proposals: await presentLinks(trx, found, languages[0]) }
}

const isBefore = (link: TitleLink) => link.reasons.some((one) => one.code === 'title-accepted-before')

/** The best of what each language found; the same occupation once. What is only like the title counts in the likelier language alone: every word is like some word of another language. */
async function presentLinks(trx: Trx, found: readonly Found[], likelier: ContentLanguage | undefined): Promise<PostProposal[]> {
  const best = new Map<string, Readonly<{ link: TitleLink; taxonomyId: string }>>()
  for (const { part, links } of found)
    for (const link of links) {
      if (link.grade === 'possible' && part.language !== likelier) continue
      const known = best.get(link.concept)
      if (!known || titleGrades.indexOf(link.grade) < titleGrades.indexOf(known.link.grade)) best.set(link.concept, { link, taxonomyId: part.taxonomyId })
    }
  const chosen = [...best.values()].sort((a, b) => Number(isBefore(b.link)) - Number(isBefore(a.link)) || titleGrades.indexOf(a.link.grade) - titleGrades.indexOf(b.link.grade)).slice(0, mostProposals)
  const concepts = new Map<string, Awaited<ReturnType<typeof findOccupations>>[number]>()
  for (const taxonomyId of new Set(chosen.map((one) => one.taxonomyId))) {
    const codes = chosen.flatMap((one) => (one.taxonomyId === taxonomyId ? [one.link.concept] : []))
    for (const one of await findOccupations(trx, { taxonomyId, codes })) concepts.set(one.code, one)
  }
  return chosen.flatMap(({ link }) => {
    const concept = concepts.get(link.concept)
    if (!concept) return []
    const { taxonomyId: _of, kind: _kind, ...shown } = concept
    return [{ ...shown, taxonomy: concept.taxonomy as PostProposal['taxonomy'], grade: link.grade, matched: link.evidence[0]?.matched ?? null, spans: link.evidence.map(({ start, end }) => ({ start, end })), reasons: link.reasons.map(({ code, params }) => ({ code, ...(params ? { params } : {}) })) }] // safe: the shelves are of these codes
  })
}

/** What people accepted for the same post of the same enterprise, as far as the reader may see it, by classification. */
async function listAccepted(trx: Trx, { post, enterpriseId, needId }: AskedPost): Promise<Map<string, { concept: string; times: number }[]>> {
  const accepted = new Map<string, { concept: string; times: number }[]>()
  const key = postKeyOf(post)
  if (!enterpriseId || !key) return accepted
  const rows = await trx
    .selectFrom('postDecisions')
    .innerJoin('concepts', 'concepts.id', 'postDecisions.conceptId')
    .select(['postDecisions.taxonomy', 'concepts.code as concept', sql<number>`count(*)::int`.as('times')])
    .where('postDecisions.homeId', '=', enterpriseId)
    .where('postDecisions.postKey', '=', key)
    .where('postDecisions.undoneAt', 'is', null)
    .$if(needId !== undefined, (query) => query.where('postDecisions.needId', '<>', needId!)) // safe: asked for just before
    .groupBy(['postDecisions.taxonomy', 'concepts.code'])
    .execute()
  for (const { taxonomy, ...one } of rows) accepted.set(taxonomy, [...(accepted.get(taxonomy) ?? []), one])
  return accepted
}

/** Where an index is missing, background work builds it, once for the whole installation; after a failure it is tried again the next hour. */
async function prepare(ctx: Context, shelves: readonly TitleShelf[]): Promise<void> {
  const missing = shelves.flatMap((shelf) => shelf.parts.filter((part) => !part.isBuilt).map((part) => `${part.stored.hash} ${part.language}`))
  if (!missing.length) return
  const house = systemContext(ctx.house, ctx.requestId)
  await act(house, (trx) => ctx.house.jobs.send(house, trx, prepareTitlesJob, {}, { key: `prepare-titles:${ctx.now.slice(0, 13)}:${hashOf(missing.join()).slice(0, 16)}` }))
}
