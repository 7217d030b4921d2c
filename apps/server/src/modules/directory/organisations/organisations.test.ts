import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../../tests/town.ts'

let town: Town
let office: Caller
let hr: Caller
let otherHr: Caller
beforeAll(async () => {
  town = await openTown()
  office = await town.as('tanxi.office')
  hr = await town.as('hengli.hr')
  otherHr = await town.as('bosheng.hr')
})
afterAll(() => town.close())

describe('the register of organisations', () => {
  test('is closed to those who are not signed in', async () => {
    const answer = await town.nobody.get('/api/v1/organisations')
    expect([answer.status, answer.body.code]).toEqual([401, 'sign-in'])
  })

  test('lists by pinyin, a page at a time, without losing or doubling a row', async () => {
    const seen: string[] = []
    let after = ''
    do {
      const { body } = await office.get(`/api/v1/organisations?limit=4${after && `&after=${after}`}`)
      seen.push(...body.items.map((one: { id: string }) => one.id))
      after = body.next
    } while (after)
    const whole = await office.get('/api/v1/organisations?limit=100')
    expect(seen).toEqual(whole.body.items.map((one: { id: string }) => one.id))
    expect(new Set(seen).size).toBe(11)
    expect(whole.body).toMatchObject({ count: 11, more: false, next: null })
  })

  test.each([['恒砺', 1], ['hengli', 1], ['hlzn', 1], ['91320583', 2], ['no such name', 0]])('searching %s finds %i', async (words, n) => {
    const { body } = await office.get(`/api/v1/organisations?q=${encodeURIComponent(words)}`)
    expect(body.items).toHaveLength(n)
  })

  test('a region holds the regions below it', async () => {
    const { body } = await office.get('/api/v1/organisations?limit=100')
    const city = body.items.find((one: { shortName: string }) => one.shortName === '市教育局').region.id
    const inCity = await office.get(`/api/v1/organisations?regionId=${city}&limit=100`)
    expect(inCity.body.items).toHaveLength(11)
  })
})

describe('adding and changing', () => {
  const newFirm = { kind: 'enterprise', name: { zh: '太湖模具厂' }, size: 'small' }

  test('a clerk adds an enterprise, it gets a number and is found by its initials', async () => {
    const added = await office.post('/api/v1/organisations', newFirm)
    expect([added.status, added.body.number, added.body.vetting]).toEqual([201, 'O-2026-0012', 'unvetted'])
    const found = await office.get('/api/v1/organisations?q=thmj')
    expect(found.body.items.map((one: { id: string }) => one.id)).toEqual([added.body.id])
  })

  test('an enterprise may not add organisations', async () => expect((await hr.post('/api/v1/organisations', newFirm)).status).toBe(403))

  test('a wrong check digit is named, with its place', async () => {
    const answer = await office.post('/api/v1/organisations', { ...newFirm, creditCode: '91350100M000100Y44' })
    expect([answer.status, answer.body.faults[0].at, answer.body.faults[0].code]).toEqual([422, '/creditCode', 'bad-check-digit'])
  })

  test('the same key twice adds once', async () => {
    const send = () => office.post('/api/v1/organisations', { ...newFirm, name: { zh: '一次就好机械' } }, { 'idempotency-key': 'k-1' })
    const [first, second] = [await send(), await send()]
    expect(second.body).toEqual(first.body)
    expect((await office.get(`/api/v1/organisations?q=${encodeURIComponent('一次就好')}`)).body.items).toHaveLength(1)
    const other = await office.post('/api/v1/organisations', newFirm, { 'idempotency-key': 'k-1' })
    expect([other.status, other.body.code]).toEqual([422, 'key-reused'])
  })

  test('an enterprise changes itself and nobody else', async () => {
    const own = (await hr.get('/api/v1/organisations?q=hengli')).body.items[0].id
    const before = (await hr.get(`/api/v1/organisations/${own}`)).body
    const changed = await hr.patch(`/api/v1/organisations/${own}`, { version: before.version, phone: '0512-5550100' })
    expect([changed.status, changed.body.phone]).toEqual([200, '0512-5550100'])
    expect((await otherHr.patch(`/api/v1/organisations/${own}`, { version: changed.body.version, phone: '1' })).status).toBe(403)
    // The whole form is sent; the history names what differs, and a save without a change is none.
    const { version, name, shortName, website } = changed.body
    const form = { version, name, shortName, website, address: '新路 1 号', phone: '0512-5550100' }
    const saved = await hr.patch(`/api/v1/organisations/${own}`, form)
    const history = async () => (await hr.get(`/api/v1/timeline?kind=organisation&id=${own}`)).body.items.filter((one: { action: string }) => one.action === 'changed')
    expect((await history()).map((one: { body: object }) => Object.keys(one.body))).toEqual([['phone'], ['address']])
    expect((await hr.patch(`/api/v1/organisations/${own}`, { ...form, version: saved.body.version })).body.version).toBe(saved.body.version)
    expect(await history()).toHaveLength(2)
    const late = await hr.patch(`/api/v1/organisations/${own}`, { version: before.version, phone: '2' })
    expect([late.status, late.body.code, late.body.current.phone]).toEqual([409, 'stale', '0512-5550100'])
  })

  test('vetting is done once and seen by all', async () => {
    const firm = (await office.get('/api/v1/organisations?q=fulin')).body.items[0].id
    expect((await hr.post(`/api/v1/organisations/${firm}/vetting`, { state: 'vetted', note: 'x' })).status).toBe(403)
    expect((await office.post(`/api/v1/organisations/${firm}/vetting`, { state: 'vetted', note: '查过执照' })).body.vetting).toBe('vetted')
    const seen = await otherHr.get(`/api/v1/organisations/${firm}`)
    expect(seen.body.vettedBy.name.zh).toBe('苏州檀溪职业技术学院')
    expect((await office.post(`/api/v1/organisations/${firm}/vetting`, { state: 'vetted', note: 'again' })).body.code).toBe('vetting-is-so')
  })

  test('an organisation that people belong to is not withdrawn', async () => {
    const added = await office.post('/api/v1/organisations', { ...newFirm, name: { zh: '录错了的厂' } })
    expect((await office.post(`/api/v1/organisations/${added.body.id}/withdraw`, { reason: '重复' })).status).toBe(200)
    expect((await office.get(`/api/v1/organisations/${added.body.id}`)).status).toBe(404)
    const dean = await town.as('tanxi.dean')
    const own = (await dean.get('/api/v1/session')).body.session.actingFor.organisationId
    expect((await dean.get(`/api/v1/organisations/${own}`)).body.allowed).toEqual(expect.not.arrayContaining(['withdraw']))
    expect((await dean.post(`/api/v1/organisations/${own}/withdraw`, { reason: '重复' })).status).toBe(403)
    const invited = await office.post('/api/v1/organisations', { ...newFirm, name: { zh: '有人受邀的厂' } })
    await office.post(`/api/v1/organisations/${invited.body.id}/first-person`, { name: '甲', email: 'jia@invited.example' })
    expect((await office.post(`/api/v1/organisations/${invited.body.id}/withdraw`, { reason: '重复' })).body.code).toBe('organisation-has-members')
  })
})
