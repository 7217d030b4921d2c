import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { concepts, readAll, rejects, relations } from './fixtures/reading-room.ts'
import { readTaxonomy } from './read-taxonomy.ts'
import { listSources } from './sources.ts'
import { taxonomyRejectCodes } from './taxonomy-item.ts'

test('every reject has a sentence in three languages', async () => {
  for (const language of ['en', 'zh-CN', 'de']) {
    const url = new URL(`../../../../../../words/src/exchange.${language}.ts`, import.meta.url)
    const [book] = Object.values((await import(url.href)) as Record<string, Record<string, string>>) // safe: each of these files exports one book
    expect(taxonomyRejectCodes.filter((code) => !book![`taxonomy-reject.${code}`])).toEqual([])
  }
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
})
