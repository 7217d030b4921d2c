import { learnerChangeKinds, learnerStatuses, nextLearnerStatus } from '@guildhall/contract/directory'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../../tests/town.ts'

let town: Town
let office: Caller
let teacher: Caller
let classTeacher: Caller
beforeAll(async () => {
  town = await openTown()
  office = await town.as('tanxi.office')
  teacher = await town.as('tanxi.teacher')
  classTeacher = await town.as('tanxi.classteacher')
})
afterAll(() => town.close())

const idOf = async (url: string) => (await office.get(url)).body.items[0].id as string

describe('the structure of a college', () => {
  test('a department lies at a campus, its code is given once', async () => {
    const campusId = await idOf('/api/v1/campuses')
    const added = await office.post('/api/v1/departments', { name: { zh: '艺术系' }, code: 'YS', campusId })
    expect([added.status, added.body.campus.id]).toEqual([201, campusId])
    const again = await office.post('/api/v1/departments', { name: { zh: '又一个' }, code: 'YS' })
    expect([again.body.faults[0].at, again.body.faults[0].code]).toEqual(['/code', 'department-code-taken'])
    expect((await teacher.post('/api/v1/departments', { name: { zh: 'x' } })).status).toBe(403)
    expect((await (await town.as('lihu.office')).get('/api/v1/departments')).body.items).toHaveLength(3)
  })

  test('the week table knows examinations, holidays and exchanged workdays', async () => {
    const id = await idOf('/api/v1/school-years')
    const { items } = (await teacher.get(`/api/v1/school-years/${id}/weeks`)).body
    const national = items.find((one: { from: string }) => one.from === '2026-10-05')
    expect(national).toMatchObject({ term: '1', week: 6, holidays: ['国庆节'], workdays: ['2026-10-10'], teachingDays: 3 })
    expect(national.days).toEqual(['holiday', 'holiday', 'holiday', 'teaching', 'teaching', 'teaching', 'free'])
    expect(items.filter((one: { isExam: boolean }) => one.isExam).map((one: { week: number }) => one.week)).toEqual([20, 21, 19, 20])
  })

  test.each([
    ['terms that overlap', { terms: [{ key: '1', from: '2027-09-01', to: '2028-01-31', examWeeks: [] }, { key: '2', from: '2028-01-15', to: '2028-06-30', examWeeks: [] }] }, '/calendar/terms/1', 'calendar-terms-overlap'],
    ['an examination week that is none', { terms: [{ key: '1', from: '2027-09-01', to: '2027-10-01', examWeeks: [30] }] }, '/calendar/terms/0', 'calendar-exam-week-outside-term'],
    ['a workday within a holiday', { holidays: [{ from: '2027-10-01', to: '2027-10-07', name: '国庆' }], workdays: [{ date: '2027-10-02' }] }, '/calendar/workdays/0', 'calendar-workday-in-holiday'],
    ['holidays that overlap', { holidays: [{ from: '2027-10-01', to: '2027-10-07' }, { from: '2027-10-05', to: '2027-10-09' }] }, '/calendar/holidays/1', 'calendar-holidays-overlap'],
  ])('%s are refused where they stand', async (_what, calendar, at, code) => {
    const answer = await office.post('/api/v1/school-years', { name: '2027-2028', starts: '2027-09-01', ends: '2028-07-31', calendar: { terms: [], holidays: [], workdays: [], ...calendar } })
    expect([answer.status, answer.body.faults[0].at, answer.body.faults[0].code]).toEqual([422, at, code])
  })

  test('a class with learners is not archived, an empty one is', async () => {
    const full = await idOf('/api/v1/classes')
    expect((await office.post(`/api/v1/classes/${full}/archive`)).body.code).toBe('class-has-learners')
    const added = await office.post('/api/v1/classes', { name: '空班', cohort: 2026 })
    expect((await office.post(`/api/v1/classes/${added.body.id}/archive`)).body.archivedAt).toBe('2026-11-24T02:00:00.000Z')
    expect((await office.get('/api/v1/classes?archived=yes')).body.items).toHaveLength(1)
  })
})

describe('learners are personal data', () => {
  test('a class teacher sees the own class, a teacher none, the office all; nobody else sees any', async () => {
    const own = (await classTeacher.get('/api/v1/learners?limit=200')).body
    expect(new Set(own.items.map((one: { class: { name: string } }) => one.class.name))).toEqual(new Set(['机电一体化技术2601']))
    expect((await teacher.get('/api/v1/learners')).body.count).toBe(0)
    expect((await office.get('/api/v1/learners')).body.count).toBe(200)
    for (const who of ['lihu.lead', 'hengli.hr', 'bureau.supervisor', 'association.delegate']) expect([who, (await (await town.as(who)).get(`/api/v1/learners/${own.items[0].id}`)).status]).toEqual([who, 404])
    for (const who of ['hengli.hr', 'bureau.supervisor']) expect((await (await town.as(who)).get('/api/v1/learners')).body.count).toBe(0)
  })

  test('the search finds a learner for those who may read, by pinyin, initials and number', async () => {
    const added = await office.post('/api/v1/learners', { studentNumber: 'T-77', name: '诸葛晓明', classId: await idOf('/api/v1/classes?q=2602') })
    for (const words of ['诸葛', 'zhuge', 'zgxm', 't-77']) expect([words, (await office.get(`/api/v1/learners?q=${encodeURIComponent(words)}`)).body.items.map((one: { id: string }) => one.id)]).toEqual([words, [added.body.id]])
    for (const caller of [teacher, classTeacher, await town.as('hengli.hr')]) expect(JSON.stringify((await caller.get('/api/v1/search?q=zhuge')).body)).not.toContain(added.body.id)
  })

  test('a teacher sees the classes that are named in the membership, and no longer when they are not', async () => {
    const dean = await town.as('tanxi.dean')
    const classId = await idOf('/api/v1/classes?q=2602')
    const member = (await dean.get(`/api/v1/people?q=${encodeURIComponent('沈佳宁')}`)).body.items[0]
    await dean.patch(`/api/v1/memberships/${member.id}`, { classes: [classId] })
    expect((await teacher.get('/api/v1/learners?q=zhuge')).body.items).toHaveLength(1)
    await dean.patch(`/api/v1/memberships/${member.id}`, { classes: [] })
    expect((await teacher.get('/api/v1/learners?q=zhuge')).body.items).toHaveLength(0)
  })

  test('a number is given once, and a correction that did not see the last one is refused', async () => {
    const taken = await office.post('/api/v1/learners', { studentNumber: 'T-77', name: '另一个' })
    expect(taken.body.faults[0].code).toBe('student-number-taken')
    const { id, version } = (await office.post('/api/v1/learners', { studentNumber: 'T-78', name: '王磊', guardians: [{ name: '王先生', relation: 'father', phone: '13900000000' }] })).body
    expect((await office.patch(`/api/v1/learners/${id}`, { version, gender: 'male' })).body).toMatchObject({ gender: 'male', version: 2, guardians: [{ name: '王先生', relation: 'father' }] })
    expect((await office.patch(`/api/v1/learners/${id}`, { version, name: '王雷' })).body.code).toBe('stale')
  })
})

describe('changes of a learner', () => {
  test.each(learnerStatuses.flatMap((status) => learnerChangeKinds.map((kind) => [status, kind] as const)))('%s, %s leads where the table says', (status, kind) => {
    const table: Record<string, string> = { 'enrolled transfer': 'transferred', 'enrolled leave': 'on-leave', 'on-leave return': 'enrolled', 'enrolled withdrawal': 'withdrawn', 'on-leave withdrawal': 'withdrawn', 'enrolled graduation': 'graduated' }
    expect(nextLearnerStatus(status, kind, false)).toBe(table[`${status} ${kind}`])
  })

  test('leave, return into another class and withdrawal are recorded with their day and change the status', async () => {
    const [first, second] = (await office.get('/api/v1/classes?limit=2')).body.items
    const { id } = (await office.post('/api/v1/learners', { studentNumber: 'T-90', name: '李安', classId: first.id, enteredOn: '2026-09-01' })).body
    const record = (body: object) => office.post(`/api/v1/learners/${id}/changes`, body)
    expect((await record({ kind: 'leave', onDate: '2026-10-10', note: '病假' })).body).toMatchObject({ status: 'on-leave', leftOn: null })
    expect((await record({ kind: 'leave', onDate: '2026-10-11' })).body.code).toBe('not-in-this-state')
    expect((await record({ kind: 'return', onDate: '2026-11-02', toClassId: second.id })).body).toMatchObject({ status: 'enrolled', class: { id: second.id } })
    expect((await record({ kind: 'withdrawal', onDate: '2026-12-01' })).body.faults[0].code).toBe('change-in-the-future')
    expect((await record({ kind: 'withdrawal', onDate: '2026-08-01' })).body.faults[0].code).toBe('before-entry')
    const gone = (await record({ kind: 'withdrawal', onDate: '2026-11-20' })).body
    expect([gone.status, gone.leftOn, gone.changes.map((one: { kind: string }) => one.kind)]).toEqual(['withdrawn', '2026-11-20', ['withdrawal', 'return', 'leave']])
    expect((await teacher.post(`/api/v1/learners/${id}/changes`, { kind: 'return', onDate: '2026-11-20' })).status).toBe(404)
  })
})

describe('a roster', () => {
  test('taken twice adds nobody the second time; what a row does not say stays', async () => {
    const { learnerTarget } = await import('../index.ts')
    const { act } = await import('../../../platform/database/doors.ts')
    const { systemContext } = await import('../../../platform/context.ts')
    const { findPersonActor } = await import('../../identity/sessions/sessions.service.ts')
    const ctx = { ...systemContext(town.house, 'test'), actor: (await findPersonActor(town.house, office.token, town.house.clock.now()))! }
    const rows = [{ studentNumber: 'R-1', name: '钱一', gender: 'female' }, { studentNumber: 'R-2', name: '孙二', guardian: '孙先生', guardianPhone: '13911112222' }]
    expect(await act(ctx, (trx) => learnerTarget.take(ctx, trx, rows))).toEqual({ added: 2, changed: 0 })
    expect(await act(ctx, (trx) => learnerTarget.take(ctx, trx, [{ studentNumber: 'R-2', name: '孙二' }]))).toEqual({ added: 0, changed: 1 })
    const found = (await office.get('/api/v1/learners?q=R-2')).body.items[0]
    expect((await office.get(`/api/v1/learners/${found.id}`)).body.guardians[0].phone).toBe('13911112222')
    expect((await act(ctx, (trx) => learnerTarget.loadExisting(ctx, trx))).get('R-1')).toMatchObject({ name: '钱一', gender: 'female' })
  })
})
