import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { collegeBook } from '../../apps/server/src/modules/programmes/programme-sheet/fixtures/college-books.ts'
import { type Caller, openTown, type Town } from '../town.ts'
import { fortyNeeds, officeSheet } from './fixtures/forty-needs.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
type Draft = { span: { start: number; end: number }; text: { zh?: string }; kind: string; action: { value: { verb: string; text: object } }; level: { value: number }; evidence: { value: { form: string } } }
type Bench = { translation: { statements: { kind: string; outcomes: Draft[] }[] }; decisions: { spans: { start: number }[]; outcome: { text: { zh?: string } } | null }[] }
type GapRow = { outcome: { id: string; number: string; text: { zh: string } }; state: string; asked: { enterprises: number }; taught: string }
type Course = { code: string; versionId: string; name: { zh: string }; units: { id: string; name: string; describedBy: string | null }[] }

let town: Town
const who: Record<string, Caller> = {}
beforeAll(async () => {
  town = await openTown()
  for (const name of ['tanxi.office', 'tanxi.lead', 'tanxi.teacher', 'tanxi.teacher2', 'tanxi.dean', 'hengli.hr', 'bosheng.hr']) who[name] = await town.as(name)
})
afterAll(() => town.close())
const as = (name: string): Caller => who[name]!

/** Forty needs come in from the office’s sheet; answers their ids by the words. */
async function takeNeeds(): Promise<Map<string, string>> {
  const office = as('tanxi.office')
  const checked = await office.upload('/api/v1/imports/needs/check', { name: '访企拓岗.xlsx', type: xlsx, bytes: await officeSheet() })
  expect([checked.status, checked.body.counts]).toEqual([201, { new: 40, changed: 0, same: 0, doubtful: 0, wrong: 0 }])
  await office.post(`/api/v1/imports/${checked.body.id}/take`, { doubtful: [] })
  await town.house.jobs.drain(town.house)
  const taken = (await as('tanxi.lead').get('/api/v1/needs?source=file&limit=100')).body.items as { id: string; text: string }[]
  const known = new Map(taken.map((one) => [one.text, one.id]))
  return new Map(fortyNeeds.map(([, , , words]) => [words, known.get(words)!]))
}

/** A programme of the shape a college hands in, in force for those who begin in 2026. */
async function takeProgramme(): Promise<{ id: string; majorId: string; courses: Course[] }> {
  const lead = as('tanxi.lead')
  const majorId = (await lead.post('/api/v1/majors', { code: '460399', name: { zh: '机电一体化技术（产教融合班）' }, level: 'associate' })).body.id
  const checked = await lead.upload('/api/v1/programmes/check', { name: '人才培养方案.xlsx', type: xlsx, bytes: Buffer.from(await collegeBook()) }, { majorId, cohort: '2026' })
  expect([checked.status, checked.body.faults]).toEqual([200, []])
  const taken = (await lead.post('/api/v1/programmes/take', { importId: checked.body.importId, majorId, cohort: 2026 })).body
  expect((await lead.post(`/api/v1/programmes/${taken.id}/in-force`)).status).toBe(200)
  return { id: taken.id, majorId, courses: taken.courseList }
}

const allOutcomes = (bench: Bench) => bench.translation.statements.flatMap((one) => one.outcomes)

/** Where the engine found no object, a person writes it: here the words themselves. */
const completed = ({ kind, action, level, evidence }: Draft, words: string) => ({ kind, verb: action.value.verb || null, action: action.value.text, object: { zh: words }, level: level.value, evidenceForm: evidence.value.form })

/** The lead reads every need, gives it a major, and takes what the engine proposed as it stands. */
async function readNeeds(needs: Map<string, string>, majors: Record<string, string>): Promise<{ agreed: number; completed: number; open: string[] }> {
  const lead = as('tanxi.lead')
  let [agreed, byHand] = [0, 0]
  const open: string[] = []
  for (const [trade, , , words] of fortyNeeds) {
    const url = `/api/v1/needs/${needs.get(words)}`
    const { version } = (await lead.get(url)).body
    expect((await lead.patch(url, { version, majorId: majors[trade] })).status).toBe(200)
    const bench = (await lead.get(`${url}/workbench`)).body as Bench
    await lead.post(`${url}/read`)
    for (const [draft, proposed] of allOutcomes(bench).entries()) {
      const spans = [proposed.span]
      const answer = await lead.post(`${url}/outcomes`, { spans, draft })
      if (answer.status === 422) {
        expect(answer.body.faults).toMatchObject([{ at: '/outcome', code: 'draft-is-not-whole' }])
        expect((await lead.post(`${url}/outcomes`, { spans, draft, edited: true, outcome: completed(proposed, words.slice(proposed.span.start, proposed.span.end)) })).status).toBe(200)
        byHand++
      } else {
        // The clock of a test stands still: decisions of one moment have no order.
        const texts = (answer.body as Bench).decisions.filter((one) => one.spans[0]!.start === proposed.span.start).map((one) => one.outcome?.text.zh)
        expect(texts).toContain(proposed.text.zh)
        agreed++
      }
    }
    if (!allOutcomes(bench).length) open.push(words)
  }
  return { agreed, completed: byHand, open }
}

describe('forty needs from a sheet, against a programme from a sheet', () => {
  test('go from the words to a decision, and each enterprise reads its own', async () => {
    const lead = as('tanxi.lead')
    const needs = await takeNeeds()
    expect([...needs.values()].filter(Boolean).length).toBe(40)
    const programme = await takeProgramme()
    const seeded = (await lead.get('/api/v1/majors?limit=50')).body.items as { id: string; code: string }[]
    const major = (code: string) => seeded.find((one) => one.code === code)!.id
    const gapOf = async (id: string) => (await lead.get(`/api/v1/programmes/${id}/gap?from=2026-10-01`)).body as { items: GapRow[]; units: number; notYetDescribed: number; notYetRead: number }

    const unread = await gapOf(programme.id)
    expect(unread.notYetRead).toBeGreaterThanOrEqual(40)
    expect(unread.items).toEqual([])
    const read = await readNeeds(needs, { mechatronics: programme.majorId, cnc: major('460301'), warehouse: major('460301') })
    const asked = await gapOf(programme.id)
    expect(unread.notYetRead - asked.notYetRead).toBe(40)
    expect([asked.units, asked.notYetDescribed]).toEqual([programme.courses.length, programme.courses.length])

    // The teacher says of each course what the engine found in its words; most carry none of them.
    const described: string[] = []
    for (const { name, units } of programme.courses) {
      const found = (await as('tanxi.teacher').get(`/api/v1/units/${units[0]!.id}/suggestions`)).body.items as { id: string; number: string }[]
      const mine = found.filter((one) => asked.items.some((row) => row.outcome.id === one.id))
      const answer = await as('tanxi.teacher').put(`/api/v1/units/${units[0]!.id}/outcomes`, { outcomes: mine.map(({ id }) => ({ outcomeId: id, depth: 'taught' })) })
      expect(answer.body.describedBy).toBe('沈佳宁')
      if (mine.length) described.push(`${name.zh}: ${mine.map((one) => asked.items.find((row) => row.outcome.id === one.id)!.outcome.text.zh).join('; ')}`)
    }
    const gap = await gapOf(programme.id)
    expect([gap.notYetDescribed, gap.items.length]).toEqual([0, asked.items.length])
    const missing = gap.items.filter((row) => row.state === 'gap')
    expect(missing.length).toBeGreaterThan(5)

    // What is asked and taught nowhere becomes one unit of the course that assembles and adjusts.
    const course = programme.courses.find((one) => one.code === '03305')!
    const outcomeIds = missing.slice(0, 6).map((row) => row.outcome.id)
    const change = { kind: 'add-unit', courseVersionId: course.versionId, name: '企业现场调试任务', content: '来自企业的现场任务', hoursTheory: 4, hoursPractice: 20, outcomeIds, assessment: '现场完成，企业导师确认' }
    const made = (await as('tanxi.teacher').post('/api/v1/change-proposals', { programmeId: programme.id, title: '机电设备装配与调试增加企业现场任务', grounds: '访企拓岗汇总', fromCohort: 2027, changes: [change], outcomeIds })).body
    expect(made.diff.totals.hoursAfter - made.diff.totals.hoursBefore).toBe(24)
    const url = `/api/v1/change-proposals/${made.id}`
    await as('tanxi.teacher').post(`${url}/submit`)
    await as('bosheng.hr').post(`${url}/opinions`, { stance: 'for', text: '我们也需要' })
    await lead.post(`${url}/close-opinions`)
    for (const voter of ['tanxi.lead', 'tanxi.teacher', 'tanxi.teacher2']) await as(voter).post(`${url}/votes`, { vote: 'yes' })
    await as('tanxi.dean').post(`${url}/close-vote`)
    const decided = (await as('tanxi.dean').post(`${url}/approve`, { reason: '企业需求集中，设备具备' })).body
    expect(decided.status).toBe('adopted')

    // Those who begin in 2027 are taught it; those of 2026 keep what they had.
    const later = (await lead.get(`/api/v1/programmes?majorId=${programme.majorId}&sort=-cohort`)).body.items[0]
    expect(later.cohort).toBe(2027)
    const stateOf = (rows: GapRow[]) => outcomeIds.map((id) => rows.find((row) => row.outcome.id === id)!.taught)
    expect(new Set(stateOf((await gapOf(later.id)).items))).toEqual(new Set(['planned']))
    expect(new Set(stateOf((await gapOf(programme.id)).items))).toEqual(new Set(['not']))

    // Each need of these outcomes was answered, to its own enterprise and nobody else.
    const words = [...needs].filter(([text]) => fortyNeeds.some(([trade, , , one]) => one === text && trade === 'mechatronics'))
    let told = 0
    for (const [text, id] of words) {
      const mine = fortyNeeds.find(([, , , one]) => one === text)![1].includes('恒砺')
      const thread = await as('hengli.hr').get(`/api/v1/needs/${id}/thread`)
      expect(thread.status).toBe(mine ? 200 : 404)
      if (mine && thread.body.proposals.some((one: { id: string; status: string }) => one.id === made.id && one.status === 'adopted')) told++
      expect((await as('bosheng.hr').get(`/api/v1/needs/${id}/thread`)).status).toBe(404)
    }
    const notices = (await as('hengli.hr').get('/api/v1/inbox?limit=100')).body.items.filter((one: { code: string; objectId: string }) => one.code === 'change-adopted' && [...needs.values()].includes(one.objectId))
    expect([told > 0, notices.length]).toEqual([true, told])

    console.log(`forty needs: ${read.agreed} outcomes taken as proposed, ${read.completed} completed by hand, ${read.open.length} needs without one; programme of ${programme.courses.length} courses: ${gap.items.length} outcomes asked, ${missing.length} taught nowhere; ${told} needs answered by the decision`)
    if (process.env['GUILDHALL_SHOW']) console.log([...read.open.map((one) => `open: ${one}`), ...described, ...missing.map((row) => `gap: ${row.outcome.text.zh}`)].join('\n'))
  })
})
