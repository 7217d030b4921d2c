import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../../tests/town.ts'

let town: Town
let dean: Caller
let office: Caller
beforeAll(async () => {
  town = await openTown()
  dean = await town.as('tanxi.dean')
  office = await town.as('tanxi.office')
})
afterAll(() => town.close())

const memberOf = async (name: string) => (await dean.get(`/api/v1/people?q=${encodeURIComponent(name)}`)).body.items[0]

describe('the people of an organisation', () => {
  test('the list is narrowed by role and state, and says what may be done', async () => {
    const { body } = await dean.get('/api/v1/people?role=class-teacher&limit=100')
    expect(body.items.every((one: { roles: string[] }) => one.roles.includes('class-teacher'))).toBe(true)
    expect(body.items[0].allowed).toEqual(['read', 'invite', 'change', 'end'])
    expect((await office.get('/api/v1/people?limit=1')).body.items[0].allowed).toEqual(['read'])
    expect((await dean.get('/api/v1/people?state=ended')).body.items).toEqual([])
  })

  test('a region has about sixty named people', async () => {
    const { n } = await town.house.db.selectFrom('memberships').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
    expect(Number(n)).toBeGreaterThanOrEqual(58)
  })

  test.each([
    ['an enterprise role at a college', { roles: ['mentor'] }, '/roles', 'role-not-here'],
    ['a class of nobody', { roles: ['teacher'], classes: ['0195e3a0-0000-7000-8000-000000000009'] }, '/classes', 'not-of-this-organisation'],
    ['somebody who is here', { roles: ['teacher'], email: 'office@tanxi.example' }, '/email', 'is-here-already'],
  ])('%s is refused at its field', async (_what, given, at, code) => {
    const answer = await dean.post('/api/v1/people', { name: '新人', email: 'new@tanxi.example', ...given })
    expect([answer.status, answer.body.faults[0].at, answer.body.faults[0].code]).toEqual([422, at, code])
  })

  test('somebody with an account elsewhere gets a second organisation and keeps the password', async () => {
    const added = await dean.post('/api/v1/people', { name: 'x', email: 'delegate@association.example', roles: ['teacher'] })
    expect([added.status, added.body.state, added.body.name]).toEqual([201, 'active', '曹永明'])
    const session = await (await town.as('association.delegate')).get('/api/v1/session')
    expect(session.body.session.memberships).toHaveLength(2)
  })

  test('an ended membership ends the sessions for this organisation at once, and comes back by new roles', async () => {
    const teacher = await town.as('tanxi.teacher3')
    const member = await memberOf('周敏')
    const ended = await dean.post(`/api/v1/memberships/${member.id}/end`)
    expect([ended.status, ended.body.state]).toEqual([200, 'ended'])
    expect((await teacher.get('/api/v1/majors')).status).toBe(401)
    expect((await dean.get('/api/v1/people?state=ended')).body.items.map((one: { name: string }) => one.name)).toEqual(['周敏'])
    expect((await dean.post(`/api/v1/memberships/${member.id}/end`)).body.code).toBe('not-in-this-state')
    expect((await dean.patch(`/api/v1/memberships/${member.id}`, { roles: ['teacher'] })).body.state).toBe('active')
    expect((await (await town.as('tanxi.teacher3')).get('/api/v1/majors')).status).toBe(200)
  })

  test('the last administrator stays one', async () => {
    const own = await memberOf('顾建国')
    expect((await dean.post(`/api/v1/memberships/${own.id}/end`)).body.code).toBe('last-administrator')
    expect((await dean.patch(`/api/v1/memberships/${own.id}`, { roles: ['lead'] })).body.code).toBe('last-administrator')
  })
})
