import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../../tests/town.ts'
import { readTable } from '../../../platform/exchange-io/read-table.ts'
import { shownText } from '../../../platform/exchange-io/table.ts'

let town: Town
let office: Caller
beforeAll(async () => {
  town = await openTown()
  office = await town.as('tanxi.office')
})
afterAll(() => town.close())

const file = async (url: string, who: Caller = office) => {
  const answer = await town.app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${who.token}` } })
  return { status: answer.statusCode, bytes: answer.rawPayload, text: answer.body, headers: answer.headers }
}
const cellsOf = (bytes: Buffer) => readTable(bytes).sheets[0]!.rows.map((row) => row.cells.map(shownText))

describe('a list as a file', () => {
  test.each(['organisations', 'needs', 'outcomes', 'majors', 'programmes', 'change-proposals', 'visits', 'classes', 'learners'])('%s: as many rows as the list, in its order', async (name) => {
    const { items } = (await office.get(`/api/v1/${name}?limit=200`)).body
    const { status, bytes, headers } = await file(`/api/v1/exports/${name}`)
    const rows = cellsOf(bytes)
    expect([status, rows.length]).toEqual([200, items.length + 1])
    expect(headers).toMatchObject({ 'content-disposition': expect.stringMatching(/^attachment/), 'x-content-type-options': 'nosniff' })
    expect(rows.slice(1).map((row) => row[0])).toEqual(items.map((one: { number?: string; code?: string; studentNumber?: string; name: string }) => one.number ?? one.code ?? one.studentNumber ?? one.name))
  })

  test('filters, order and language are those of the view', async () => {
    await office.post('/api/v1/session/language', { language: 'de' })
    const rows = cellsOf((await file('/api/v1/exports/organisations?kind=enterprise&sort=-number&format=csv')).bytes)
    await office.post('/api/v1/session/language', { language: 'zh-CN' })
    expect(rows[0]!.slice(0, 3)).toEqual(['Nummer', 'Name', 'Art'])
    expect(new Set(rows.slice(1).map((row) => row[2]))).toEqual(new Set(['Betrieb']))
    expect(rows.slice(1).map((row) => row[0])).toEqual(rows.slice(1).map((row) => row[0]!).sort().reverse())
  })

  test('text that would calculate leaves as text; each export is kept in the audit', async () => {
    await office.post('/api/v1/organisations', { kind: 'enterprise', name: { zh: '=HYPERLINK("http://x")' } })
    expect((await file('/api/v1/exports/organisations?format=csv')).text).toContain('\'=HYPERLINK(""http://x"")')
    const kept = await town.house.db.selectFrom('audit').select(['objectKind', 'detail']).where('action', '=', 'exported').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ objectKind: 'organisations', detail: { format: 'csv' } })
  })

  test('what left comes in again and changes nothing, whatever the language', async () => {
    for (const language of ['en', 'zh-CN']) {
      await office.post('/api/v1/session/language', { language })
      for (const name of ['organisations', 'needs', 'classes', 'learners']) {
        const { bytes } = await file(`/api/v1/exports/${name}`)
        const checked = await office.upload(`/api/v1/imports/${name}/check`, { name: 'list.xlsx', type: 'application/octet-stream', bytes })
        expect([name, language, checked.body.counts]).toEqual([name, language, { new: 0, changed: 0, same: cellsOf(bytes).length - 1, doubtful: 0, wrong: 0 }])
      }
    }
  })

  test('who may, and no further than the list itself', async () => {
    for (const who of ['tanxi.teacher', 'bureau.supervisor']) expect((await file('/api/v1/exports/needs', await town.as(who))).status).toBe(403)
    const hr = await town.as('bosheng.hr')
    const own = (await hr.get('/api/v1/needs?limit=200')).body.items.map((one: { number: string }) => one.number)
    expect(cellsOf((await file('/api/v1/exports/needs', hr)).bytes).slice(1).map((row) => row[0])).toEqual(own)
    expect((await file('/api/v1/exports/majors', hr)).status).toBe(200)
    expect((await file('/api/v1/exports/needs?sort=nonsense')).status).toBe(400)
  })

  test('more than 2,000 rows are written in the background; a line in the inbox leads to the file, for who asked alone', async () => {
    await sql`insert into organisations (id, number, kind, name, sort_name, vetting, created_at, updated_at) select gen_random_uuid(), 'X-' || i, 'enterprise', jsonb_build_object('zh', '厂' || i), 'chang' || i, 'unvetted', now(), now() from generate_series(1, 2100) i`.execute(town.house.db)
    const refused = await office.get('/api/v1/exports/organisations?kind=enterprise')
    expect([refused.status, refused.body.code]).toEqual([409, 'export-as-job'])
    expect((await office.post('/api/v1/exports', { list: 'organisations', query: { kind: 'nonsense' } })).status).toBe(400)
    expect((await office.post('/api/v1/exports', { list: 'organisations', format: 'csv', query: { kind: 'enterprise', sort: 'number' } })).status).toBe(202)
    await town.house.jobs.drain(town.house)
    const line = (await office.get('/api/v1/inbox')).body.items.find((one: { code: string }) => one.code === 'export-ready')
    expect(line.params).toMatchObject({ list: '单位', format: 'CSV' })
    const written = cellsOf((await file(line.url)).bytes)
    expect([written.length - 1, written.length > 2100]).toEqual([line.params.n, true])
    for (const who of ['tanxi.dean', 'lihu.office']) expect((await file(line.url, await town.as(who))).status).toBe(404)
  })
})
