import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../../tests/town.ts'

let town: Town
let hr: Caller
let teacher: Caller
let stranger: Caller
let college = ''
beforeAll(async () => {
  town = await openTown()
  hr = await town.as('hengli.hr')
  teacher = await town.as('tanxi.teacher')
  stranger = await town.as('lihu.teacher')
  college = (await teacher.get('/api/v1/session')).body.session.actingFor.organisationId
})
afterAll(() => town?.close())

describe('an enterprise opens its words to the region', () => {
  const words = '滑台回零不准时自己查限位开关'
  const voicesFor = async (who: Caller, outcome: string) => (await who.get(`/api/v1/outcomes/${outcome}`)).body.voices as { text: string }[]
  const say = async () => (await hr.post('/api/v1/needs', { text: words, givenTo: [college] })).body as { id: string; version: number }
  const accept = async (id: string) =>
    (await teacher.post(`/api/v1/needs/${id}/outcomes`, { spans: [{ start: 0, end: 4 }], draft: null, outcome: { action: { zh: '检查' }, object: { zh: '限位开关' }, level: 3, evidenceForm: 'observed' } })).body.decisions[0].outcome.id as string

  test('then everybody reads them, finds them, and hears the voice beside the outcome; closed, nobody does', async () => {
    const { id, version } = await say()
    const outcome = await accept(id)
    expect([(await stranger.get(`/api/v1/needs/${id}`)).status, await voicesFor(stranger, outcome)]).toEqual([404, []])

    const opened = await hr.patch(`/api/v1/needs/${id}`, { version, opened: true })
    expect(opened.body.opened).toBe(true)
    const read = await stranger.get(`/api/v1/needs/${id}`)
    expect([read.status, read.body.text, read.body.allowed.includes('translate')]).toEqual([200, words, false])
    expect((await voicesFor(stranger, outcome)).map((one) => one.text)).toEqual([words])
    const found = await stranger.get(`/api/v1/search?q=${encodeURIComponent('限位开关')}`)
    expect(found.body.items.some((one: { id: string }) => one.id === id)).toBe(true)
    // It is no need of theirs: their list, and what is asked of them, stay as they were.
    expect((await stranger.get('/api/v1/needs?limit=200')).body.items.some((one: { id: string }) => one.id === id)).toBe(false)

    await hr.patch(`/api/v1/needs/${id}`, { version: opened.body.version, opened: false })
    expect([(await stranger.get(`/api/v1/needs/${id}`)).status, await voicesFor(stranger, outcome)]).toEqual([404, []])
    expect((await teacher.get(`/api/v1/needs/${id}`)).status).toBe(200)
  })

  test('what is accepted afterwards is heard too; only the enterprise opens', async () => {
    const { id, version } = await say()
    expect((await teacher.patch(`/api/v1/needs/${id}`, { version, opened: true })).status).toBe(403)
    await hr.patch(`/api/v1/needs/${id}`, { version, opened: true })
    expect((await voicesFor(stranger, await accept(id))).length).toBe(1)
  })
})
