import type { AddressInfo } from 'node:net'
import net from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../../../../../../tests/town.ts'
import { buildApp } from '../../../app.ts'
import { type LoopbackProvider, openLoopbackProvider } from './fixtures/loopback-provider.ts'
import { toOwnPage } from './single-sign-on.service.ts'

let town: Town
let provider: LoopbackProvider
let app: FastifyInstance
let here: string
const begins = '/api/v1/session/single-sign-on'

beforeAll(async () => {
  town = await openTown()
  const port = await findFreePort()
  here = `http://127.0.0.1:${port}`
  provider = await openLoopbackProvider(`${here}${begins}/callback`)
  app = await openApp(provider)
  await app.listen({ port, host: '127.0.0.1' })
})
afterAll(async () => {
  await app.close()
  await provider.close()
  await town.close()
})

const openApp = ({ issuer, clientId, clientSecret }: Pick<LoopbackProvider, 'issuer' | 'clientId' | 'clientSecret'>) =>
  buildApp({ ...town.house, config: { ...town.house.config, publicUrl: here, singleSignOn: { issuer, clientId, clientSecret } } })

const findFreePort = () =>
  new Promise<number>((found) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo // safe: it listens on a port
      server.close(() => found(port))
    })
  })

/** A browser: cookies a host and port, redirects one by one. Stops before an address that holds `before`. */
function openBrowser(language = 'en') {
  const jar = new Map<string, Map<string, string>>()
  const go = async (address: string, before = '\0'): Promise<{ status: number; address: string; text: string; location: string }> => {
    for (let at = address, steps = 0; ; steps++) {
      const { host } = new URL(at)
      const cookies = jar.get(host) ?? new Map<string, string>()
      jar.set(host, cookies)
      const answer = await fetch(at, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'accept-language': language } })
      for (const line of answer.headers.getSetCookie()) {
        const [name, value] = line.split(';')[0]!.split(/=(.*)/s)
        if (value && !/max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.set(name!, value)
        else cookies.delete(name!)
      }
      const location = answer.headers.get('location')
      if (!location || steps > 15) return { status: answer.status, address: at, text: await answer.text(), location: '' }
      const next = new URL(location, at).href
      if (next.includes(before)) return { status: answer.status, address: at, text: '', location: next }
      at = next
    }
  }
  return { go, who: async () => (JSON.parse((await go(`${here}/api/v1/session`)).text) as { session: { email: string } | null }).session?.email }
}

const audited = () => town.house.db.selectFrom('audit').select(['detail']).where('action', '=', 'tied-to-single-sign-on').execute()

describe('single sign-on', () => {
  test('a person of the provider is tied to the account with the same vouched address, once, and comes to the page that was wanted', async () => {
    provider.become({ sub: 'lead-1', email: 'Lead@Tanxi.example', email_verified: true })
    const browser = openBrowser()
    const end = await browser.go(`${here}${begins}?returnTo=${encodeURIComponent('/needs?status=unread')}`)
    expect(end.address).toBe(`${here}/needs?status=unread`)
    expect(await browser.who()).toBe('lead@tanxi.example')
    expect(await audited()).toEqual([{ detail: { issuer: provider.issuer, subject: 'lead-1' } }])
  })

  test('afterwards the provider’s own name for the person counts, whatever the address', async () => {
    provider.become({ sub: 'lead-1', email: 'married@tanxi.example', email_verified: false })
    const browser = openBrowser()
    await browser.go(`${here}${begins}`)
    expect(await browser.who()).toBe('lead@tanxi.example')
    expect(await audited()).toHaveLength(1)
  })

  test.each([
    ['an unknown person', { sub: 'x-1', email: 'stranger@elsewhere.example', email_verified: true }, 403, 'no account for this address'],
    ['an address that nobody vouches for', { sub: 'x-2', email: 'office@tanxi.example', email_verified: false }, 403, 'has not confirmed'],
    ['a person without an address', { sub: 'x-3' }, 403, 'did not tell us'],
    ['an account that is tied to somebody else', { sub: 'x-4', email: 'lead@tanxi.example', email_verified: true }, 403, 'tied to another person'],
    ['a person who says no at the provider', undefined, 400, 'cancelled or refused'],
  ])('%s is told whom to ask, and is not signed in', async (_who, somebody, status, said) => {
    provider.become(somebody)
    const browser = openBrowser()
    const end = await browser.go(`${here}${begins}`)
    expect([end.status, end.text]).toEqual([status, expect.stringContaining(said)])
    expect(await browser.who()).toBeUndefined()
  })

  test.each([['zh-CN', '请您单位的管理员'], ['en', 'Ask the administrator of your organisation'], ['de', 'Bitten Sie die Verwaltung Ihrer Organisation']])('the page speaks %s', async (language, said) => {
    provider.become({ sub: 'x-1', email: '"><script>@elsewhere.example', email_verified: true })
    const { text } = await openBrowser(language).go(`${here}${begins}`)
    expect(text).toContain(said)
    expect(text).not.toContain('<script')
  })

  test('accounts are never made', async () => {
    const stranger = await town.house.db.selectFrom('accounts').select('id').where('email', 'like', '%elsewhere%').execute()
    expect(stranger).toEqual([])
  })

  test('a closed account stays closed', async () => {
    await town.house.db.updateTable('accounts').set({ disabledAt: town.clock.now() }).where('email', '=', 'teacher@tanxi.example').execute()
    provider.become({ sub: 'teacher-1', email: 'teacher@tanxi.example', email_verified: true })
    expect((await openBrowser().go(`${here}${begins}`)).text).toContain('is closed')
  })

  const ended = 'took too long, was begun in another browser, or was used already'
  const beginAs = async (sub: string, email: string) => {
    provider.become({ sub, email, email_verified: true })
    const browser = openBrowser()
    const { location } = await browser.go(`${here}${begins}`, '/callback')
    return { browser, location }
  }

  test('the address of the return works in no other browser, and not a second time', async () => {
    const { browser, location } = await beginAs('office-1', 'office@tanxi.example')
    expect((await openBrowser().go(location)).text).toContain(ended)
    await browser.go(location)
    expect(await browser.who()).toBe('office@tanxi.example')
    expect((await browser.go(location)).text).toContain('已经用过') // whoever is signed in is spoken to in the own language
  })
  test('a changed state is refused', async () => {
    const { browser, location } = await beginAs('office-1', 'office@tanxi.example')
    expect((await browser.go(location.replace(/state=./, 'state=!'))).text).toContain(ended)
    expect(await browser.who()).toBeUndefined()
  })
  test('a token that was made for another beginning is refused', async () => {
    const { browser, location } = await beginAs('office-1', 'office@tanxi.example')
    await town.house.db.updateTable('singleSignOnStates').set({ nonce: 'another' }).execute()
    expect((await browser.go(location)).status).toBe(400)
    expect(await browser.who()).toBeUndefined()
  })
  test('a code that was begun with another verifier is refused', async () => {
    const { browser, location } = await beginAs('office-1', 'office@tanxi.example')
    await town.house.db.updateTable('singleSignOnStates').set({ verifier: 'v'.repeat(43) }).execute()
    expect((await browser.go(location)).status).toBe(400)
  })
  test('after ten minutes one begins again', async () => {
    const { browser, location } = await beginAs('office-1', 'office@tanxi.example')
    town.clock.set('2026-11-24T02:10:01Z')
    expect((await browser.go(location)).text).toContain(ended)
    town.clock.set('2026-11-24T02:00:00Z')
  })

  test('while the provider is down people are told so, and the next one is asked anew', async () => {
    const port = await findFreePort()
    const down = await openApp({ ...provider, issuer: `http://127.0.0.1:${port}` })
    const answer = await down.inject({ url: begins, headers: { 'accept-language': 'en' } })
    expect([answer.statusCode, answer.body]).toEqual([503, expect.stringContaining('does not answer')])
    await down.close()
  })
  test('a provider that goes away in the middle is said to be unreachable', async () => {
    const second = await openLoopbackProvider(`${here}${begins}/callback`)
    const other = await openApp(second)
    const begun = await other.inject({ url: begins })
    const state = new URL(begun.headers.location!).searchParams.get('state')
    await second.close()
    const cookie = `gh-sso=${begun.cookies.find((one) => one.name === 'gh-sso')!.value}`
    const answer = await other.inject({ url: `${begins}/callback?code=x&state=${state}&iss=${encodeURIComponent(second.issuer)}`, headers: { cookie, 'accept-language': 'en' } })
    expect([answer.statusCode, answer.body]).toEqual([503, expect.stringContaining('does not answer')])
    await other.close()
  })
  test('an installation without a provider has no such address', async () => {
    expect((await town.nobody.get(begins)).status).toBe(404)
    expect((await town.nobody.get(`${begins}/callback?state=x&code=y`)).body.code).toBe('not-found')
  })
})

describe('the page to come back to', () => {
  test.each([
    ['/needs?a=1#b', '/needs?a=1#b'], [undefined, '/'], ['https://evil.example/', '/'], ['//evil.example', '/'], ['/\\evil.example', '/'], ['/\t/evil.example', '/'], ['/a/../..//evil.example', '/'], ['javascript:alert(1)', '/'], ['/api/v1/session/single-sign-on', '/'], [`/${'x'.repeat(600)}`, '/'],
  ])('%s leads to %s', (wished, page) => expect(toOwnPage(wished, 'http://localhost:3000')).toBe(page))
})
