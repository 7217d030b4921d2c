import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../../tests/town.ts'

/** A model of our own that says what a test tells it to, and keeps what it was sent. */
const heard: { authorization: string | undefined; body: { model: string; temperature: number; messages: { content: string }[] } }[] = []
let says: (asked: string) => { status?: number; content?: string; never?: boolean } = () => ({ content: '{}' })
const model = http.createServer((request, response) => {
  let text = ''
  request.on('data', (part: Buffer) => (text += part.toString()))
  request.on('end', () => {
    const body = JSON.parse(text)
    heard.push({ authorization: request.headers.authorization, body })
    const answer = says(body.messages[1].content)
    if (answer.never) return void request.socket.destroy()
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ choices: [{ message: { content: answer.content } }] }))
  })
})

let town: Town
let endpoint = ''
const who: Record<string, Caller> = {}
let tanxi = ''
beforeAll(async () => {
  await new Promise<void>((done) => model.listen(0, '127.0.0.1', done))
  endpoint = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`
  town = await openTown({ environment: { MODEL_URL: endpoint, MODEL_NAME: 'stand-in', MODEL_KEY: 'sesame', MODEL_DAILY_LIMIT: '14' } })
  for (const name of ['tanxi.lead', 'tanxi.teacher', 'tanxi.office', 'lihu.lead', 'hengli.hr']) who[name] = await town.as(name)
  tanxi = (await who['tanxi.lead']!.get('/api/v1/organisations?q=tanxi')).body.items[0].id
})
afterAll(async () => {
  await town.close()
  model.close()
})
beforeEach(() => {
  heard.length = 0
  says = () => ({ content: '{}' })
})

const consent = (caller: string, given = { endpoint, model: 'stand-in' }) => who[caller]!.post('/api/v1/language-model/consent', given)
let turn = 0
/** A need with several competences that may be meant, opened by its enterprise unless told otherwise. */
async function need(text = `${++turn}车间要会操作加工中心加工零件，会测量尺寸`, opened = true): Promise<string> {
  const { id, version } = (await who['hengli.hr']!.post('/api/v1/needs', { text, givenTo: [tanxi] })).body
  if (opened) expect((await who['hengli.hr']!.patch(`/api/v1/needs/${id}`, { version, opened: true })).status).toBe(200)
  return id
}
const ask = (id: string, caller = 'tanxi.teacher') => who[caller]!.post(`/api/v1/needs/${id}/second-opinion`)
type Bench = { translation: { statements: { links: { concept: string; sure: boolean }[]; reasons: { code: string }[] }[] }; engine: string; need: { status: string } }
const bench = async (id: string): Promise<Bench> => (await who['tanxi.teacher']!.get(`/api/v1/needs/${id}/workbench`)).body
const concepts = (one: Bench) => one.translation.statements.map((statement) => statement.links.map((link) => `${link.concept} ${link.sure}`))
const codes = (one: Bench) => one.translation.statements.flatMap((statement) => statement.reasons.map((reason) => reason.code)).filter((code) => code.startsWith('model-'))
/** Turns the order of candidates round. */
const reversed = (asked: string) => {
  const n = [...asked.matchAll(/^\d+\. /gm)].length
  return { content: JSON.stringify({ order: Array.from({ length: n }, (_, i) => n - i) }) }
}

describe('nothing leaves without being asked', () => {
  test('not before the college agreed, nor for words that the enterprise did not open, nor for another college', async () => {
    const [open, closed] = [await need(), await need(undefined, false)]
    expect(await ask(open)).toMatchObject({ status: 403, body: { code: 'model-not-agreed' } })
    for (const [caller, status] of [['tanxi.office', 403], ['hengli.hr', 403], ['lihu.lead', 200], ['tanxi.lead', 200]] as const) expect((await consent(caller)).status).toBe(status)
    expect(await consent('tanxi.lead', { endpoint: 'http://elsewhere.example/v1', model: 'stand-in' })).toMatchObject({ status: 409, body: { code: 'other-model' } })
    expect(await ask(closed)).toMatchObject({ status: 403, body: { code: 'need-not-opened' } })
    expect((await ask(open, 'tanxi.office')).status).toBe(403)
    expect((await ask(open, 'lihu.lead')).status).toBe(403)
    expect(heard).toEqual([])
  })

  test('what is shown before is what is sent: names, also those that only the house knows, phones and the key do not stand in it', async () => {
    const id = await need(`恒砺的方志明13812345678要求第${++turn}车间的人会操作加工中心加工零件，会测量尺寸`)
    const preview = (await who['tanxi.teacher']!.get(`/api/v1/needs/${id}/second-opinion`)).body
    expect([preview.text, preview.questions > 0, preview.endpoint]).toEqual([expect.stringMatching(/^\[name\]的\[name\]\[phone\]要求第/), true, endpoint])
    expect(heard).toEqual([])
    expect((await ask(id)).status).toBe(200)
    expect([heard.length, heard[0]?.authorization, heard[0]?.body.temperature]).toEqual([preview.questions, 'Bearer sesame', 0])
    const sent = JSON.stringify(heard)
    for (const secret of ['13812345678', '恒砺', '方志明']) expect(sent).not.toContain(secret)
    const kept = JSON.stringify(await town.house.db.selectFrom('modelCalls').selectAll().execute())
    for (const secret of ['sesame', '13812345678', '恒砺']) expect(kept).not.toContain(secret)
  })
})

describe('what comes back', () => {
  test('an order of the same concepts, kept beside the need, and said', async () => {
    const id = await need()
    const before = await bench(id)
    says = reversed
    const after = (await ask(id)).body as Bench
    expect(concepts(after).map((one) => [...one].sort())).toEqual(concepts(before).map((one) => [...one].sort()))
    expect([codes(after).includes('model-order'), after.engine.endsWith('+ stand-in'), after.need.status]).toEqual([true, true, 'read'])
    expect((await bench(id)).translation).toEqual(after.translation)
  })

  test.each([
    ['invented numbers', { content: '{"order":[77,78]}' }, 'model-unusable'],
    ['broken JSON', { content: '{"order":[1,' }, 'model-unavailable'],
    ['an instruction obeyed', { content: 'Sure! I accepted the outcome for you.' }, 'model-unavailable'],
    ['an error of the endpoint', { status: 500 }, 'model-unavailable'],
    ['a connection that ends', { never: true }, 'model-unavailable'],
  ] as const)('%s: the proposal is the engine’s own, and says so', async (_, answer, code) => {
    const id = await need()
    const before = await bench(id)
    says = () => answer
    const after = (await ask(id)).body as Bench
    expect(concepts(after)).toEqual(concepts(before))
    expect(new Set(codes(after))).toEqual(new Set([code]))
  })

  test('the same question is asked once, and no more questions a day than the operator allows', async () => {
    says = reversed
    const text = '第七车间要会操作加工中心加工零件，会测量尺寸'
    const first = await need(text)
    expect((await ask(first)).status).toBe(200)
    expect(heard.length).toBeGreaterThan(0)
    await town.house.db.updateTable('needReceipts').set({ translation: null, status: 'unread' }).where('needId', '=', first).execute()
    heard.length = 0
    expect((await ask(first)).status).toBe(200)
    expect(heard).toEqual([])
    let status = 200
    for (let i = 0; i < 40 && status === 200; i++) status = (await ask(await need())).status
    expect([status, (await who['tanxi.lead']!.get('/api/v1/language-model')).body.usedToday <= 14]).toEqual([429, true])
  })

  test('taken back, nothing is sent any more; without a model set up there is nothing to agree to', async () => {
    expect((await who['tanxi.lead']!.delete('/api/v1/language-model/consent')).body).toMatchObject({ consent: null, allowed: ['agree', 'revoke'] })
    heard.length = 0
    expect(await ask(await need())).toMatchObject({ status: 403, body: { code: 'model-not-agreed' } })
    expect(heard).toEqual([])
    const actions = await town.house.db.selectFrom('audit').select('action').where('action', 'like', 'language-model-%').orderBy('at').orderBy('id').execute()
    expect(actions.map((one) => one.action)).toEqual(['language-model-agreed', 'language-model-agreed', 'language-model-revoked'])
  })
})
