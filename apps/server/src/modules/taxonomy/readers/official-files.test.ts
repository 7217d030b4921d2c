import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findWords } from '@guildhall/words'
import { describe, expect, test } from 'vitest'
import { concepts, readAll, rejects, relations } from './fixtures/reading-room.ts'
import { readTaxonomy } from './read-taxonomy.ts'
import { listSources } from './sources.ts'
import { taxonomyRejectCodes } from './taxonomy-item.ts'

test('every reject has a sentence in three languages', async () => {
  for (const language of ['en', 'zh-CN', 'de'] as const)
    expect(taxonomyRejectCodes.filter((code) => findWords(`taxonomy-reject.${code}`, {}, language) === undefined)).toEqual([])
})

const shared = new URL('../../../../../../../shared/data', import.meta.url).pathname
const present = existsSync(join(shared, 'esco'))
if (!present) console.log('taxonomy readers: the official files in ../shared/data are not here, so reading them is skipped')

describe.skipIf(!present)('the official files', () => {
  test('are read whole: as many concepts and relations as their publisher counts, within 15 seconds', { timeout: 60_000 }, async () => {
    const counts: Record<string, number> = {}
    for (const source of await listSources(join(shared, 'esco', 'en-1.1.0'))) {
      for await (const item of readTaxonomy(source)) {
        const kind = item.kind === 'concept' ? item.concept.kind : item.kind === 'relation' ? item.relation.kind : item.reject.code
        counts[kind] = (counts[kind] ?? 0) + 1
      }
    }
    expect(counts).toEqual({
      group: 619 + 643,
      occupation: 3008,
      competence: 13_891,
      broader: 3617 + 20_771,
      'essential-for': 65_096 + 191,
      'optional-for': 58_756 + 5708,
    })
  })
  test('of China lose no line unsaid', { timeout: 60_000 }, async () => {
    const items = await readAll(join(shared, 'cn'))
    expect(relations(items).filter((one) => one.kind === 'examined-in')).toHaveLength(8770)
    expect(
      concepts(items).filter((one) => one.kind === 'major').length + rejects(items).filter(([code]) => code === 'broken-name').length,
    ).toBe(1935)
    expect(concepts(items).filter((one) => one.id.startsWith('csco:') && one.kind === 'occupation').length).toBeGreaterThanOrEqual(1639)
  })
  test('of Germany are read whole: every class, every title, and no line unsaid', { timeout: 60_000 }, async () => {
    const items = await readAll(join(shared, 'de'))
    const found = concepts(items).filter((one) => one.id.startsWith('kldb:'))
    expect([1, 2, 3, 4, 5].map((level) => found.filter((one) => one.notation!.length === level).length)).toEqual([10, 37, 144, 703, 1301])
    expect(found.flatMap((one) => one.labels.de!.alternative).length).toBeGreaterThan(18_700)
    expect(found.find((one) => one.notation === '24422')).toMatchObject({ kind: 'occupation', parents: ['kldb:2442'] })
    expect(relations(items).filter((one) => one.kind === 'broader')).toHaveLength(2185)
    expect(relations(items).filter((one) => one.kind === 'related').length).toBeGreaterThan(4000)
    expect(rejects(items)).toEqual([])
  })
  test('of the United States are read whole, and no line unsaid', { timeout: 60_000 }, async () => {
    const items = await readAll(join(shared, 'onet', '29.2'))
    const of = (kind: string) => concepts(items).filter((one) => one.kind === kind)
    expect(of('occupation')).toHaveLength(1016)
    expect(of('competence').filter((one) => one.id.startsWith('onet:4.A.'))).toHaveLength(2087)
    expect(of('occupation').flatMap((one) => one.tasks ?? [])).toHaveLength(18_796)
    expect(of('occupation').flatMap((one) => one.labels.en!.alternative).length).toBeGreaterThan(55_000)
    expect(relations(items).filter((one) => one.kind === 'related')).toHaveLength(18_460)
    expect(relations(items).filter((one) => one.kind === 'used-in')).toHaveLength(32_627)
    expect(rejects(items)).toEqual([])
  })
})
