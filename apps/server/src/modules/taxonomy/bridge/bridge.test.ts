import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../../tests/town.ts'
import { newIdAt } from '../../../platform/clock/clock.ts'
import { importTaxonomy } from '../imports/import-taxonomy.ts'
import { folderOf, makeRoom } from '../readers/fixtures/reading-room.ts'
import { listSources } from '../readers/sources.ts'
import { readBridgeFiles } from './bridge-files.ts'
import { listTiedConcepts } from './bridge.queries.ts'

let town: Town
let room: string
const who: Record<string, Caller> = {}
beforeAll(async () => {
  town = await openTown()
  room = await makeRoom()
  for (const name of ['tanxi.lead', 'tanxi.teacher', 'tanxi.office', 'lihu.lead', 'lihu.teacher', 'hengli.hr']) who[name] = await town.as(name)
})
afterAll(async () => {
  await town.close()
  await rm(room, { recursive: true, force: true })
})

const { ties } = readBridgeFiles()
const [skillTie, otherTie] = ties.filter((one) => one.fromTaxonomy === 'guildhall' && one.match === 'close' && ties.filter((other) => other.toCode === one.toCode).length === 1)
const csco = ties.filter((one) => one.fromTaxonomy === 'csco' && one.toCode.includes('/occupation/'))[0]!
const group = ties.filter((one) => one.fromTaxonomy === 'csco' && one.fromCode !== csco.fromCode && one.toCode.includes('/isco/'))[0]!
const codeOf = (tie: typeof csco) => tie.fromCode.replace('csco:', '')
/** Entries of our own wording under the codes that the ties name. */
const escoFiles = {
  'skills_en.csv': `conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status,description\nKnowledgeSkillCompetence,${skillTie!.toCode},skill/competence,cross-sector,do the first thing,,released,What the first thing is.\nKnowledgeSkillCompetence,${otherTie!.toCode},skill/competence,cross-sector,do the second thing,,released,\n`,
  'ISCOGroups_en.csv': `conceptType,conceptUri,code,preferredLabel,status,altLabels,description\nISCOGroup,${group.toCode},${group.toCode.slice(-4)},People of a group,released,,\n`,
  'occupations_en.csv': `conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,description,code\nOccupation,${csco.toCode},${group.toCode.slice(-4)},person of a trade,,released,,1.1\n`,
}
const cscoFiles = { 'csco2022_definitions.csv': `level,code,code_num,name,definition,tasks,csco_code_num,alias\n4,${codeOf(csco)},1,某职业一,做某事的人。,,1,\n4,${codeOf(group)},1,某职业二,,,1,\n` }
const bring = async (name: string, files: Readonly<Record<string, string>>) => {
  const now = town.clock.now()
  await importTaxonomy(town.house.db, await listSources(await folderOf(room, name, files)), { now, report: async () => undefined, newId: () => newIdAt(now) })
}
type Tie = { id: string; from: { conceptId: string; code: string; label: object }; to: { conceptId: string; code: string }; state: string; holds: string; match: string; allowed: string[]; verdicts: { verdict: string; mine: boolean }[] }
const list = async (query = '', by = 'tanxi.lead') => (await who[by]!.get(`/api/v1/bridge/ties?limit=200${query}`)).body.items as Tie[]
const counts = async () => (await who['tanxi.lead']!.get('/api/v1/bridge/counts')).body.pairs
const judge = (by: string, id: string, body: object) => who[by]!.post(`/api/v1/bridge/ties/${id}/verdicts`, body)

describe('ties between taxonomies', () => {
  test('there are none while one of the two sides is not imported', async () => {
    expect(await list()).toEqual([])
    expect(await counts()).toEqual([])
  })

  test('with ESCO and the classification of 2022 they are there, all of them possible, and a second look makes none twice', async () => {
    await bring('esco-1.1.0', escoFiles)
    await bring('csco', cscoFiles)
    const all = await list()
    expect(new Set(all.map((one) => `${one.from.code} ${one.to.code}`)).size).toBe(all.length)
    expect(all.every((one) => one.state === 'possible' && one.verdicts.length === 0)).toBe(true)
    expect(all.find((one) => one.from.code === skillTie!.fromCode)).toMatchObject({ from: { taxonomy: 'guildhall', label: { zh: expect.any(String), en: expect.any(String), de: expect.any(String) } }, to: { label: { en: 'do the first thing' }, description: { en: 'What the first thing is.' } }, match: 'close', origin: 'lexicon' })
    expect(await counts()).toMatchObject([{ pair: 'csco:esco', reviewed: 0, refused: 0 }, { pair: 'guildhall:esco', reviewed: 0, refused: 0 }])
    await bring('esco-1.1.0', { ...escoFiles, 'skills_en.csv': escoFiles['skills_en.csv'].replace('second', 'other') })
    expect((await list()).map((one) => one.id)).toEqual(all.map((one) => one.id))
  })

  test('a tie is narrowed by pair, words, concept and confidence', async () => {
    expect((await list('&pair=csco:esco')).every((one) => one.from.code.startsWith('csco:'))).toBe(true)
    expect((await list('&q=first%20thing')).map((one) => one.from.code)).toEqual([skillTie!.fromCode])
    expect((await list(`&q=${encodeURIComponent('某职业一')}`)).every((one) => one.from.code === csco.fromCode)).toBe(true)
    const sizes = await Promise.all(['high', 'middle', 'low'].map(async (band) => (await list(`&confidence=${band}`)).length))
    expect(sizes.reduce((a, b) => a + b, 0)).toBe((await list()).length)
  })

  test('a person’s verdict makes it reviewed; a second of the same person replaces the first; undone it is possible again', async () => {
    const tie = (await list('&q=first%20thing'))[0]!
    expect((await judge('tanxi.lead', tie.id, { verdict: 'right', note: '一样' })).body).toMatchObject({ state: 'reviewed', holds: 'close', verdicts: [{ verdict: 'right', mine: true, note: '一样', person: expect.any(String), at: town.clock.now() }] })
    expect((await judge('tanxi.lead', tie.id, { verdict: 'other', match: 'broad' })).body).toMatchObject({ state: 'reviewed', match: 'close', holds: 'broad', verdicts: [{ verdict: 'other' }] })
    expect((await judge('tanxi.lead', tie.id, { verdict: 'other', match: 'close' })).body.faults[0]).toMatchObject({ at: '/match', code: 'another-match-needed' })
    const undone = await who['tanxi.lead']!.post(`/api/v1/bridge/ties/${tie.id}/verdicts/undo`)
    expect(undone.body).toMatchObject({ state: 'possible', holds: 'close', verdicts: [] })
    expect((await who['tanxi.lead']!.post(`/api/v1/bridge/ties/${tie.id}/verdicts/undo`)).body.code).toBe('no-verdict-of-yours')
    const audit = await town.house.db.selectFrom('audit').select('action').where('objectId', '=', tie.id).orderBy('id').execute()
    expect(audit.map((one) => one.action)).toEqual(['tie-judged', 'tie-judged', 'tie-verdict-undone'])
  })

  test('people disagree: as many for it as against it is possible, more decide; everybody reads who said what', async () => {
    const tie = (await list('&q=first%20thing'))[0]!
    await judge('tanxi.lead', tie.id, { verdict: 'right' })
    expect((await judge('lihu.lead', tie.id, { verdict: 'wrong', note: '不是一回事' })).body.state).toBe('possible')
    expect((await judge('lihu.teacher', tie.id, { verdict: 'wrong' })).body.state).toBe('refused')
    const seen = (await list('&state=refused', 'hengli.hr'))[0]!
    expect(seen.verdicts.map((one) => [one.verdict, one.mine])).toEqual([['right', false], ['wrong', false], ['wrong', false]])
    expect(seen.allowed).toEqual([])
    expect((await counts()).find((one: { pair: string }) => one.pair === 'guildhall:esco')).toMatchObject({ refused: 1 })
  })

  test.each(['tanxi.office', 'hengli.hr'])('%s reads and does not judge', async (reader) => {
    const tie = (await list('&pair=csco:esco'))[0]!
    expect((await judge(reader, tie.id, { verdict: 'right' })).status).toBe(403)
  })

  test('who proposes a tie does not review it, another person does; the same tie is not proposed twice', async () => {
    const all = await list('&pair=csco:esco')
    const body = { fromId: all.find((one) => one.from.code === group.fromCode)!.from.conceptId, toId: all.find((one) => one.to.code === csco.toCode)!.to.conceptId, match: 'broad' }
    const tie = (await who['tanxi.lead']!.post('/api/v1/bridge/ties', body)).body as Tie
    expect(tie).toMatchObject({ state: 'possible', origin: 'person', reason: 'by-person' })
    expect(tie.allowed).not.toContain('judge')
    expect((await judge('tanxi.lead', tie.id, { verdict: 'right' })).body.code).toBe('tie-of-your-own')
    expect((await judge('tanxi.teacher', tie.id, { verdict: 'right' })).body.state).toBe('reviewed')
    expect((await who['tanxi.lead']!.post('/api/v1/bridge/ties', body)).body.code).toBe('tie-exists')
    expect((await who['tanxi.lead']!.post('/api/v1/bridge/ties', { ...body, toId: body.fromId })).body.faults[0].code).toBe('concept-of-another-taxonomy-needed')
  })

  test('on the workbench the competence of a draft shows its tie; the reviewed goes first, a refused one is gone', async () => {
    const shown = async () => {
      const ties = await town.house.db.transaction().execute((trx) => listTiedConcepts(trx, { from: 'guildhall', to: 'esco', codes: [otherTie!.fromCode, skillTie!.fromCode] }))
      return ties.map((one) => [one.from, one.state, one.label.en])
    }
    // The first was refused above.
    expect(await shown()).toEqual([[otherTie!.fromCode, 'possible', 'do the other thing']])
    await judge('tanxi.lead', (await list('&q=other%20thing'))[0]!.id, { verdict: 'right' })
    expect(await shown()).toEqual([[otherTie!.fromCode, 'reviewed', 'do the other thing']])
  })

  test('as a file: both names in the reader’s language, what holds, and who said so', async () => {
    const csv = String((await who['tanxi.lead']!.get('/api/v1/bridge/ties.csv?state=refused')).body)
    expect(csv.trimEnd().split('\n').length).toBeGreaterThan(1)
    expect(csv).toContain('do the first thing')
    expect(csv).toContain('不是一回事')
    expect(csv).not.toContain('某职业一')
  })
})
