import net, { type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationPassword } from './modules/identity/index.ts'
import { type Caller, openTown, type Town } from '../../../tests/town.ts'

let town: Town
let lead: Caller
let hr: Caller
let college: string
beforeAll(async () => {
  town = await openTown()
  lead = await town.as('tanxi.lead')
  hr = await town.as('hengli.hr')
  college = (await hr.get('/api/v1/organisations?q=tanxi')).body.items[0].id
})
afterAll(() => town.close())

type Inject = { method?: 'GET' | 'POST' | 'PUT'; url: string; headers?: Record<string, string>; payload?: string }
async function ask(request: Inject) {
  const answer = await town.app.inject({ ...request, headers: { authorization: `Bearer ${hr.token}`, ...request.headers } })
  const problem = String(answer.headers['content-type']).startsWith('application/problem+json')
  return { status: answer.statusCode, problem, body: problem ? answer.json<{ code: string; title: string; requestId: string; faults?: { at: string; code: string }[] }>() : undefined }
}
const json = { 'content-type': 'application/json' }
const deep = (open: string, close: string, levels: number) => `${open.repeat(levels)}1${close.repeat(levels)}`

describe('what is no request that we take is refused as a problem', () => {
  test.each<[string, Inject, number, string]>([
    ['broken JSON', { method: 'POST', url: '/api/v1/needs', headers: json, payload: '{"text":' }, 400, 'invalid'],
    ['an empty body', { method: 'POST', url: '/api/v1/needs', headers: json, payload: '' }, 400, 'invalid'],
    ['a poisoned prototype', { method: 'POST', url: '/api/v1/needs', headers: json, payload: '{"text":"x","__proto__":{"operator":true}}' }, 400, 'invalid'],
    ['five megabytes', { method: 'POST', url: '/api/v1/needs', headers: json, payload: `{"text":"${'x'.repeat(5 << 20)}"}` }, 413, 'too-large'],
    ['lists a hundred thousand deep', { method: 'POST', url: '/api/v1/needs', headers: json, payload: `{"text":${deep('[', ']', 100_000)}}` }, 400, 'invalid'],
    ['objects a thousand deep', { method: 'POST', url: '/api/v1/needs', headers: json, payload: `{"text":"x","more":${deep('{"a":', '}', 1000)}}` }, 400, 'invalid'],
    ['XML', { method: 'POST', url: '/api/v1/needs', headers: { 'content-type': 'text/xml' }, payload: '<x/>' }, 415, 'unsupported-type'],
    ['a file where JSON belongs', { method: 'POST', url: '/api/v1/needs', headers: { 'content-type': 'multipart/form-data; boundary=x' }, payload: '--x--' }, 400, 'invalid'],
    ['no content type at all', { method: 'POST', url: '/api/v1/needs', headers: { 'content-type': '' }, payload: 'text' }, 415, 'unsupported-type'],
    ['a percent sign that begins nothing', { url: '/api/v1/needs/%E0%A4%A' }, 400, 'invalid'],
    ['a path of ten thousand characters', { url: `/api/v1/needs/${'x'.repeat(10_000)}` }, 414, 'invalid'],
    ['a query of fifty thousand characters', { url: `/api/v1/needs?q=${'x'.repeat(50_000)}` }, 400, 'invalid'],
    ['a method that this address does not know', { method: 'PUT', url: '/api/v1/needs' }, 404, 'not-found'],
    ['an address that does not exist', { url: '/api/v1/nothing' }, 404, 'not-found'],
    ['a token of nobody', { url: '/api/v1/needs', headers: { authorization: `Bearer ${'x'.repeat(5000)}` } }, 401, 'sign-in'],
    ['a key of a thousand characters', { method: 'POST', url: '/api/v1/needs', headers: { ...json, 'idempotency-key': 'k'.repeat(1000) }, payload: '{"text":"x"}' }, 400, 'invalid'],
  ])('%s', async (_what, request, status, code) => {
    const answer = await ask(request)
    expect([answer.status, answer.problem, answer.body?.code]).toEqual([status, true, code])
    expect(answer.body?.requestId).toMatch(/^[0-9a-f-]{36}$/)
  })

  test.each<[string, string, RegExp]>([['en-GB', '/api/v1/nothing', /does not exist/], ['de', '/api/v1/nothing', /gibt es nicht/], ['zh-CN', '/api/v1/nothing', /不存在/], ['de', '/api/v1/needs/%', /Eingaben|Angaben/]])('in %s at %s', async (language, url, said) => {
    const answer = await town.app.inject({ url, headers: { 'accept-language': language } })
    expect(answer.json<{ title: string }>().title).toMatch(said)
  })

  test.each<[string, string, string]>([['a NUL', 'a\0b', 'unreadable-text'], ['half a character', '\ud83d', 'unreadable-text']])('%s in a text is marked where it stands', async (_what, text, code) => {
    const answer = await hr.post('/api/v1/needs', { text, givenTo: [college] })
    expect([answer.status, answer.body.faults]).toEqual([400, [{ at: '/text', code }]])
  })

  test.each([['marks that turn the direction', '\u202E反的\u202C words'], ['rare characters', '𠮷野家 👩🏽‍🏭'], ['markup', '<img src=x onerror=alert(1)>'], ['what looks like SQL', "Robert'); drop table needs;--"]])('%s in a text are kept as they were typed', async (_what, text) => {
    const made = await hr.post('/api/v1/needs', { text, givenTo: [college] })
    expect([made.status, made.body.text]).toEqual([201, text])
  })
})

describe('on the bare connection', () => {
  const say = async (text: string): Promise<string> => {
    if (!town.app.server.listening) await town.app.listen({ port: 0, host: '127.0.0.1' })
    return new Promise((done, fail) => {
      let answer = ''
      const { port } = town.app.server.address() as AddressInfo // safe: it listens on a port
      const socket = net.connect(port, '127.0.0.1', () => socket.write(text))
      socket.setTimeout(5000, () => fail(new Error('no answer')))
      socket.on('data', (chunk) => { answer += chunk.toString('utf8') }).on('error', fail).on('close', () => done(answer))
    })
  }
  test.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['headers beyond any measure', `GET /api/v1/session HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
    ['two lengths', 'POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\nabc', 400],
    ['a length and chunks', 'POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\nabc', 400],
  ])('%s is answered with a problem', async (_what, text, status) => {
    const answer = await say(text)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toContain('application/problem+json')
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({ status, requestId: expect.any(String), code: expect.any(String) })
  })
})

describe('a cookie from a foreign page', () => {
  const cookieOf = async () => {
    const answer = await town.app.inject({ method: 'POST', url: '/api/v1/session', payload: { email: 'hr@hengli.example', password: demonstrationPassword } })
    return `gh=${answer.cookies[0]!.value}`
  }
  test.each<[string, Record<string, string>, number]>([
    ['another origin', { origin: 'https://evil.example' }, 403], ['an opaque origin', { origin: 'null' }, 403], ['the same host on another port', { origin: 'http://localhost:81' }, 403],
    ['a foreign site that names no origin', { 'sec-fetch-site': 'cross-site' }, 403], ['a neighbour of the same site', { 'sec-fetch-site': 'same-site' }, 403], ['our own page', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, 201],
  ])('%s', async (_from, headers, status) => {
    const answer = await town.app.inject({ method: 'POST', url: '/api/v1/needs', headers: { cookie: await cookieOf(), host: 'localhost:3000', ...headers }, payload: { text: 'x', givenTo: [college] } })
    expect(answer.statusCode).toBe(status)
  })
})

describe('twice', () => {
  test('the same key with another body is refused, with the same body it is done once', async () => {
    const key = { 'idempotency-key': 'a-key' }
    const first = await hr.post('/api/v1/needs', { text: 'once', givenTo: [college] }, key)
    const again = await hr.post('/api/v1/needs', { text: 'once', givenTo: [college] }, key)
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([201, first.body, 'true'])
    const other = await hr.post('/api/v1/needs', { text: 'twice', givenTo: [college] }, key)
    expect([other.status, other.body.code]).toEqual([422, 'key-reused'])
  })
  test('the same key at the same moment is one thing', async () => {
    const key = { 'idempotency-key': 'at-once' }
    const answers = await Promise.all([1, 2, 3].map(() => hr.post('/api/v1/needs', { text: 'at once', givenTo: [college] }, key)))
    expect(new Set(answers.map((one) => one.body.id)).size).toBe(1)
  })
  test('two people who edit one need: the second sees what holds now, and nothing is lost', async () => {
    const need = (await hr.post('/api/v1/needs', { text: 'edited', givenTo: [college] })).body
    const answers = await Promise.all([hr.patch(`/api/v1/needs/${need.id}`, { version: need.version, post: 'A' }), lead.patch(`/api/v1/needs/${need.id}`, { version: need.version, post: 'B' })])
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409])
    const [won, lost] = answers[0]!.status === 200 ? answers : [answers[1]!, answers[0]!]
    expect([lost!.body.code, lost!.body.current.post]).toEqual(['stale', won!.body.post])
  })
  test('two people who edit one proposal', async () => {
    const id = (await lead.get('/api/v1/change-proposals?status=draft')).body.items[0]?.id ?? (await makeProposal())
    const { version } = (await lead.get(`/api/v1/change-proposals/${id}`)).body
    expect((await lead.patch(`/api/v1/change-proposals/${id}`, { version, title: 'first' })).status).toBe(200)
    const second = await lead.patch(`/api/v1/change-proposals/${id}`, { version, title: 'second' })
    expect([second.status, second.body.code, second.body.current.title]).toEqual([409, 'stale', 'first'])
  })
})

async function makeProposal(): Promise<string> {
  const programme = (await lead.get('/api/v1/programmes?limit=50')).body.items.find((one: { state: string }) => one.state === 'in-force')
  return (await lead.post('/api/v1/change-proposals', { programmeId: programme.id, title: 'a draft', fromCohort: 2028 })).body.id
}
