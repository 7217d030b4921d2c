import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../../tests/town.ts'

type Unit = { id: string; name: string; outcomes: { id: string }[] }
type Course = { versionId: string; code: string; number: number; fromCohort: number; hoursTheory: number; hoursPractice: number; units: Unit[] }

let town: Town
const who: Record<string, Caller> = {}
let tanxi = ''
let mechatronics = { id: '', majorId: '' }
beforeAll(async () => {
  town = await openTown()
  for (const name of ['tanxi.lead', 'tanxi.teacher', 'tanxi.teacher2', 'tanxi.teacher3', 'tanxi.lead2', 'tanxi.dean', 'tanxi.office', 'lihu.lead', 'hengli.hr', 'bosheng.hr', 'yunda.hr', 'association.delegate']) who[name] = await town.as(name)
  tanxi = (await who['tanxi.lead']!.get('/api/v1/organisations?q=tanxi')).body.items[0].id
  const found = (await who['tanxi.lead']!.get('/api/v1/programmes?limit=50')).body.items.find((one: { major: { code: string }; cohort: number }) => one.major.code === '460301' && one.cohort === 2026)
  mechatronics = { id: found.id, majorId: found.major.id }
})
afterAll(() => town.close())

const secret = '班长不在，线停了要自己查清楚为什么停'

/** From an enterprise's words to an agreed outcome of this major. */
async function agreedOutcome(text = secret): Promise<{ needId: string; outcomeId: string }> {
  const needId = (await who['hengli.hr']!.post('/api/v1/needs', { text, givenTo: [tanxi] })).body.id
  const version = (await who['tanxi.lead']!.get(`/api/v1/needs/${needId}`)).body.version
  await who['tanxi.lead']!.patch(`/api/v1/needs/${needId}`, { version, majorId: mechatronics.majorId })
  const outcome = { action: { zh: '诊断' }, object: { zh: '产线停机原因' }, condition: { zh: '没有班长在场' }, level: 5, evidenceForm: 'fault' }
  const bench = await who['tanxi.teacher']!.post(`/api/v1/needs/${needId}/outcomes`, { spans: [{ start: 0, end: 4 }], draft: null, outcome })
  return { needId, outcomeId: bench.body.decisions[0].outcome.id }
}

async function courseOf(programmeId: string, code: string): Promise<Course> {
  const programme = (await who['tanxi.lead']!.get(`/api/v1/programmes/${programmeId}`)).body
  return programme.courseList.find((one: Course) => one.code === code)
}

/** The programme of the youngest cohort: what a change for the next one starts from. */
const youngest = async (): Promise<{ id: string; cohort: number }> => (await who['tanxi.lead']!.get(`/api/v1/programmes?majorId=${mechatronics.majorId}&sort=-cohort`)).body.items[0]

async function draft(outcomeId: string, cohort?: number) {
  const base = await youngest()
  const fromCohort = cohort ?? base.cohort + 1
  const course = await courseOf(base.id, '12306')
  const change = { kind: 'add-unit', courseVersionId: course.versionId, name: '停线故障诊断', content: '没有班长时查明停线原因', hoursTheory: 4, hoursPractice: 12, outcomeIds: [outcomeId], assessment: '设置故障，二十分钟内查明' }
  const made = await who['tanxi.teacher']!.post('/api/v1/change-proposals', { programmeId: base.id, title: '自动线课程增加停线诊断单元', grounds: '企业反映', fromCohort, changes: [change], outcomeIds: [outcomeId] })
  return { id: made.body.id as string, made, course, base, fromCohort }
}

describe('the gap', () => {
  test('shows an agreed outcome that no unit carries, and never calls the unread or the undescribed a gap', async () => {
    const before = (await who['tanxi.lead']!.get(`/api/v1/programmes/${mechatronics.id}/gap`)).body
    const { outcomeId } = await agreedOutcome()
    await who['hengli.hr']!.post('/api/v1/needs', { text: '没人读过的话', givenTo: [tanxi] })
    const gap = (await who['tanxi.lead']!.get(`/api/v1/programmes/${mechatronics.id}/gap`)).body
    const row = gap.items.find((one: { outcome: { id: string } }) => one.outcome.id === outcomeId)
    expect(row).toMatchObject({ state: 'gap', taught: 'not', asked: { enterprises: 1 } })
    expect(gap.notYetRead).toBe(before.notYetRead + 1)
    expect(gap.notYetDescribed).toBe(before.notYetDescribed)
    expect(gap.items.length).toBe(before.items.length + 1)
  })

  test('a translated need without a major counts in no gap, and the gap says how many there are', async () => {
    const gap = async () => (await who['tanxi.lead']!.get(`/api/v1/programmes/${mechatronics.id}/gap`)).body
    const before = await gap()
    const needId = (await who['hengli.hr']!.post('/api/v1/needs', { text: '会看气路图', givenTo: [tanxi] })).body.id
    const outcome = { action: { zh: '看懂' }, object: { zh: '气路图' }, level: 3, evidenceForm: 'oral' }
    expect((await who['tanxi.teacher']!.post(`/api/v1/needs/${needId}/outcomes`, { spans: [{ start: 0, end: 5 }], draft: null, outcome })).status).toBe(200)
    expect((await gap()).withoutMajor).toBe(before.withoutMajor + 1)
    const listed = (await who['tanxi.lead']!.get('/api/v1/needs?majorId=none&status=translated')).body.items as { id: string; majorId: string | null }[]
    expect([listed.some((one) => one.id === needId), listed.every((one) => one.majorId === null)]).toEqual([true, true])
    const { version } = (await who['tanxi.lead']!.get(`/api/v1/needs/${needId}`)).body
    await who['tanxi.lead']!.patch(`/api/v1/needs/${needId}`, { version, majorId: mechatronics.majorId })
    expect(await gap()).toMatchObject({ withoutMajor: before.withoutMajor })
  })

  test('in a college of one major, whoever reads a need gives it that major', async () => {
    const lihu = (await who['lihu.lead']!.get('/api/v1/organisations?q=lihu')).body.items[0].id
    const own = (await who['lihu.lead']!.get('/api/v1/majors')).body.items as { id: string }[]
    expect(own).toHaveLength(1)
    const needId = (await who['hengli.hr']!.post('/api/v1/needs', { text: '会看液压图', givenTo: [lihu] })).body.id
    await who['lihu.lead']!.post(`/api/v1/needs/${needId}/read`)
    expect((await who['lihu.lead']!.get(`/api/v1/needs/${needId}`)).body.majorId).toBe(own[0]!.id)
  })

  test('a named person describes a unit, and the outcome is planned; a teaching record makes it recorded', async () => {
    const { outcomeId } = await agreedOutcome('要会看报警记录')
    const unit = (await courseOf(mechatronics.id, '12307')).units[0]!
    expect((await who['hengli.hr']!.put(`/api/v1/units/${unit.id}/outcomes`, { outcomes: [] })).status).toBe(404)
    expect((await who['tanxi.teacher']!.put(`/api/v1/units/${unit.id}/outcomes`, { outcomes: [{ outcomeId, depth: 'assessed' }] })).body.describedBy).toBe('沈佳宁')
    const rowOf = async () => (await who['tanxi.lead']!.get(`/api/v1/programmes/${mechatronics.id}/gap`)).body.items.find((one: { outcome: { id: string } }) => one.outcome.id === outcomeId)
    expect(await rowOf()).toMatchObject({ state: 'taught', taught: 'planned' })
    const classId = (await town.house.db.selectFrom('classes').select('id').where('name', '=', '机电一体化技术2601').executeTakeFirstOrThrow()).id
    expect((await who['tanxi.teacher']!.post('/api/v1/teaching-records', { classId, unitId: unit.id, term: '2026-1', hours: 8, taughtBy: '沈佳宁' })).status).toBe(201)
    expect(await rowOf()).toMatchObject({ taught: 'recorded' })
    expect((await who['tanxi.lead']!.get(`/api/v1/programmes/${mechatronics.id}/matrix`)).body.rows.find((one: { outcome: { id: string } }) => one.outcome.id === outcomeId).cells[0]).toMatchObject({ depth: 'assessed', recorded: true })
  })
})

describe('a change proposal on its way', () => {
  test('is drafted from a gap with its diff, hours summed and the changed total warned of', async () => {
    const { outcomeId } = await agreedOutcome()
    const { made, course } = await draft(outcomeId)
    expect(made.status).toBe(201)
    expect(made.body.diff.courses[0]).toMatchObject({ before: { hoursTheory: course.hoursTheory, hoursPractice: course.hoursPractice }, after: { hoursTheory: course.hoursTheory + 4, hoursPractice: course.hoursPractice + 12 } })
    expect(made.body.diff.totals.hoursAfter - made.body.diff.totals.hoursBefore).toBe(16)
    expect(made.body.diff.warnings.map((one: { code: string }) => one.code)).toEqual(['hours-total-changes', 'credits-stay-though-hours-change'])
  })

  test('cannot hold for those who already study by the programme', async () => {
    const { outcomeId } = await agreedOutcome()
    expect((await draft(outcomeId, 2026)).made.body.faults[0]).toMatchObject({ at: '/fromCohort', code: 'cohort-not-later' })
  })

  test('two people edit one draft: the second is told, with the version that holds', async () => {
    const { id, made } = await draft((await agreedOutcome()).outcomeId)
    expect((await who['tanxi.teacher']!.patch(`/api/v1/change-proposals/${id}`, { version: made.body.version, title: '甲的标题' })).status).toBe(200)
    const late = await who['tanxi.lead']!.patch(`/api/v1/change-proposals/${id}`, { version: made.body.version, title: '乙的标题' })
    expect([late.status, late.body.code, late.body.current.title]).toEqual([409, 'stale', '甲的标题'])
  })

  test('goes through opinions, vote and approval, takes force from its cohort, and the enterprise is told', async () => {
    const { needId, outcomeId } = await agreedOutcome()
    const { id, course, base, fromCohort } = await draft(outcomeId)
    const url = `/api/v1/change-proposals/${id}`
    expect((await who['bosheng.hr']!.get(url)).status).toBe(404)
    expect((await who['tanxi.teacher']!.post(`${url}/submit`)).body).toMatchObject({ status: 'in-opinion', step: 0 })

    // An outside enterprise was asked: it reads the outcome, not whose words it was.
    const outside = await who['bosheng.hr']!.get(url)
    expect([outside.status, outside.body.allowed, outside.body.outcomeList[0].voices]).toEqual([200, ['opine'], []])
    expect(JSON.stringify(outside.body)).not.toContain(secret.slice(0, 6))
    expect(JSON.stringify((await who['bosheng.hr']!.get(`/api/v1/timeline?kind=change-proposal&id=${id}`)).body)).not.toContain(secret.slice(0, 6))
    expect((await who['bosheng.hr']!.post(`${url}/opinions`, { stance: 'for', text: '我们也需要' })).status).toBe(200)
    expect((await who['yunda.hr']!.post(`${url}/opinions`, { stance: 'for' })).status).toBe(404)
    expect((await who['tanxi.teacher']!.post(`${url}/votes`, { vote: 'yes' })).body.code).toBe('not-in-this-state')
    expect((await who['tanxi.lead']!.post(`${url}/close-opinions`)).body.status).toBe('in-vote')

    // Quorum three of five; nobody twice; a deputy for whom they stand in; tallies only when closed.
    const vote = (name: string, body: object) => who[name]!.post(`${url}/votes`, body)
    expect((await vote('tanxi.lead', { vote: 'yes' })).body.votes[0]).toMatchObject({ cast: 1, yes: null, mine: 'yes' })
    expect((await vote('tanxi.lead', { vote: 'no' })).body.code).toBe('voted-already')
    expect((await vote('tanxi.office', { vote: 'yes' })).status).toBe(403)
    expect((await who['tanxi.dean']!.post(`${url}/close-vote`)).body).toMatchObject({ code: 'no-quorum', params: { cast: 1, needed: 3 } })
    const lead2 = (await town.house.db.selectFrom('people').select('id').where('name', '=', '吴海燕').executeTakeFirstOrThrow()).id
    expect((await vote('tanxi.teacher3', { vote: 'yes', forPersonId: lead2 })).status).toBe(200)
    expect((await vote('tanxi.teacher', { vote: 'yes', forPersonId: lead2 })).body.faults[0].code).toBe('not-the-deputy')
    expect((await vote('tanxi.teacher2', { vote: 'abstain' })).status).toBe(200)
    expect((await who['tanxi.dean']!.post(`${url}/close-vote`)).body).toMatchObject({ status: 'in-approval', votes: [{ closed: true, yes: 2, no: 0, abstain: 1 }] })

    expect((await who['tanxi.lead']!.post(`${url}/approve`, {})).status).toBe(403)
    const decided = (await who['tanxi.dean']!.post(`${url}/approve`, { reason: '企业需求明确', documentNumber: '教字〔2026〕18号' })).body
    expect(decided).toMatchObject({ status: 'adopted', decisionReason: '企业需求明确', documentNumber: '教字〔2026〕18号', days: 0 })
    expect(decided.frozenAt).not.toBeNull()
    expect(decided.told[0].forWeChat).toContain('已采纳')

    // The cohort has the new version; those before keep theirs.
    const after = await youngest()
    expect(after.cohort).toBe(fromCohort)
    const now = await courseOf(after.id, '12306')
    expect(now).toMatchObject({ number: course.number + 1, fromCohort, hoursTheory: course.hoursTheory + 4, hoursPractice: course.hoursPractice + 12 })
    expect(now.units.at(-1)).toMatchObject({ name: '停线故障诊断', outcomes: [{ id: outcomeId }] })
    expect(await courseOf(base.id, '12306')).toEqual(course)

    const notice = (await who['hengli.hr']!.get('/api/v1/inbox')).body.items.find((one: { code: string }) => one.code === 'change-adopted')
    expect(notice).toMatchObject({ objectId: needId, url: `/needs/${needId}/thread` })
    const thread = (await who['hengli.hr']!.get(`/api/v1/needs/${needId}/thread`)).body
    expect(thread).toMatchObject({ proposals: [{ status: 'adopted', reason: '企业需求明确' }], told: [{ proposalId: id }], breaks: [] })
    expect(thread.units.map((one: { name: string }) => one.name)).toContain('停线故障诊断')
    expect((await who['tanxi.lead']!.get(`/api/v1/timeline?kind=change-proposal&id=${id}`)).body.chainHolds).toBe(true)
  })

  test('a refusal is told as plainly, with its reason', async () => {
    const { needId, outcomeId } = await agreedOutcome('要会修五轴')
    const { id } = await draft(outcomeId)
    const url = `/api/v1/change-proposals/${id}`
    await who['tanxi.teacher']!.post(`${url}/submit`)
    await who['tanxi.lead']!.post(`${url}/close-opinions`)
    for (const name of ['tanxi.lead', 'tanxi.teacher', 'tanxi.teacher2']) await who[name]!.post(`${url}/votes`, { vote: 'yes' })
    await who['tanxi.dean']!.post(`${url}/close-vote`)
    expect((await who['tanxi.dean']!.post(`${url}/refuse`, {})).body.faults[0].at).toBe('/reason')
    expect((await who['tanxi.dean']!.post(`${url}/refuse`, { reason: '缺少五轴设备，两年内再议' })).body.status).toBe('refused')
    expect((await who['hengli.hr']!.get('/api/v1/inbox')).body.items.find((one: { objectId: string; code: string }) => one.objectId === needId && one.code === 'change-refused').params.reason).toBe('缺少五轴设备，两年内再议')
    expect((await who['hengli.hr']!.get(`/api/v1/needs/${needId}/thread`)).body.proposals[0]).toMatchObject({ status: 'refused', reason: '缺少五轴设备，两年内再议' })
    expect((await who['tanxi.dean']!.post(`${url}/approve`, {})).body.code).toBe('not-in-this-state')
  })

  test('a return goes back to its author with the reason, and a second round votes afresh', async () => {
    const { id } = await draft((await agreedOutcome()).outcomeId)
    const url = `/api/v1/change-proposals/${id}`
    await who['tanxi.teacher']!.post(`${url}/submit`)
    await who['tanxi.lead']!.post(`${url}/close-opinions`)
    await who['tanxi.lead']!.post(`${url}/votes`, { vote: 'no' })
    expect((await who['tanxi.dean']!.post(`${url}/return`, { reason: '学时太多' })).body).toMatchObject({ status: 'returned', returnReason: '学时太多' })
    expect((await who['tanxi.teacher']!.get('/api/v1/inbox')).body.items.some((one: { code: string; objectId: string }) => one.code === 'proposal-returned' && one.objectId === id)).toBe(true)
    await who['tanxi.teacher']!.post(`${url}/submit`)
    await who['tanxi.lead']!.post(`${url}/close-opinions`)
    expect((await who['tanxi.lead']!.post(`${url}/votes`, { vote: 'yes' })).body.votes.map((one: { round: number }) => one.round)).toEqual([1, 2])
  })

  test('two proposals change one course: the second is not written over the first', async () => {
    const [one, two] = [await draft((await agreedOutcome()).outcomeId), await draft((await agreedOutcome()).outcomeId)]
    for (const { id } of [one, two]) await who['tanxi.teacher']!.post(`/api/v1/change-proposals/${id}/submit`)
    const decide = (id: string) => who['tanxi.office']!.post(`/api/v1/change-proposals/${id}/paper-decision`, { decision: 'adopted', reason: '同意', onDate: '2026-11-24', documentNumber: '1' })
    expect((await decide(one.id)).body.status).toBe('adopted')
    expect((await decide(two.id)).body).toMatchObject({ code: 'course-changed-meanwhile', params: { course: '12306' } })
    expect((await who['tanxi.teacher']!.get(`/api/v1/change-proposals/${two.id}`)).body.status).toBe('in-opinion')
    const older = await who['tanxi.teacher']!.post('/api/v1/change-proposals', { programmeId: one.base.id, title: '旧', fromCohort: one.fromCohort })
    expect(older.body.faults[0].code).toBe('newer-programme')
  })

  test('after its last day nobody votes; a decision on paper is entered afterwards, with number and scan', async () => {
    const { id } = await draft((await agreedOutcome()).outcomeId)
    const url = `/api/v1/change-proposals/${id}`
    await who['tanxi.teacher']!.post(`${url}/submit`)
    await who['tanxi.lead']!.post(`${url}/close-opinions`)
    town.clock.set('2027-01-20T02:00:00Z')
    const lead = await town.as('tanxi.lead')
    const office = await town.as('tanxi.office')
    expect((await lead.post(`${url}/votes`, { vote: 'yes' })).body.code).toBe('vote-is-over')
    expect((await office.post(`${url}/paper-decision`, { decision: 'adopted', reason: '会议纪要', onDate: '2027-01-15', documentNumber: '纪要3号' })).body).toMatchObject({ status: 'adopted', decidedOnPaperOn: '2027-01-15' })
    const scan = await office.upload(`${url}/document`, { name: '纪要.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF') })
    expect(scan.body.documentFileId).not.toBeNull()
    expect((await office.upload(`${url}/document`, { name: 'x.pdf', type: 'application/pdf', bytes: Buffer.from('<html>') })).status).toBe(415)
    expect((await office.get(`${url}/document`)).headers['content-disposition']).toContain('attachment')
    town.clock.set('2026-11-24T02:00:00Z')
  })
})
