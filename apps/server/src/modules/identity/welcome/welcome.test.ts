import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../../../../../../tests/town.ts'
import { systemContext } from '../../../platform/context.ts'
import { makeAccountLink } from '../accounts/accounts.service.ts'

const password = 'eine ruhige Werkbank am Fluss'
let town: Town
let token: string
beforeAll(async () => {
  town = await openTown({ empty: true })
  token = await town.house.db.transaction().execute((trx) => makeAccountLink(systemContext(town.house, 'test'), trx, 'first-administrator', null))
})
afterAll(() => town.close())

const cookieOf = (headers: Record<string, unknown>) => ({ cookie: String(headers['set-cookie']).split(';')[0]! })
/** What the outbox holds for an address: subject and the token of its link. */
const mailTo = async (email: string) => {
  const mails = await town.house.db.selectFrom('mails').select(['subject', 'body', 'language']).where('recipient', '=', email).orderBy('createdAt', 'desc').orderBy('id', 'desc').execute()
  return mails.map((mail) => ({ ...mail, token: /\/welcome\/(\S+)/.exec(mail.body)?.[1] ?? '' }))
}

describe('an empty installation', () => {
  const given = { name: '顾建国', email: 'dean@college.example', password, college: { zh: '第一职业学院' }, campus: { zh: '本部' } }
  let admin: { cookie: string }

  test('opening the first link uses nothing up', async () => {
    const look = () => town.nobody.get(`/api/v1/account-links/${token}`)
    expect((await look()).body).toMatchObject({ state: 'open', purpose: 'first-administrator' })
    expect((await look()).body.state).toBe('open')
  })

  test('a weak password is named at its field and leaves the link open', async () => {
    const answer = await town.nobody.post(`/api/v1/welcome/${token}`, { ...given, password: 'kurz' })
    expect([answer.status, answer.body.faults[0].at, answer.body.faults[0].code]).toEqual([422, '/password', 'password-too-short'])
    expect((await town.nobody.get(`/api/v1/account-links/${token}`)).body.state).toBe('open')
  })

  test('the first administrator enters, once', async () => {
    const answer = await town.nobody.post(`/api/v1/welcome/${token}`, given)
    expect([answer.status, answer.body.operator, answer.body.actingFor.roles]).toEqual([200, true, ['administrator', 'lead', 'office']])
    admin = cookieOf(answer.headers)
    expect((await town.nobody.get(`/api/v1/account-links/${token}`)).body).toMatchObject({ state: 'used', name: null, email: null })
    const again = await town.nobody.post(`/api/v1/welcome/${token}`, { ...given, email: 'x@college.example' })
    expect([again.status, again.body.code]).toEqual([409, 'link-used'])
  })

  const as = (method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) => town.app.inject({ method, url, headers: admin, ...(payload ? { payload } : {}) })
  const doneSteps = async () => (await as('GET', '/api/v1/start')).json<{ items: { step: string; isDone: boolean }[] }>().items.filter((one) => one.isDone).map((one) => one.step)

  test('the checklist is read from rows: it goes on with what is entered', async () => {
    expect(await doneSteps()).toEqual([])
    expect((await as('GET', '/api/v1/start')).json()).toMatchObject({ isFinished: false, sendsMail: false })
    await as('POST', '/api/v1/departments', { name: { zh: '机电系' } })
    expect(await doneSteps()).toEqual(['campuses'])
    await as('POST', '/api/v1/school-years', { name: '2026-2027', starts: '2026-09-01', ends: '2027-07-31', calendar: { terms: [{ key: '1', from: '2026-09-01', to: '2027-01-22', examWeeks: [] }], holidays: [], workdays: [] } })
    const added = await as('POST', '/api/v1/classes', { name: '机电2601', cohort: 2026 })
    await as('POST', '/api/v1/learners', { studentNumber: '1', name: '王磊', classId: added.json<{ id: string }>().id })
    expect(await doneSteps()).toEqual(['campuses', 'school-year', 'classes'])
  })

  test('an invited colleague sets a password by the mailed link and is signed in; the link works once', async () => {
    const invited = await as('POST', '/api/v1/people', { name: 'Katrin Vogel', email: 'Katrin@college.example', roles: ['teacher'], language: 'de' })
    expect([invited.statusCode, invited.json<{ state: string }>().state]).toEqual([201, 'invited'])
    const [mail] = await mailTo('katrin@college.example')
    expect(mail!.subject).toBe('第一职业学院 lädt Sie zu Guildhall ein')
    expect((await town.nobody.get(`/api/v1/account-links/${mail!.token}`)).body).toMatchObject({ state: 'open', purpose: 'invitation', name: 'Katrin Vogel', email: 'katrin@college.example', organisation: { zh: '第一职业学院' } })
    const entered = await town.nobody.post(`/api/v1/account-links/${mail!.token}`, { password })
    expect([entered.status, entered.body.actingFor.roles]).toEqual([200, ['teacher']])
    expect((await town.nobody.post(`/api/v1/account-links/${mail!.token}`, { password })).body.code).toBe('link-used')
    expect((await town.nobody.post('/api/v1/session', { email: 'katrin@college.example', password })).status).toBe(200)
  })

  test('a new password is asked with the same answer for known and unknown, ends other sessions, and its link expires', async () => {
    const session = await town.nobody.post('/api/v1/session', { email: 'katrin@college.example', password, token: true })
    const [known, unknown] = [await town.nobody.post('/api/v1/password-renewals', { email: 'katrin@college.example' }), await town.nobody.post('/api/v1/password-renewals', { email: 'nobody@college.example' })]
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    expect(await mailTo('nobody@college.example')).toEqual([])
    const [mail] = await mailTo('katrin@college.example')
    expect((await town.nobody.post(`/api/v1/account-links/${mail!.token}`, { password: 'ein ganz anderer langer Satz' })).status).toBe(200)
    const old = await town.app.inject({ url: '/api/v1/sessions', headers: { authorization: `Bearer ${session.body.token}` } })
    expect(old.statusCode).toBe(401)
    await town.nobody.post('/api/v1/password-renewals', { email: 'katrin@college.example' })
    const [late] = await mailTo('katrin@college.example')
    town.clock.set('2026-11-26T02:00:00Z')
    expect((await town.nobody.get(`/api/v1/account-links/${late!.token}`)).body.state).toBe('expired')
    expect((await town.nobody.post(`/api/v1/account-links/${late!.token}`, { password })).body.code).toBe('link-expired')
    town.clock.set('2026-11-24T02:00:00Z')
  })

  test('renewals of one address are few within an hour', async () => {
    const codes: number[] = []
    for (let n = 0; n < 4; n++) codes.push((await town.nobody.post('/api/v1/password-renewals', { email: 'often@college.example' })).status)
    expect(codes).toEqual([202, 202, 202, 429])
  })

  test('nobody hears anything about a link that does not exist', async () => {
    expect((await town.nobody.get('/api/v1/account-links/no-such-token')).body).toEqual({ state: 'unknown', purpose: null, name: null, email: null, organisation: null, endsAt: null })
    expect((await town.nobody.post('/api/v1/account-links/no-such-token', { password })).status).toBe(404)
  })
})
