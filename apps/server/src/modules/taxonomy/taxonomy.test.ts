import { rm } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../tests/town.ts'
import { newIdAt } from '../../platform/clock/clock.ts'
import { JobCancelled } from '../../platform/jobs/jobs.ts'
import { importTaxonomy } from './imports/import-taxonomy.ts'
import { kldbFiles } from './readers/fixtures/kldb.ts'
import { folderOf, makeRoom } from './readers/fixtures/reading-room.ts'
import { listSources } from './readers/sources.ts'

const esco = 'http://data.europa.eu/esco'
const files = {
  'skills_en.csv': `conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status,description
KnowledgeSkillCompetence,${esco}/skill/a,skill/competence,cross-sector,repair pumps,"mend pumps
fix pumps",released,Repair pumps of all kinds.
KnowledgeSkillCompetence,${esco}/skill/b,knowledge,cross-sector,hydraulics,,released,
KnowledgeSkillCompetence,,knowledge,cross-sector,no address,,released,
`,
  'skills_de.csv': `conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status,description
KnowledgeSkillCompetence,${esco}/skill/a,skill/competence,cross-sector,Pumpen reparieren,Pumpen instand setzen,released,
`,
  'skillGroups_en.csv': `conceptType,conceptUri,preferredLabel,altLabels,status,description,code
SkillGroup,${esco}/skill/S8,working with machinery,,released,,S8
`,
  'occupations_en.csv': `conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,description,code
Occupation,${esco}/occupation/o,7233,pump technician,,released,,7233.1
`,
  'broaderRelationsSkillPillar.csv': `conceptType,conceptUri,broaderType,broaderUri
KnowledgeSkillCompetence,${esco}/skill/a,SkillGroup,${esco}/skill/S8
`,
  'occupationSkillRelations.csv': `occupationUri,relationType,skillType,skillUri
${esco}/occupation/o,essential,skill/competence,${esco}/skill/a
${esco}/occupation/o,optional,knowledge,${esco}/skill/b
`,
}

let town: Town
let lead: Caller
let room: string
beforeAll(async () => {
  town = await openTown()
  lead = await town.as('tanxi.lead')
  room = await makeRoom()
})
afterAll(async () => {
  await town.close()
  await rm(room, { recursive: true, force: true })
})

const importFolder = async (path: string, report: () => Promise<void> = async () => undefined) => {
  const now = town.clock.now()
  return importTaxonomy(town.house.db, await listSources(path), { now, report, newId: () => newIdAt(now) })
}
const search = async (query: string) => (await lead.get(`/api/v1/concepts?${query}`)).body.items as { id: string; code: string; label: Record<string, string> }[]

describe('importing', () => {
  test('a first import is new, a second changes nothing, a corrected label changes one', async () => {
    const path = await folderOf(room, 'esco-1.1.0', files)
    const first = await importFolder(path)
    expect([first.concepts, first.relations, first.rejectCount]).toEqual([{ new: 4, changed: 0, same: 0 }, { new: 3, same: 0 }, 1])
    expect(first.rejects.map((one) => [one.file, one.line, one.code])).toEqual([['skills_en.csv', 5, 'bad-uri']])
    const tables = () => town.house.db.selectFrom('concepts').selectAll().orderBy('code').execute()
    const before = await tables()
    const second = await importFolder(path)
    expect([second.concepts, second.relations]).toEqual([{ new: 0, changed: 0, same: 4 }, { new: 0, same: 3 }])
    expect(await tables()).toEqual(before)
    const mended = await folderOf(room, 'mended-1.1.0', { ...files, 'skills_de.csv': files['skills_de.csv'].replace('Pumpen reparieren', 'Pumpen warten') })
    expect((await importFolder(mended)).concepts).toEqual({ new: 0, changed: 1, same: 3 })
    expect((await importFolder(path)).concepts.changed).toBe(1)
  })

  test('cancelled between two batches: what was taken stays, and the next import goes on', async () => {
    const path = await folderOf(room, 'esco-1.2', files)
    const stop = async () => {
      throw new JobCancelled()
    }
    await expect(importFolder(path, stop)).rejects.toThrow(JobCancelled)
    // English was taken; German now adds its label to one of the concepts.
    const again = await importFolder(path)
    expect([again.concepts, again.relations]).toEqual([{ new: 0, changed: 1, same: 3 }, { new: 3, same: 0 }])
  })

  test('German labels of another edition, or of none, go to the newest English concepts; what is not there is told, nothing else is touched', async () => {
    const english = await folderOf(room, 'esco-1.1.0', files)
    await importFolder(english)
    const before = await town.house.db.selectFrom('concepts').innerJoin('taxonomies as t', 't.id', 'concepts.taxonomyId').select(['concepts.code', 'notation', 'retiredAt', 'said']).where('t.code', '=', 'esco').where('t.version', '=', '1.2').orderBy('concepts.code').execute()
    const german = `conceptUri,preferredLabel,altLabels,description,source
${esco}/skill/b,Hydraulik,Ölhydraulik | Wasserhydraulik,Lehre vom Verhalten strömender Flüssigkeiten.,x
${esco}/skill/new,kommt später,,,x
`
    // 1.2 was imported last, in English.
    const first = await importFolder(await folderOf(room, 'de-labels', { 'skills_de.csv': german }))
    expect([first.concepts, first.relations]).toEqual([{ new: 0, changed: 1, same: 0 }, { new: 0, same: 0 }])
    expect(first.rejects).toEqual([{ file: 'skills_de.csv', line: 3, code: 'not-in-edition', params: { file: 'skills_de.csv', line: 3, value: `${esco}/skill/new`, edition: 'esco 1.2' } }])
    expect((await importFolder(await folderOf(room, 'de-labels', { 'skills_de.csv': german }))).concepts).toEqual({ new: 0, changed: 0, same: 1 })
    // Another edition may sort a concept otherwise: that is not what a language adds.
    await importFolder(await folderOf(room, 'de-group', { 'skillGroups_de.csv': `conceptUri,preferredLabel,code\n${esco}/skill/b,Hydraulik,S9\n` }))
    expect(await town.house.db.selectFrom('concepts').innerJoin('taxonomies as t', 't.id', 'concepts.taxonomyId').select(['kind', 'notation']).where('t.version', '=', '1.2').where('concepts.code', '=', `${esco}/skill/b`).execute()).toEqual([{ kind: 'competence', notation: null }])
    const foreign = await importFolder(await folderOf(room, 'de-1.3', { 'skills_de.csv': german.replace('Hydraulik,', 'Fluidtechnik,') }))
    expect(foreign.concepts).toEqual({ new: 0, changed: 1, same: 0 })
    const { items } = (await lead.get('/api/v1/taxonomies')).body
    expect(items.filter((one: { code: string }) => one.code === 'esco').map((one: { version: string }) => one.version)).toEqual(['1.2', '1.1.0'])
    const after = await town.house.db.selectFrom('concepts').innerJoin('taxonomies as t', 't.id', 'concepts.taxonomyId').select(['concepts.code', 'notation', 'retiredAt', 'said']).where('t.code', '=', 'esco').where('t.version', '=', '1.2').orderBy('concepts.code').execute()
    expect(after.filter((one, i) => JSON.stringify(one) !== JSON.stringify(before[i])).map((one) => one.said)).toEqual(['lehre vom verhalten strömender flüssigkeiten.'])
  })

  test('titles, activities and remarks of KldB are kept; a second import changes nothing', async () => {
    const path = await folderOf(room, 'kldb', kldbFiles)
    const first = await importFolder(path)
    expect([first.concepts, first.relations]).toEqual([{ new: 10, changed: 0, same: 0 }, { new: 10, same: 0 }])
    expect((await importFolder(path)).concepts).toEqual({ new: 0, changed: 0, same: 10 })
    const [found] = await search('q=gl%C3%B6ckner')
    expect((await lead.get(`/api/v1/concepts/${found!.id}`)).body).toMatchObject({ notation: '01102', tasks: { de: ['Glocken läuten, z. B. zur vollen Stunde', 'Seile spleißen', 'Lager schmieren'] } })
  })

  test('a lead uploads a table; the job tells what it did', async () => {
    const bytes = gzipSync(files['skills_en.csv'])
    const sent = await lead.upload('/api/v1/taxonomies/import', { name: 'skills_en.csv.gz', type: 'application/gzip', bytes })
    expect(sent.status).toBe(202)
    await town.house.jobs.drain(town.house)
    const job = (await lead.get(`/api/v1/jobs/${sent.body.jobId}`)).body
    expect([job.state, job.result.concepts, job.result.rejectCount, job.done, job.total]).toEqual(['done', { new: 2, changed: 0, same: 0 }, 1, 3, 3])
    const rejects = await lead.get(`/api/v1/taxonomies/imports/${sent.body.jobId}/rejects`)
    expect([rejects.status, rejects.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(rejects.body.trim().split('\r\n').slice(1)).toEqual([expect.stringContaining('skills_en.csv.gz,5,bad-uri,')])
    const stranger = await town.as('lihu.lead')
    expect((await stranger.get(`/api/v1/taxonomies/imports/${sent.body.jobId}/rejects`)).status).toBe(404)
  })

  test('another version stands beside the first; retired, its concepts are no longer found, but stay', async () => {
    const { items } = (await lead.get('/api/v1/taxonomies')).body
    const versions = items.filter((one: { code: string }) => one.code === 'esco')
    expect(versions.map((one: { version: string }) => one.version)).toEqual(expect.arrayContaining(['1.1.0', '1.2']))
    const old = versions.find((one: { version: string }) => one.version === '1.2')
    expect(old).toMatchObject({ source: 'https://esco.ec.europa.eu', licence: expect.stringContaining('ESCO classification of the European Commission') })
    const [concept] = await search(`taxonomyId=${old.id}&q=repair%20pumps`)
    const dean = await town.as('tanxi.dean')
    expect((await lead.post(`/api/v1/taxonomies/${old.id}/retire`)).status).toBe(403)
    expect((await dean.post(`/api/v1/taxonomies/${old.id}/retire`)).body).toMatchObject({ state: 'retired', version: '1.2' })
    expect((await search('q=repair%20pumps')).map((one) => one.id)).not.toContain(concept!.id)
    expect((await lead.get(`/api/v1/concepts/${concept!.id}`)).status).toBe(200)
    expect((await dean.post(`/api/v1/taxonomies/${old.id}/restore`)).body.state).toBe('ready')
  })

  test.each([
    ['a table that is no taxonomy', 'list.csv', 'a,b\n1,2\n', 422, 'not-a-taxonomy'],
    ['a broken archive', 'esco.zip', 'no archive at all', 422, 'broken-taxonomy-file'],
    ['a picture', 'photo.png', 'x', 415, 'unsupported-type'],
  ])('%s is refused and not kept', async (_what, name, text, status, code) => {
    const sent = await lead.upload('/api/v1/taxonomies/import', { name, type: 'text/plain', bytes: Buffer.from(text) })
    expect([sent.status, sent.body.code]).toEqual([status, code])
    expect(await town.house.db.selectFrom('files').select('id').where('name', '=', name).execute()).toEqual([])
  })

  test('a teacher and an enterprise may not import', async () => {
    for (const who of ['tanxi.teacher', 'hengli.hr']) {
      const caller = await town.as(who)
      const sent = await caller.upload('/api/v1/taxonomies/import', { name: 'skills_en.csv', type: 'text/csv', bytes: Buffer.from(files['skills_en.csv']) })
      expect([who, sent.status]).toEqual([who, 403])
    }
  })
})

describe('reading', () => {
  test('taxonomies tell version, languages and sizes; the starter lexicon is one of them', async () => {
    const { items } = (await lead.get('/api/v1/taxonomies')).body
    const found = items.find((one: { code: string; version: string }) => one.code === 'esco' && one.version === '1.1.0')
    expect(found).toMatchObject({ state: 'ready', languages: ['de', 'en'], concepts: 4, relations: 3 })
    expect(items.find((one: { code: string }) => one.code === 'guildhall')).toMatchObject({ concepts: 540, languages: ['de', 'en', 'zh'] })
  })

  test.each([
    ['q=PUMPEN%20instand', 'repair pumps'],
    ['q=mend%20pump', 'repair pumps'],
    ['q=7233.1', 'pump technician'],
  ])('%s finds %s', async (query, label) => expect((await search(query)).map((one) => one.label['en'])).toContain(label))

  test('a Chinese label is found by its pinyin', async () => expect((await search('q=yutongshigoutong')).map((one) => one.label['zh'])).toEqual(['与同事沟通工作']))

  test('pages follow one another by code, without gap or repetition', async () => {
    const codes: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const { body } = await lead.get(`/api/v1/concepts?kind=competence&limit=50${after ? `&after=${after}` : ''}`)
      codes.push(...body.items.map((one: { id: string }) => one.id))
      after = body.next
    }
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBeGreaterThan(180)
  })

  test('a concept shows its labels, what is above it, and who needs it', async () => {
    const { items } = (await lead.get('/api/v1/taxonomies')).body
    const { id: taxonomyId } = items.find((one: { code: string; version: string }) => one.code === 'esco' && one.version === '1.1.0')
    const [found] = await search(`taxonomyId=${taxonomyId}&q=repair%20pumps`)
    const page = (await lead.get(`/api/v1/concepts/${found!.id}`)).body
    expect(page).toMatchObject({ label: { en: 'repair pumps', de: 'Pumpen reparieren' }, alternatives: { en: ['mend pumps', 'fix pumps'], de: ['Pumpen instand setzen'] }, description: { en: 'Repair pumps of all kinds.' } })
    expect(page.parents.items.map((one: { notation: string }) => one.notation)).toEqual(['S8'])
    expect(page.relations.map((one: { kind: string; side: string; count: number; items: { label: { en: string } }[] }) => [one.kind, one.side, one.count, one.items[0]!.label.en])).toEqual([['essential-for', 'from', 1, 'pump technician']])
    const [above] = await search(`taxonomyId=${taxonomyId}&kind=group`)
    expect((await lead.get(`/api/v1/concepts/${above!.id}`)).body.children).toMatchObject({ count: 1, items: [{ id: found!.id }] })
    expect((await lead.get(`/api/v1/concepts/${taxonomyId}`)).status).toBe(404)
  })
})
