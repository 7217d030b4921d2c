import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../../tests/town.ts'
import { readTable } from '../../../platform/exchange-io/read-table.ts'
import { collegeBook, collegeCsv } from '../programme-sheet/fixtures/college-books.ts'
import { readProgrammeSheet } from '../programme-sheet/read-programme-sheet.ts'
import { writeProgrammeSheet } from '../programme-sheet/write-programme-sheet.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
let town: Town
let lead: Caller
let major = ''
beforeAll(async () => {
  town = await openTown()
  lead = await town.as('tanxi.lead')
  major = (await lead.post('/api/v1/majors', { code: '460199', name: { zh: '机电一体化（试点）' }, level: 'associate' })).body.id
})
afterAll(() => town.close())

const check = (bytes: Uint8Array, name = '人才培养方案.xlsx', type = xlsx) => lead.upload('/api/v1/programmes/check', { name, type, bytes: Buffer.from(bytes) }, { majorId: major, cohort: '2026' })

describe('a training programme in the college’s own Excel', () => {
  test('is checked first, taken in one piece, and the same file again changes nothing', async () => {
    const checked = await check(await collegeBook())
    expect(checked.status).toBe(200)
    expect(checked.body.courses).toBeGreaterThan(20)
    expect(checked.body.rows.every((row: { state: string }) => row.state === 'new')).toBe(true)
    expect((await lead.get(`/api/v1/programmes?majorId=${major}`)).body.items).toEqual([])
    const taken = await lead.post('/api/v1/programmes/take', { importId: checked.body.importId, majorId: major, cohort: 2026 })
    expect([taken.status, taken.body.courseList.length, taken.body.state]).toEqual([201, checked.body.courses, 'draft'])
    expect(taken.body.courseList.some((one: { code: string }) => one.code.startsWith('0'))).toBe(true)
    expect((await lead.post('/api/v1/programmes/take', { importId: checked.body.importId, majorId: major, cohort: 2026 })).body.code).toBe('import-is-taken')
    const again = await check(await collegeBook())
    expect(new Set(again.body.rows.map((row: { state: string }) => row.state))).toEqual(new Set(['same']))
  })

  test('a course whose parts the sheet does not name is one unit, itself, which is not yet described', async () => {
    const programme = (await lead.get(`/api/v1/programmes?majorId=${major}`)).body.items[0]
    const { courseList } = (await lead.get(`/api/v1/programmes/${programme.id}`)).body as { courseList: { name: { zh: string }; hoursTheory: number; hoursPractice: number; units: { name: string; hoursTheory: number; hoursPractice: number; describedBy: string | null }[] }[] }
    for (const { name, hoursTheory, hoursPractice, units } of courseList) expect(units).toMatchObject([{ name: name.zh, hoursTheory, hoursPractice, describedBy: null }])
    expect((await lead.get(`/api/v1/programmes/${programme.id}/gap`)).body).toMatchObject({ units: courseList.length, notYetDescribed: courseList.length })
  })

  test('leaves as Excel, and that file says the same', async () => {
    const id = (await lead.get(`/api/v1/programmes?majorId=${major}`)).body.items[0].id
    const answer = await town.app.inject({ method: 'GET', url: `/api/v1/programmes/${id}/sheet`, headers: { authorization: `Bearer ${lead.token}` } })
    const checked = await check(answer.rawPayload)
    expect(checked.body.rows.filter((row: { state: string }) => row.state !== 'same')).toEqual([])
  })

  test('a changed course gets a new version, and its units keep what named persons said of them; all other courses keep their version', async () => {
    type Course = { code: string; versionId: string; credits: number; copiedFrom: string | null; units: { name: string; describedBy: string | null; outcomes: { id: string }[] }[] }
    const seeded = (await lead.get('/api/v1/programmes?limit=50')).body.items.find((one: { major: { id: string }; state: string }) => one.major.id !== major && one.state === 'in-force')
    const before = (await lead.get(`/api/v1/programmes/${seeded.id}`)).body as { courseList: Course[]; major: { id: string } }
    const course = before.courseList.find((one) => one.units.some((unit) => unit.outcomes.length > 0))!
    const answer = await town.app.inject({ method: 'GET', url: `/api/v1/programmes/${seeded.id}/sheet`, headers: { authorization: `Bearer ${lead.token}` } })
    const sheet = readProgrammeSheet(readTable(answer.rawPayload))
    const bytes = Buffer.from(await writeProgrammeSheet({ ...sheet, courses: sheet.courses.map((one) => (one.code === course.code ? { ...one, credits: course.credits + 1 } : one)) }))
    const checked = (await lead.upload('/api/v1/programmes/check', { name: 'x.xlsx', type: xlsx, bytes }, { majorId: before.major.id, cohort: '2031' })).body
    expect(checked.rows.filter((row: { state: string }) => row.state !== 'same').map((row: { code: string; state: string }) => [row.code, row.state])).toEqual([[course.code, 'changed']])
    const taken = await lead.post('/api/v1/programmes/take', { importId: checked.importId, majorId: before.major.id, cohort: 2031 })
    expect(taken.status).toBe(201)
    const after = taken.body.courseList as Course[]
    expect(after.filter((one) => one.code !== course.code).map((one) => one.versionId)).toEqual(before.courseList.filter((one) => one.code !== course.code).map((one) => one.versionId))
    const said = (one: Course) => one.units.map((unit) => [unit.name, unit.describedBy, unit.outcomes.map(({ id }) => id)])
    const changed = after.find((one) => one.code === course.code)!
    expect([changed.credits, changed.copiedFrom, said(changed)]).toEqual([course.credits + 1, course.versionId, said(course)])
  })

  test('a programme in force is not changed by a sheet', async () => {
    const id = (await lead.get(`/api/v1/programmes?majorId=${major}`)).body.items[0].id
    await lead.post(`/api/v1/programmes/${id}/in-force`)
    const csv = Buffer.from(collegeCsv().replace('机械制图', '机械制图与识图'))
    const checked = await check(csv, '方案.csv', 'text/csv')
    expect(checked.status).toBe(200)
    const taken = await lead.post('/api/v1/programmes/take', { importId: checked.body.importId, majorId: major, cohort: 2026 })
    expect([taken.status, taken.body.faults?.[0]?.code]).toEqual([422, 'programme-holds'])
  })

  test.each([['half a file', Buffer.from('PK\u0003\u0004 half')], ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])], ['nothing', Buffer.alloc(0)]])('%s is refused in words, and nothing is written', async (_what, bytes) => {
    const answer = await check(bytes)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.body.title).toMatch(/[一-鿿]/)
  })

  test('an enterprise cannot bring a programme in', async () => {
    const hr = await town.as('hengli.hr')
    expect((await hr.upload('/api/v1/programmes/check', { name: 'x.xlsx', type: xlsx, bytes: Buffer.from(await collegeBook()) })).status).toBe(403)
  })
})
