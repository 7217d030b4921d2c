import type { ImportCounts } from '@guildhall/contract/taxonomy'
import type { ContentLanguage, LocalizedText } from '@guildhall/kernel'
import type { Concept } from '@guildhall/translation'
import { books } from '@guildhall/words'
import type { Report } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/connect.ts'
import { readTaxonomy } from '../readers/read-taxonomy.ts'
import type { TaxonomySource } from '../readers/sources.ts'
import { conceptItem, type TaxonomyConcept, type TaxonomyItem, type TaxonomyName, type TaxonomyReject, type TaxonomyRelation } from '../readers/taxonomy-item.ts'
import { editionsOf } from './editions.ts'
import { originOf } from './origins.ts'
import { closeTaxonomy, listCodes, listEnglishVersions, openTaxonomy, type TaxonomyHead, type Written, writeConcepts, writeRelations } from './taxonomy-rows.ts'

const conceptsAtOnce = 1000
const relationsAtOnce = 2000
const rejectsTold = 200

/** From outside: the time, where to tell how far it is, new ids; and, where somebody wants them, the number of all items (for the progress) and every line that was not taken. */
export type ImportGiven = Readonly<{ now: string; report: Report; newId: () => string; total?: number; onReject?: (reject: TaxonomyReject) => Promise<void> }>

const nameOf = (code: TaxonomyName | 'guildhall'): LocalizedText => ({ zh: books['zh-CN'][`taxonomy.name-${code}`], en: books.en[`taxonomy.name-${code}`], de: books.de[`taxonomy.name-${code}`] })

/** Part of an import: the items of one source, into one taxonomy. With `labelsOnly` it comes from another edition: it adds a language to the concepts that are there, and nothing else. */
type Part = Readonly<{ items: AsyncIterable<TaxonomyItem> | Iterable<TaxonomyItem>; languages: readonly ContentLanguage[]; parentsAreRelations: boolean; labelsOnly?: boolean }>

/**
 * Takes taxonomies into the database, in batches: each is one statement, and a second import of the same changes nothing. Languages of one edition come together by the
 * codes of the concepts. It may be ended between two batches (`report` throws); what was taken stays, and the next import goes on from there.
 */
export async function importTaxonomy(db: Db, sources: readonly TaxonomySource[], given: ImportGiven): Promise<ImportCounts> {
  const counts = noCounts()
  for (const { taxonomy, version, sources: parts } of editionsOf(sources, await listEnglishVersions(db))) {
    const toPart = ({ source, labelsOnly }: (typeof parts)[number]): Part => ({ items: readTaxonomy(source), languages: [source.language], parentsAreRelations: taxonomy === 'esco', labelsOnly })
    await take(db, { code: taxonomy, version, name: nameOf(taxonomy), ...originOf(taxonomy, version) }, parts.map(toPart), given, counts)
  }
  return told(counts)
}

/** Takes concepts of our own (the starter lexicon) as the taxonomy `guildhall`. */
export async function importLexicon(db: Db, lexicon: readonly Readonly<{ version: string; concepts: readonly Concept[] }>[], given: ImportGiven): Promise<ImportCounts> {
  const counts = noCounts()
  for (const { version, concepts } of lexicon) {
    const items = concepts.map((one) => conceptItem(fromEngine(one)))
    await take(db, { code: 'guildhall', version, name: nameOf('guildhall'), source: 'Guildhall', licence: 'CC0 1.0' }, [{ items, languages: ['zh', 'en', 'de'], parentsAreRelations: false }], given, counts)
  }
  return told(counts)
}

function fromEngine(concept: Concept): TaxonomyConcept {
  const labels = Object.fromEntries(Object.entries(concept.labels).flatMap(([language, said]) => (said?.[0] ? [[language, { preferred: said[0], alternative: said.slice(1) }]] : [])))
  return { id: concept.id, kind: concept.kind, labels, parents: [], status: 'released', ...(concept.description ? { description: concept.description } : {}) }
}

/** How many items the sources hold: read once through, so that progress has an end. */
export async function countItems(sources: readonly TaxonomySource[]): Promise<number> {
  let n = 0
  for (const source of sources) for await (const _item of readTaxonomy(source)) n++
  return n
}

type Counts = { items: number; concepts: Record<Written, number>; relations: { new: number; same: number }; rejects: ImportCounts['rejects']; rejectCount: number }
const told = ({ items: _items, ...counts }: Counts): ImportCounts => counts
const noCounts = (): Counts => ({ items: 0, concepts: { new: 0, changed: 0, same: 0 }, relations: { new: 0, same: 0 }, rejects: [], rejectCount: 0 })

async function take(db: Db, head: TaxonomyHead, parts: readonly Part[], given: ImportGiven, counts: Counts): Promise<void> {
  const taxonomyId = await openTaxonomy(db, head, given)
  const step = `${head.code} ${head.version}`.trim()
  // One word a concept: with a second language it is written twice, and is still one new concept.
  const fates = new Map<string, Written>()
  let concepts: TaxonomyConcept[] = []
  let relations: TaxonomyRelation[] = []
  const before = counts.relations.new
  const report = () => given.report({ done: counts.items, step, ...(given.total === undefined ? {} : { total: given.total }) })
  const flushConcepts = async (labelsOnly: boolean) => {
    if (!concepts.length) return
    for (const [code, fate] of await writeConcepts(db, taxonomyId, concepts, { ...given, labelsOnly })) if (fate !== 'same' || !fates.has(code)) fates.set(code, fates.get(code) === 'new' ? 'new' : fate)
    concepts = []
    await report()
  }
  const flushRelations = async () => {
    if (!relations.length) return
    const { fresh, known } = await writeRelations(db, taxonomyId, relations)
    counts.relations.new += fresh
    counts.relations.same += known
    relations = []
    await report()
  }
  const addRelation = async (relation: TaxonomyRelation) => {
    relations.push(relation)
    if (relations.length >= relationsAtOnce) await flushRelations()
  }

  for (const { items, parentsAreRelations, labelsOnly = false } of parts) {
    const known = labelsOnly ? await listCodes(db, taxonomyId) : undefined
    const refuse = async (reject: TaxonomyReject) => {
      counts.rejectCount++
      await given.onReject?.(reject)
      if (counts.rejects.length < rejectsTold) counts.rejects.push({ ...reject, params: { ...reject.params } })
    }
    // Where the files hold no broader relations, the parents that the concepts name stand for them.
    let parents: [string, string][] | undefined = parentsAreRelations ? [] : undefined
    for await (const item of items) {
      counts.items++
      if (item.kind === 'concept' && known && !known.has(item.concept.id)) {
        const { file, line } = item.at ?? { file: step, line: 1 }
        await refuse({ file, line, code: 'not-in-edition', params: { file, line, value: item.concept.id, edition: step } })
      } else if (item.kind === 'concept') {
        concepts.push(item.concept)
        for (const parent of item.concept.parents) parents?.push([item.concept.id, parent])
        if (concepts.length >= conceptsAtOnce) await flushConcepts(labelsOnly)
      } else if (item.kind === 'relation') {
        if (item.relation.kind === 'broader') parents = undefined
        if (!labelsOnly) await addRelation(item.relation)
      } else await refuse(item.reject)
    }
    await flushConcepts(labelsOnly)
    for (const [from, to] of labelsOnly ? [] : (parents ?? [])) await addRelation({ from, to, kind: 'broader' })
    await flushRelations()
  }

  const tally: Record<Written, number> = { new: 0, changed: 0, same: 0 }
  for (const fate of fates.values()) tally[fate]++
  for (const fate of ['new', 'changed', 'same'] as const) counts.concepts[fate] += tally[fate]
  const changed = tally.new + tally.changed + counts.relations.new - before > 0
  await closeTaxonomy(db, taxonomyId, parts.flatMap((one) => one.languages), changed ? given.now : undefined)
}
