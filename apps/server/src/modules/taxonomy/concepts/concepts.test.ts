import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../../tests/town.ts'
import { newIdAt } from '../../../platform/clock/clock.ts'
import { importTaxonomy } from '../imports/import-taxonomy.ts'
import { kldbFiles } from '../readers/fixtures/kldb.ts'
import { folderOf, makeRoom } from '../readers/fixtures/reading-room.ts'
import { listSources } from '../readers/sources.ts'

type Row = { id: string; code: string; notation: string | null; label: Record<string, string>; below: number; found: { place: string; language: string | null; text: string; spans: { start: number; end: number }[] } | null }

const esco = 'http://data.europa.eu/esco'
/** Skills of our own invention; `twice` stands below two groups, and all of them are needed in one occupation. */
const many = Array.from({ length: 30 }, (_, i) => `${esco}/skill/many-${String(i).padStart(2, '0')}`)
const escoFiles = {
  'skillGroups_en.csv': `conceptType,conceptUri,preferredLabel,altLabels,status,description,code\nSkillGroup,${esco}/skill/S1,handling bells,,released,,S1\nSkillGroup,${esco}/skill/S2,handling ropes,,released,,S2\n`,
  'occupations_en.csv': `conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,description,code\nOccupation,${esco}/occupation/o,,bell keeper,,released,,9999.1\n`,
  'skills_en.csv': [
    'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status,description',
    `K,${esco}/skill/twice,skill/competence,x,hang bells,"suspend bells\nrig bells",released,Fasten the clapper so that the quietude of the tower holds.`,
    `K,${esco}/skill/old,skill/competence,x,ring by hand,,obsolete,Nobody does quietude any more.`,
    ...many.map((uri, i) => `K,${uri},skill/competence,x,bell craft ${String(i).padStart(2, '0')},,released,`),
  ].join('\n'),
  'broaderRelationsSkillPillar.csv': ['conceptType,conceptUri,broaderType,broaderUri', ...['S1', 'S2'].map((group) => `K,${esco}/skill/twice,SkillGroup,${esco}/skill/${group}`), `K,${esco}/skill/old,SkillGroup,${esco}/skill/S1`].join('\n'),
  'occupationSkillRelations.csv': ['occupationUri,relationType,skillType,skillUri', ...many.map((uri) => `${esco}/occupation/o,essential,skill/competence,${uri}`)].join('\n'),
}
const cscoFiles = { 'csco2022_definitions.csv': 'level,code,code_num,name,definition,tasks,csco_code_num,alias\n4,6-20-01-01,6,钟楼维护工S,养护钟楼与钟锤的人员。,1.检查吊索朽坏 2.润滑轴承。,6,"守钟人"\n' }

let town: Town
let lead: Caller
let room: string
const shelf: Record<string, string> = {}
beforeAll(async () => {
  town = await openTown()
  lead = await town.as('tanxi.lead')
  room = await makeRoom()
  const now = town.clock.now()
  for (const [name, files] of Object.entries({ 'esco-1.1.0': escoFiles, kldb: kldbFiles, csco: cscoFiles }))
    await importTaxonomy(town.house.db, await listSources(await folderOf(room, name, files)), { now, report: async () => undefined, newId: () => newIdAt(now) })
  for (const one of (await lead.get('/api/v1/taxonomies')).body.items) shelf[one.code] = one.id
})
afterAll(async () => {
  await town.close()
  await rm(room, { recursive: true, force: true })
})

const items = async (path: string): Promise<Row[]> => (await lead.get(`/api/v1/concepts${path}`)).body.items
const one = async (q: string): Promise<Row> => (await items(`?q=${encodeURIComponent(q)}`))[0]!

describe('searching', () => {
  test.each([
    ['a word of a German description', 'schwengelauf', '01102', 'description', 'de'],
    ['a word of a German activity', 'vollen stunde', '01102', 'task', 'de'],
    ['a title', 'glöckner', '01102', 'alternative', 'de'],
    ['one Chinese character of a task', '朽', '6-20-01-01', 'task', 'zh'],
    ['two Chinese characters of a definition', '钟锤', '6-20-01-01', 'description', 'zh'],
    ['an everyday name', '守钟人', '6-20-01-01', 'alternative', 'zh'],
    ['full-width letters', 'ＳＣＨＷＥＮＧＥＬ', '01102', 'description', 'de'],
    ['the code', '01102', '01102', 'code', null],
    ['pinyin', 'zhonglouweihugong', '6-20-01-01', 'sound', 'zh'],
  ])('%s finds the concept, and says where', async (_what, q, notation, place, language) => {
    const found = await one(q)
    expect([found.notation, found.found!.place, found.found!.language]).toEqual([notation, place, language])
  })

  test('words stand in the text where the spans say; of a long text only what is around them comes', async () => {
    const { found } = await one('quietude tower')
    expect(found!.spans.map(({ start, end }) => found!.text.slice(start, end))).toEqual(['quietude', 'tower'])
    expect(found!.text.length).toBeLessThan(240)
  })

  test('words may stand apart, one in a name, one in the description', async () => expect((await one('rig quietude')).code).toBe(`${esco}/skill/twice`))

  test('who bears the name comes before who is only described by it', async () => {
    const found = await items('?q=bell')
    const places = found.map((row) => row.found!.place)
    expect(places.lastIndexOf('label')).toBeLessThan(places.indexOf('alternative') === -1 ? places.length : places.indexOf('alternative'))
    expect(found[0]!.label['en']).toBe('bell keeper')
  })

  test('an exact name is first, and pages follow one another without gap', async () => {
    expect((await one('bell craft 07')).label['en']).toBe('bell craft 07')
    const codes: string[] = []
    let after = ''
    do {
      const { body } = await lead.get(`/api/v1/concepts?q=bell%20craft&limit=7${after ? `&after=${after}` : ''}`)
      expect(body.count).toBe(30)
      codes.push(...body.items.map((row: Row) => row.code))
      after = body.next
    } while (after)
    expect(codes).toEqual(many)
  })

  test('what is retired is found only by who asks for it', async () => {
    expect((await items('?q=ring%20by%20hand')).length).toBe(0)
    expect((await items('?q=ring%20by%20hand&retired=with')).length).toBe(1)
  })

  test('a name in another language does not bring back what English has retired', async () => {
    const german = { 'skills_de.csv': `conceptUri,preferredLabel,altLabels,description,source\n${esco}/skill/old,von Hand läuten,,,x\n` }
    const now = town.clock.now()
    const counts = await importTaxonomy(town.house.db, await listSources(await folderOf(room, 'german', german)), { now, report: async () => undefined, newId: () => newIdAt(now) })
    expect(counts.concepts.changed).toBe(1)
    expect([(await items('?q=von%20Hand%20l%C3%A4uten')).length, (await items('?q=von%20Hand%20l%C3%A4uten&retired=with')).length]).toEqual([0, 1])
  })

  test.each(['%', '_', '\\', "'", 'a_b'])('%s is a sign like others', async (q) => expect((await lead.get(`/api/v1/concepts?q=${encodeURIComponent(q)}`)).body.items.filter((row: Row) => !JSON.stringify(row.found?.text).includes(q))).toEqual([]))

  test('short words and descriptions are served by indexes', async () => {
    const plan = await town.house.db.transaction().execute(async (trx) => {
      await sql`set local enable_seqscan = off`.execute(trx)
      return [await sql`explain select id from concepts where grams @> array['钟锤']`.execute(trx), await sql`explain select id from concepts where said like '%quietude%'`.execute(trx)]
    })
    expect(JSON.stringify(plan[0]!.rows)).toContain('concepts_grams')
    expect(JSON.stringify(plan[1]!.rows)).toContain('concepts_said')
  })
})

describe('the tree', () => {
  test('begins with what has nothing above it, groups first, and tells how many stand below', async () => {
    const roots = await items(`/roots?taxonomyId=${shelf['kldb']}`)
    expect(roots.map((row) => [row.notation, row.below])).toEqual([['0', 1], ['1', 1]])
    const next = await items(`/${roots[0]!.id}/below`)
    expect(next.map((row) => [row.notation, row.label['de'], row.below])).toEqual([['01', 'Glocken', 1]])
    expect((await items(`/roots?taxonomyId=${shelf['esco']}`)).slice(0, 2).map((row) => [row.notation, row.below])).toEqual([['S1', 1], ['S2', 1]])
  })

  test('shows what is retired to who asks for it', async () => {
    const [group] = await items(`/roots?taxonomyId=${shelf['esco']}&retired=with`)
    expect([group!.notation, group!.below, (await items(`/${group!.id}/below`)).length, (await items(`/${group!.id}/below?retired=with`)).length]).toEqual(['S1', 2, 1, 2])
  })

  test('a level comes in parts', async () => {
    const { body } = await lead.get(`/api/v1/concepts/roots?taxonomyId=${shelf['esco']}&from=20&limit=10`)
    expect([body.items.length, body.count]).toEqual([10, 33])
  })

  test('a concept tells one way down to it, always the same', async () => {
    const { body } = await lead.get(`/api/v1/concepts/${(await one('01102')).id}`)
    expect(body.path.map((row: Row) => row.notation)).toEqual(['0', '01', '011', '0110'])
    expect((await lead.get(`/api/v1/concepts/${(await one('hang bells')).id}`)).body.path.map((row: Row) => row.notation)).toEqual(['S1'])
  })

  test('a ring of broader relations does not hang', async () => {
    await sql`insert into concept_relations (taxonomy_id, from_code, to_code, kind) values (${shelf['kldb']}, 'kldb:0', 'kldb:01102', 'broader')`.execute(town.house.db)
    expect((await lead.get(`/api/v1/concepts/${(await one('01102')).id}`)).status).toBe(200)
    expect((await lead.get(`/api/v1/concepts/${(await one('01102')).id}/branch`)).status).toBe(200)
    await sql`delete from concept_relations where from_code = 'kldb:0'`.execute(town.house.db)
  })
})

describe('what stands around a concept', () => {
  test('comes in part, and all of it to who asks', async () => {
    const keeper = await one('bell keeper')
    const [needs] = (await lead.get(`/api/v1/concepts/${keeper.id}`)).body.relations
    expect([needs.kind, needs.side, needs.count, needs.items.length]).toEqual(['essential-for', 'to', 30, 12])
    const all: string[] = []
    for (const from of [0, 20]) all.push(...(await items(`/${keeper.id}/related?kind=essential-for&side=to&from=${from}&limit=20`)).map((row) => row.code))
    expect(all).toEqual(many)
  })

  test('an outcome of the college that names it, with its needs and units; another college does not see it', async () => {
    const concept = await one('hang bells')
    const need = (await lead.get('/api/v1/needs?limit=1')).body.items[0]
    const outcome = { action: { zh: '悬挂' }, object: { zh: '钟' }, level: 3, evidenceForm: 'observed', concepts: [{ taxonomy: 'esco', concept: concept.code, label: 'hang bells' }] }
    const bench = await lead.post(`/api/v1/needs/${need.id}/outcomes`, { spans: [{ start: 0, end: 2 }], draft: null, outcome })
    expect(bench.status).toBeLessThan(300)
    const { body } = await lead.get(`/api/v1/concepts/${concept.id}/uses`)
    expect([body.outcomes.count, body.outcomes.items[0].level, body.outcomes.items[0].needs, body.needs, body.units]).toEqual([1, 3, 1, 1, 0])
    await sql`update change_proposals set outcome_ids = array_append(outcome_ids, ${body.outcomes.items[0].id}::uuid) where id = (select id from change_proposals where home_id = (select home_id from outcomes where id = ${body.outcomes.items[0].id}::uuid) and status <> 'withdrawn' limit 1)`.execute(town.house.db)
    expect((await lead.get(`/api/v1/concepts/${concept.id}/uses`)).body.proposals).toBe(1)
    for (const who of ['lihu.lead', 'hengli.hr']) expect((await (await town.as(who)).get(`/api/v1/concepts/${concept.id}/uses`)).body).toEqual({ outcomes: { count: 0, items: [] }, needs: 0, units: 0, proposals: 0, posts: 0 })
  })

  test('the needs whose post a person tied to it; taken back, they are gone', async () => {
    const occupation = await one('钟楼维护工')
    const need = (await lead.get('/api/v1/needs?limit=1')).body.items[0]
    const tied = await lead.post(`/api/v1/needs/${need.id}/occupations`, { conceptId: occupation.id })
    expect([tied.status, (await lead.get(`/api/v1/concepts/${occupation.id}/uses`)).body.posts]).toEqual([200, 1])
    await lead.post(`/api/v1/needs/${need.id}/occupations/${tied.body.decisions[0].id}/undo`)
    expect((await lead.get(`/api/v1/concepts/${occupation.id}/uses`)).body.posts).toBe(0)
  })

  test('a skill that another catalogue examines in an occupation stands with the occupation', async () => {
    const standards = { 'skill_standards_mohrss.tsv': 'occupation_code\toccupation_name\tskill\tgrade\tgrade_zh\tweight_pct\tedition\n6-20-01-01\t钟楼维护工\t吊索检查\tL5\t五级\t40\t2020\n' }
    const now = town.clock.now()
    await importTaxonomy(town.house.db, await listSources(await folderOf(room, 'standards', standards)), { now, report: async () => undefined, newId: () => newIdAt(now) })
    const { relations } = (await lead.get(`/api/v1/concepts/${(await one('6-20-01-01')).id}`)).body
    expect(relations.map((group: { kind: string; side: string; items: Row[] }) => [group.kind, group.side, group.items[0]!.label['zh']])).toEqual([['examined-in', 'to', '吊索检查']])
  })

  test('being related is told once, whichever way it was written', async () => {
    await sql`insert into concept_relations (taxonomy_id, from_code, to_code, kind) values (${shelf['kldb']}, 'kldb:11012', 'kldb:01102', 'related')`.execute(town.house.db)
    const { relations } = (await lead.get(`/api/v1/concepts/${(await one('01102')).id}`)).body
    expect(relations.filter((group: { kind: string }) => group.kind === 'related').map((group: { side: string; count: number }) => [group.side, group.count])).toEqual([['from', 1]])
  })

  test('a branch leaves as a table in the order of the tree, codes with their zeros', async () => {
    const answer = await lead.get(`/api/v1/concepts/${(await items(`/roots?taxonomyId=${shelf['kldb']}`))[0]!.id}/branch`)
    expect([answer.headers['content-type'], answer.headers['content-disposition']]).toEqual(['text/csv; charset=utf-8', 'attachment; filename="0.csv"'])
    const lines = (answer.body as string).trim().split('\r\n')
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 3))).toEqual([
      ['0', "'0", "'"],
      ['1', "'01", "'0"],
      ['2', "'011", "'01"],
      ['3', "'0110", "'011"],
      ['4', "'01102", "'0110"],
    ])
    expect(lines[5]).toContain('Läuter/in | Glöckner/in')
  })
})
