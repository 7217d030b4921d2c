import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { tieMatches, tieReasons } from '@guildhall/contract/taxonomy'
import { describe, expect, test } from 'vitest'
import { streamRecords } from '../../../platform/exchange-io/csv.ts'
import { readBridgeFiles } from './bridge-files.ts'

const { ties } = readBridgeFiles()
const own = readFileSync(join(import.meta.dirname, '../../../../../../data/bridge.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line))

describe('the project’s own ties', () => {
  test('tie at least 600 concepts, 150 of them occupations of the classification of 2022', () => {
    const concepts = new Set(ties.map((one) => `${one.fromTaxonomy} ${one.fromCode}`))
    expect(concepts.size).toBeGreaterThanOrEqual(600)
    expect([...concepts].filter((one) => one.startsWith('csco ')).length).toBeGreaterThanOrEqual(150)
  })

  test('hold codes and judgements, and no text of a classification', () => {
    for (const one of own) {
      expect(Object.keys(one)).toEqual(['from', 'to', 'match', 'reason', 'confidence', 'by'])
      expect([Object.keys(one.from), Object.keys(one.to)]).toEqual([['taxonomy', 'code'], ['taxonomy', 'code']])
      expect(tieMatches).toContain(one.match)
      expect(tieReasons).toContain(one.reason)
      expect(one.confidence > 0 && one.confidence < 1).toBe(true)
    }
    expect(readFileSync(join(import.meta.dirname, '../../../../../../data/bridge.jsonl'), 'utf8')).not.toMatch(/\p{Script=Han}/u)
  })

  test('stand there once each, and what an exact one says no wider one says too', () => {
    const keys = own.map((one) => `${one.from.code} ${one.to.code}`)
    expect(new Set(keys).size).toBe(keys.length)
    const wider = own.filter((one) => one.reason === 'wider-group')
    expect(wider.every((one) => one.match === 'broad')).toBe(true)
  })
})

const shared = join(import.meta.dirname, '../../../../../../../shared/data')
const columns = { csco: ['cn/csco2022_definitions.csv.gz', 'code'], skills: ['esco/en-1.1.0/skills_en.csv.gz', 'conceptUri'], occupations: ['esco/en-1.1.1/occupations_en.csv.gz', 'conceptUri'], groups: ['esco/en-1.1.1/ISCOGroups_en.csv.gz', 'conceptUri'] } as const
const missing = Object.values(columns).map(([file]) => join(shared, file)).filter((file) => !existsSync(file))
if (missing.length) console.log(`skipped: codes of the bridge are not compared with the official files, as these are not there: ${missing.join(', ')}`)

async function codesOf([file, column]: readonly [string, string]): Promise<Set<string>> {
  const codes = new Set<string>()
  let at = -1
  for await (const record of streamRecords(createReadStream(join(shared, file)).pipe(createGunzip()))) {
    if (at < 0) at = record.findIndex((name) => name.replace('\ufeff', '') === column)
    else codes.add(record[at] ?? '')
  }
  return codes
}

test.skipIf(missing.length > 0)('every code exists in the official files', { timeout: 60_000 }, async () => {
  const csco = await codesOf(columns.csco)
  const esco = new Set([...(await codesOf(columns.skills)), ...(await codesOf(columns.occupations)), ...(await codesOf(columns.groups))])
  expect(ties.filter((one) => one.fromTaxonomy === 'csco' && !csco.has(one.fromCode.replace('csco:', ''))).map((one) => one.fromCode)).toEqual([])
  expect(ties.filter((one) => !esco.has(one.toCode)).map((one) => [one.fromCode, one.toCode])).toEqual([])
})
