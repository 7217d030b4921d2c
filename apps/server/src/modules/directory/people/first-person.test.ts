import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../../tests/town.ts'

let town: Town
let office: Caller
let hr: Caller
beforeAll(async () => {
  town = await openTown()
  office = await town.as('tanxi.office')
  hr = await town.as('hengli.hr')
})
afterAll(() => town?.close())

const firm = async (name: string) => (await office.post('/api/v1/organisations', { kind: 'enterprise', name: { zh: name } })).body as { id: string; allowed: string[] }
const rolesAt = async (id: string) => (await town.house.db.selectFrom('memberships').select('roles').where('organisationId', '=', id).where('endedAt', 'is', null).execute()).map((one) => one.roles)
/** The tokens of the links that were mailed to an address. */
const mailsTo = async (address: string) => (await town.house.db.selectFrom('mails').select('body').where('recipient', '=', address).execute()).map((one) => /\/welcome\/(\S+)/.exec(one.body)![1]!)

describe('the first person of an organisation', () => {
  test('is invited by a college while nobody is there, keeps its accounts, and gets a mail', async () => {
    const { id, allowed } = await firm('首位用户机械厂')
    expect(allowed).toContain('invite-first')
    const after = await office.post(`/api/v1/organisations/${id}/first-person`, { name: '钱工', email: 'qian@first.example' })
    expect([after.status, after.body.awaitsFirst]).toEqual([200, true])
    expect(await rolesAt(id)).toEqual([['administrator', 'hr']])
    const [mail, ...more] = await mailsTo('qian@first.example')
    expect(more).toEqual([])
    expect((await town.nobody.post(`/api/v1/account-links/${mail}`, { password: 'eine ruhige Werkbank am Fluss' })).status).toBe(200)
    expect((await office.get(`/api/v1/organisations/${id}`)).body).toMatchObject({ awaitsFirst: false, allowed: expect.not.arrayContaining(['invite-first']) })
    expect((await office.post(`/api/v1/organisations/${id}/first-person`, { name: '别人', email: 'other@first.example' })).body.code).toBe('has-people-already')
    expect(await rolesAt(id)).toHaveLength(1)
  })

  test('as long as nobody came, a mistyped address is put right: the first link opens nothing any more', async () => {
    const { id } = await firm('打错邮箱的厂')
    await office.post(`/api/v1/organisations/${id}/first-person`, { name: '孙工', email: 'sum@typo.example' })
    expect((await office.post(`/api/v1/organisations/${id}/first-person`, { name: '孙工', email: 'sun@typo.example' })).body.awaitsFirst).toBe(true)
    const [wrong] = await mailsTo('sum@typo.example')
    expect((await town.nobody.post(`/api/v1/account-links/${wrong}`, { password: 'eine ruhige Werkbank am Fluss' })).body.code).toBe('link-used')
    const [right] = await mailsTo('sun@typo.example')
    expect((await town.nobody.post(`/api/v1/account-links/${right}`, { password: 'eine ruhige Werkbank am Fluss' })).body.actingFor).toMatchObject({ organisationId: id, roles: ['administrator', 'hr'] })
    expect(await rolesAt(id)).toHaveLength(1)
  })

  test('not where people are, not by an enterprise, not for another college', async () => {
    const { items } = (await office.get('/api/v1/organisations?limit=100')).body as { items: { id: string; kind: string; shortName: string | null }[] }
    const hengli = items.find((one) => one.shortName === '恒砺装备')!.id
    expect((await office.post(`/api/v1/organisations/${hengli}/first-person`, { name: 'x', email: 'x@x.example' })).status).toBe(409)
    const { id } = await firm('空厂')
    expect((await hr.post(`/api/v1/organisations/${id}/first-person`, { name: 'x', email: 'x@x.example' })).status).toBe(403)
    expect(await rolesAt(id)).toEqual([])
  })
})

describe('people of an enterprise', () => {
  test('are kept by HR; an administrator once there is made and unmade by administrators alone', async () => {
    const mentor = await hr.post('/api/v1/people', { name: '新师傅', email: 'xinshifu@hengli.example', roles: ['mentor'] })
    expect(mentor.status).toBe(201)
    const faultOf = async (reply: Promise<{ status: number; body: { faults: { code: string }[] } }>) => (await reply).body.faults[0]?.code
    const admin = (await hr.get('/api/v1/people?role=administrator')).body.items[0].id
    expect(await faultOf(hr.post('/api/v1/people', { name: '总管', email: 'zongguan@hengli.example', roles: ['administrator'] }))).toBe('only-administrator')
    expect(await faultOf(hr.patch(`/api/v1/memberships/${mentor.body.id}`, { roles: ['administrator'] }))).toBe('only-administrator')
    expect(await faultOf(hr.post(`/api/v1/memberships/${admin}/end`))).toBe('only-administrator')
    // Bosheng has no administrator: there HR may name the first one.
    const bosheng = await town.as('bosheng.hr')
    expect((await bosheng.post('/api/v1/people', { name: '总管', email: 'zongguan@bosheng.example', roles: ['administrator'] })).status).toBe(201)
    expect((await hr.patch(`/api/v1/memberships/${mentor.body.id}`, { roles: ['mentor', 'hr'] })).status).toBe(200)
  })
})
