import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../../tests/town.ts'
import { newIdAt } from '../../../platform/clock/clock.ts'
import { systemContext } from '../../../platform/context.ts'
import { JobCancelled } from '../../../platform/jobs/jobs.ts'
import { importTaxonomy, listSources } from '../../taxonomy/index.ts'
import { engineVersion } from '../../translation/index.ts'
import { translateNeedsJob } from './translate-needs.job.ts'

const esco = 'http://data.europa.eu/esco'
const files = {
  'skills_en.csv': `conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status,description
KnowledgeSkillCompetence,${esco}/skill/a,skill/competence,cross-sector,repair pumps,"mend pumps
fix pumps",released,Repair pumps of all kinds.
KnowledgeSkillCompetence,${esco}/skill/b,knowledge,cross-sector,marine hydraulics,,released,
`,
  'occupations_en.csv': `conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,description,code
Occupation,${esco}/occupation/o,7233,pump technician,,released,,7233.1
`,
}

let town: Town
let office: Caller
let lead: Caller
let hengli: string
let asker: { personId: string; homeId: string }
beforeAll(async () => {
  town = await openTown()
  office = await town.as('tanxi.office')
  lead = await town.as('tanxi.lead')
  const { session } = (await office.get('/api/v1/session')).body
  hengli = (await office.get('/api/v1/organisations?q=hengli')).body.items[0].id
  asker = { personId: session.personId, homeId: session.actingFor.organisationId }
})
afterAll(() => town.close())

/** Needs as an import leaves them before the engine has come to them. */
async function record(lines: readonly string[], language = 'zh'): Promise<string> {
  const { ids } = (await office.post('/api/v1/needs/many', { text: lines.join('\n'), enterpriseId: hengli, language })).body
  await town.house.db.updateTable('needs').set({ importId: ids[0] }).where('id', 'in', ids).execute()
  return ids[0]
}
const count = async (importId: string) => (await office.get(`/api/v1/needs/suggestions?importId=${importId}`)).body
const receiptsOf = (importId: string) =>
  town.house.db.selectFrom('needReceipts').innerJoin('needs', 'needs.id', 'needReceipts.needId').select(['needReceipts.needId', 'needReceipts.status', 'needReceipts.translation', 'needReceipts.engineVersion', 'needReceipts.suggestedAt']).where('needs.importId', '=', importId).orderBy('needReceipts.needId').execute()
const run = (importId: string, report: (told: { done: number }) => Promise<void> = async () => undefined) => translateNeedsJob.run(systemContext(town.house, 'now'), { ...asker, filter: { importId } }, report)
const lines = (n: number, what: string) => Array.from({ length: n }, (_, i) => `能独立完成第${i}号${what}的故障排查与更换`)

describe('the engine reads many needs before anybody opens them', () => {
  test('after an import each need has the proposal that the workbench would have made; none of them is read by that', async () => {
    const text = `企业,企业原话\n${lines(12, '主轴').map((line) => `恒砺装备,${line}`).join('\n')}\n`
    const { id } = (await office.upload('/api/v1/imports/needs/check', { name: '需求.csv', type: 'text/csv', bytes: Buffer.from(text) }, {})).body
    await office.post(`/api/v1/imports/${id}/take`)
    await town.house.jobs.drain(town.house)
    expect(await count(id)).toMatchObject({ needs: 12, unread: 12, suggested: 12, waiting: 0, statements: 12 })
    const [first] = await receiptsOf(id)
    const { body } = await lead.get(`/api/v1/needs/${first!.needId}/workbench`)
    expect([first!.translation, body.need.status]).toMatchObject([body.translation, 'unread'])
    expect((await lead.get(`/api/v1/needs/${first!.needId}/workbench?fresh=yes`)).body.translation).toEqual(body.translation)
  })

  test('cancelled in the middle it keeps what it has, asked again it goes on, a second run changes nothing', async () => {
    const id = await record(lines(25, '丝杠'))
    const stopped = run(id, async ({ done }) => {
      if (done >= 10) throw new JobCancelled()
    })
    await expect(stopped).rejects.toThrow(JobCancelled)
    expect(await count(id)).toMatchObject({ suggested: 10, waiting: 15 })
    const asked = await lead.post('/api/v1/needs/suggestions', { importId: id })
    await town.house.jobs.drain(town.house)
    expect([asked.status, (await lead.get(`/api/v1/jobs/${asked.body.jobId}`)).body]).toMatchObject([202, { state: 'done', done: 15, total: 15 }])
    const before = await receiptsOf(id)
    expect(await run(id)).toEqual({ suggested: 0, failed: 0 })
    expect(await receiptsOf(id)).toEqual(before)
  })

  test('a process that is killed without warning leaves whole chunks, and the rest is read afterwards', async () => {
    const id = await record(lines(90, '导轨'))
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'fixtures/translate-apart.ts'), town.databaseUrl, town.house.config.home, town.clock.now(), JSON.stringify({ ...asker, filter: { importId: id } })], { stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.on('data', (told: Buffer) => Number(told.toString().trim().split('\n').at(-1)) >= 20 && child.kill('SIGKILL'))
    expect((await once(child, 'exit'))[1]).toBe('SIGKILL')
    const { suggested } = await count(id)
    expect([suggested % 10, suggested >= 20, suggested < 90]).toEqual([0, true, true])
    await run(id)
    expect(await count(id)).toMatchObject({ suggested: 90, waiting: 0 })
  })

  test('what a person has opened or decided about stays as it was, also by a newer engine', async () => {
    const id = await record(lines(4, '刀塔'))
    await run(id)
    const [read, decided, ...rest] = await receiptsOf(id)
    await lead.post(`/api/v1/needs/${read!.needId}/read`)
    await lead.post(`/api/v1/needs/${decided!.needId}/rejections`, { spans: [{ start: 0, end: 4 }], draft: null, reason: 'not-for-us' })
    await town.house.db.updateTable('needReceipts').set({ engineVersion: 'rules-0' }).where('needId', 'in', [read!.needId, decided!.needId, ...rest.map((one) => one.needId)]).execute()
    expect(await run(id)).toEqual({ suggested: 2, failed: 0 })
    const after = await receiptsOf(id)
    expect(after.map((one) => [one.status, one.engineVersion])).toEqual([['read', 'rules-0'], ['read', 'rules-0'], ['unread', engineVersion], ['unread', engineVersion]])
    expect(after.slice(0, 2).map((one) => one.translation)).toEqual([read!.translation, decided!.translation])
  })

  test('a person who opens a need while the engine has it in hand comes first', async () => {
    const id = await record(lines(3, '夹具'))
    const [one] = await receiptsOf(id)
    await lead.post(`/api/v1/needs/${one!.needId}/read`)
    expect(await run(id)).toEqual({ suggested: 2, failed: 0 })
    expect((await receiptsOf(id))[0]).toMatchObject({ status: 'read', suggestedAt: null })
  })
})

describe('with ESCO', () => {
  test('adverts in English are tied to its competences once it is in; on the workbench too', async () => {
    const id = await record(['Repair pumps on board and know marine hydraulics', 'Mend pumps in the harbour'], 'en')
    expect((await count(id)).engines.find((one: { language: string }) => one.language === 'en').version).toBe(engineVersion)
    const folder = fs.mkdtempSync(path.join(town.house.config.home, 'esco-1.1.0-'))
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text)
    const now = town.clock.now()
    await importTaxonomy(town.house.db, await listSources(folder), { now, report: async () => undefined, newId: () => newIdAt(now) })
    // Nobody waits for an index: until the engine has built it in the background, the workbench answers without it.
    const [need] = await receiptsOf(id)
    expect((await lead.get(`/api/v1/needs/${need!.needId}/workbench`)).body.engine).toBe(engineVersion)
    expect(await run(id)).toEqual({ suggested: 2, failed: 0 })
    const { engine, translation } = (await lead.get(`/api/v1/needs/${need!.needId}/workbench`)).body
    const links = translation.statements.flatMap((one: { links: { taxonomy: string; concept: string }[] }) => one.links).filter((one: { taxonomy: string }) => one.taxonomy === 'esco')
    expect([engine.startsWith(`${engineVersion} + esco `), links.map((one: { concept: string }) => one.concept).sort()]).toEqual([true, [`${esco}/skill/a`, `${esco}/skill/b`]])
    expect((await lead.get(`/api/v1/needs/${need!.needId}/workbench?fresh=yes`)).body.translation).toEqual(translation)
    expect(await run(id)).toEqual({ suggested: 0, failed: 0 })
  })
})

describe('who may', () => {
  test('those who record needs of a college, for its own alone', async () => {
    const id = await record(lines(2, '料仓'))
    const other = await town.as('lihu.office')
    expect((await other.get(`/api/v1/needs/suggestions?importId=${id}`)).body).toMatchObject({ needs: 0 })
    expect((await other.post('/api/v1/needs/suggestions', { importId: id })).status).toBe(202)
    await town.house.jobs.drain(town.house)
    expect(await count(id)).toMatchObject({ suggested: 0, waiting: 2 })
    for (const who of ['hengli.hr', 'bureau.supervisor']) expect((await (await town.as(who)).post('/api/v1/needs/suggestions', {})).status).toBe(403)
  })
})
