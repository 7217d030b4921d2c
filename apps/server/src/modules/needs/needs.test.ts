import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../tests/town.ts'

let town: Town
const who: Record<string, Caller> = {}
let hengli = ''
let tanxi = ''
beforeAll(async () => {
  town = await openTown()
  for (const name of ['tanxi.lead', 'tanxi.teacher', 'tanxi.office', 'lihu.teacher', 'hengli.hr', 'bosheng.hr', 'bureau.supervisor']) who[name] = await town.as(name)
  hengli = (await who['tanxi.lead']!.get('/api/v1/organisations?q=hengli')).body.items[0].id
  tanxi = (await who['tanxi.lead']!.get('/api/v1/organisations?q=tanxi')).body.items[0].id
})
afterAll(() => town.close())

const words = '没有班长的情况下要会查停线原因，十分钟内恢复。'

describe('a need in the enterprise’s own words', () => {
  test('is recorded by the enterprise, given to a college, and lies in its inbox', async () => {
    const added = await who['hengli.hr']!.post('/api/v1/needs', { text: words, givenTo: [tanxi], post: '产线维护' })
    expect([added.status, added.body.language, added.body.status, added.body.trust]).toEqual([201, 'zh', 'unread', 'personnel'])
    const listed = await who['tanxi.lead']!.get('/api/v1/needs?status=unread&q=%E5%81%9C%E7%BA%BF')
    expect(listed.body.items.map((one: { id: string }) => one.id)).toContain(added.body.id)
  })

  test.each(['bosheng.hr', 'lihu.teacher', 'bureau.supervisor'])('does not exist for %s: not by id, list, search or timeline', async (stranger) => {
    const id = (await who['hengli.hr']!.get('/api/v1/needs')).body.items[0].id
    expect((await who[stranger]!.get(`/api/v1/needs/${id}`)).status).toBe(404)
    expect((await who[stranger]!.get(`/api/v1/needs/${id}/thread`)).status).toBe(404)
    expect((await who[stranger]!.get(`/api/v1/needs/${id}/workbench`)).status).toBe(404)
    expect(JSON.stringify((await who[stranger]!.get('/api/v1/needs?limit=200')).body)).not.toContain(id)
  })

  test('an enterprise that names no college is told so at the field', async () => {
    const answer = await who['hengli.hr']!.post('/api/v1/needs', { text: 'x' })
    expect([answer.status, answer.body.faults[0]]).toMatchObject([422, { at: '/givenTo', code: 'college-needed' }])
  })

  test('a college records for an enterprise; the day may not lie in the future', async () => {
    const given = { text: '设备保养要会做', enterpriseId: hengli }
    expect((await who['tanxi.office']!.post('/api/v1/needs', { ...given, saidOn: '2027-01-01' })).body.faults[0].code).toBe('said-in-the-future')
    expect((await who['tanxi.office']!.post('/api/v1/needs', given)).body).toMatchObject({ status: 'unread', trust: 'second-hand', source: 'typed' })
    expect((await who['tanxi.office']!.post('/api/v1/needs', { text: 'x' })).body.faults[0].at).toBe('/enterpriseId')
    expect((await who['tanxi.office']!.post('/api/v1/needs', { text: '', enterpriseId: hengli })).body.faults[0].at).toBe('/text')
    expect((await who['tanxi.office']!.post('/api/v1/needs', { text: 'y'.repeat(20_001), enterpriseId: hengli })).status).toBe(400)
  })

  test('pasted lines become needs, the same words once', async () => {
    const text = '1. 会看电气图纸\n2. 会看电气图纸\n\n• 换产线治具要熟练'
    const first = await who['tanxi.office']!.post('/api/v1/needs/many', { text, enterpriseId: hengli })
    expect([first.body.added, first.body.same]).toEqual([2, 1])
    expect((await who['tanxi.office']!.post('/api/v1/needs/many', { text, enterpriseId: hengli })).body).toMatchObject({ added: 0, same: 3 })
  })

  test('two needs that say the same are joined by a person and can be separated', async () => {
    const one = (await who['tanxi.office']!.post('/api/v1/needs', { text: '夜班没人带的时候要自己处理报警', enterpriseId: hengli })).body
    const two = (await who['tanxi.office']!.post('/api/v1/needs', { text: '夜班没人带时要能自己处理报警', enterpriseId: hengli })).body
    expect(two.alike.map((near: { id: string }) => near.id)).toContain(one.id)
    expect((await who['tanxi.lead']!.post(`/api/v1/needs/${two.id}/join`, { otherId: one.id })).body.joinedInto.id).toBe(one.id)
    const listed = (await who['tanxi.lead']!.get('/api/v1/needs?limit=200')).body.items
    expect(listed.find((row: { id: string }) => row.id === one.id).copies).toBe(1)
    expect(listed.some((row: { id: string }) => row.id === two.id)).toBe(false)
    expect((await who['tanxi.lead']!.post(`/api/v1/needs/${two.id}/separate`)).body.joinedInto).toBeNull()
  })
})

describe('the workbench', () => {
  const open = async () => {
    const id = (await who['hengli.hr']!.post('/api/v1/needs', { text: words, givenTo: [tanxi] })).body.id
    return { id, bench: (await who['tanxi.teacher']!.get(`/api/v1/needs/${id}/workbench`)).body }
  }

  test('shows the engine’s proposal with its words, and opening changes nothing', async () => {
    const { id, bench } = await open()
    expect(bench.translation.statements.flatMap((one: { outcomes: unknown[] }) => one.outcomes).length).toBeGreaterThan(0)
    expect((await who['tanxi.teacher']!.get(`/api/v1/needs/${id}`)).body.status).toBe('unread')
    await who['tanxi.teacher']!.post(`/api/v1/needs/${id}/read`)
    expect((await who['tanxi.teacher']!.get(`/api/v1/needs/${id}`)).body.status).toBe('read')
  })

  test('what may not be asked for is told, with its words, and is no outcome', async () => {
    const said = '限男性，18-35岁，会修主轴'
    const { id } = (await who['tanxi.office']!.post('/api/v1/needs', { text: said, enterpriseId: hengli })).body
    const { findings } = (await who['tanxi.lead']!.get(`/api/v1/needs/${id}/workbench`)).body
    expect(findings.map((one: { start: number; end: number; ground: string }) => [one.ground, said.slice(one.start, one.end)])).toEqual([['sex', '限男性'], ['age', '18-35岁']])
  })

  test('accepting makes an outcome with a number; nobody else sees whose words it was', async () => {
    const { id, bench } = await open()
    const draft = bench.translation.statements.flatMap((one: { outcomes: { span: object }[] }) => one.outcomes)[0]
    const after = await who['tanxi.teacher']!.post(`/api/v1/needs/${id}/outcomes`, { spans: [draft.span], draft: 0 })
    expect([after.status, after.body.need.status, after.body.decisions[0].verdict]).toEqual([200, 'translated', 'accepted'])
    const outcome = after.body.decisions[0].outcome.id
    const mine = (await who['tanxi.lead']!.get(`/api/v1/outcomes/${outcome}`)).body
    expect([mine.askedBy, mine.voices[0].text]).toEqual([1, words])
    const foreign = (await who['lihu.teacher']!.get(`/api/v1/outcomes/${outcome}`)).body
    expect([foreign.askedBy, foreign.voices, foreign.allowed]).toEqual([0, [], ['read', 'add']])
    expect(JSON.stringify(foreign)).not.toContain('hengli')
  })

  test('writing by hand takes one call, like accepting; undo takes it back whole', async () => {
    const { id } = await open()
    const outcome = { action: { zh: '更换' }, object: { zh: '产线治具' }, level: 3, evidenceForm: 'observed' }
    const after = await who['tanxi.teacher']!.post(`/api/v1/needs/${id}/outcomes`, { spans: [{ start: 0, end: 4 }], draft: null, outcome })
    expect(after.body.decisions[0].outcome.text.zh).toBe('更换产线治具')
    const undone = await who['tanxi.teacher']!.post(`/api/v1/needs/${id}/decisions/${after.body.decisions[0].id}/undo`)
    expect([undone.body.decisions, undone.body.need.status]).toEqual([[], 'read'])
    expect((await who['tanxi.teacher']!.get(`/api/v1/outcomes/${after.body.decisions[0].outcome.id}`)).body.status).toBe('withdrawn')
  })

  test('words outside the text, a draft that is none and a foreign college are refused', async () => {
    const { id } = await open()
    const send = (caller: string, body: object) => who[caller]!.post(`/api/v1/needs/${id}/outcomes`, body)
    expect((await send('tanxi.teacher', { spans: [{ start: 0, end: 999 }], draft: 0 })).body.faults[0].code).toBe('span-outside-text')
    expect((await send('tanxi.teacher', { spans: [{ start: 0, end: 2 }], draft: 99 })).body.faults[0].code).toBe('no-such-draft')
    expect((await send('lihu.teacher', { spans: [{ start: 0, end: 2 }], draft: 0 })).status).toBe(404)
    expect((await send('hengli.hr', { spans: [{ start: 0, end: 2 }], draft: 0 })).status).toBe(403)
  })

  test('the enterprise answers, and its words come back to the college', async () => {
    const { id, bench } = await open()
    const draft = bench.translation.statements.flatMap((one: { outcomes: { span: object }[] }) => one.outcomes)[0]
    const outcomeId = (await who['tanxi.teacher']!.post(`/api/v1/needs/${id}/outcomes`, { spans: [draft.span], draft: 0 })).body.decisions[0].outcome.id
    expect((await who['tanxi.teacher']!.post(`/api/v1/needs/${id}/ask`)).status).toBe(200)
    const answered = await who['hengli.hr']!.post(`/api/v1/needs/${id}/answers`, { outcomeId, answer: 'nearly', words: '十五分钟也行' })
    expect(answered.body.outcomeList[0]).toMatchObject({ answer: 'nearly', answerWords: '十五分钟也行' })
    expect((await who['bosheng.hr']!.post(`/api/v1/needs/${id}/answers`, { outcomeId, answer: 'no' })).status).toBe(404)
    expect((await who['tanxi.lead']!.get(`/api/v1/outcomes/${outcomeId}`)).body.voices[0].answerWords).toBe('十五分钟也行')
  })

  test('set aside is told with its reason, and can be taken up again', async () => {
    const { id } = await open()
    expect((await who['tanxi.lead']!.post(`/api/v1/needs/${id}/set-aside`, { reason: '本校没有这个专业' })).body.status).toBe('set-aside')
    expect((await who['hengli.hr']!.get(`/api/v1/needs/${id}`)).body.setAsideReason).toBe('本校没有这个专业')
    expect((await who['tanxi.lead']!.post(`/api/v1/needs/${id}/reopen`)).body.status).toBe('read')
  })
})

describe('a personal link', () => {
  const make = async (name: string) => {
    const { body } = await who['tanxi.office']!.post('/api/v1/contact-links', { enterpriseId: hengli, contactName: name, contactEmail: 'xu@hengli.example' })
    return { path: new URL(body.address).pathname, id: body.link.id, body }
  }
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
  const post = async (url: string, fields: Record<string, string>) => town.app.inject({ method: 'POST', url, payload: form(fields), headers: { 'content-type': 'application/x-www-form-urlencoded' } })

  test('states a need without account, once however often it is sent', async () => {
    const { path } = await make('许师傅')
    const page = await town.nobody.get(path)
    expect([page.status, page.body.includes('新来的人要会做什么')]).toEqual([200, true])
    const sent = { text: '会看二次回路图', key: 'form-1' }
    for (let n = 0; n < 2; n++) expect((await post(`${path}/needs`, sent)).body).toContain('已发送')
    const found = await who['tanxi.lead']!.get(`/api/v1/needs?q=${encodeURIComponent('二次回路')}`)
    expect(found.body.items).toHaveLength(1)
    expect(found.body.items[0]).toMatchObject({ source: 'link', status: 'unread' })
  })

  test('opening it uses nothing up; a scanner may open it a hundred times', async () => {
    const { path } = await make('何静')
    for (let n = 0; n < 5; n++) expect((await town.nobody.get(path)).status).toBe(200)
    expect((await who['tanxi.office']!.get('/api/v1/contact-links')).body.items.find((one: { contactName: string }) => one.contactName === '何静').lastUsedAt).toBeNull()
  })

  test('what people type is text on the page, never markup', async () => {
    const { path } = await make('标记')
    await post(`${path}/needs`, { text: '<script>alert(1)</script>要会焊接', key: 'x' })
    expect((await town.nobody.get(path)).body).not.toContain('<script>')
  })

  test('a revoked, an ended and an unknown link explain themselves', async () => {
    const { path, id } = await make('离职的人')
    expect((await who['tanxi.office']!.post(`/api/v1/contact-links/${id}/revoke`)).status).toBe(200)
    const revoked = await town.nobody.get(path)
    expect([revoked.status, revoked.body.includes('已被撤销')]).toEqual([410, true])
    expect((await post(`${path}/needs`, { text: 'x', key: 'y' })).statusCode).toBe(410)
    expect((await town.nobody.get('/l/no-such-token')).status).toBe(404)
  })

  test('a new link of the same person ends the old one', async () => {
    const old = await make('唐工')
    await make('唐工')
    expect((await town.nobody.get(old.path)).status).toBe(410)
  })

  test('it opens only needs that were given to that college', async () => {
    const { path } = await make('只看本校')
    const lihu = (await who['hengli.hr']!.get('/api/v1/organisations?q=lihu')).body.items[0].id
    const other = (await who['hengli.hr']!.post('/api/v1/needs', { text: '只给蠡湖的话', givenTo: [lihu] })).body.id
    expect((await town.nobody.get(`${path}/needs/${other}`)).status).toBe(404)
    expect((await town.nobody.get(path)).body).not.toContain('只给蠡湖的话')
  })
})

describe('a visit to an enterprise', () => {
  test('gives birth to needs', async () => {
    const visit = await who['tanxi.office']!.post('/api/v1/visits', { enterpriseId: hengli, onDate: '2026-11-20', ledBy: '顾建国', receivedBy: '何静', details: { postsOffered: 12 }, needs: [{ text: '机器人示教要会，最好懂点视觉' }] })
    expect([visit.status, visit.body.needs.length]).toEqual([201, 1])
    expect((await who['tanxi.lead']!.get(`/api/v1/needs/${visit.body.needs[0].id}`)).body).toMatchObject({ source: 'visit', trust: 'line-manager', saidOn: '2026-11-20' })
    expect((await who['hengli.hr']!.get(`/api/v1/visits/${visit.body.id}`)).status).toBe(404)
  })
})
