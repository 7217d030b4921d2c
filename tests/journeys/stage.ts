import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from '../browser.ts'
import { openTown, type Town } from '../town.ts'

export type Viewport = Readonly<{ width: number; height: number }>
export const phone: Viewport = { width: 390, height: 844 }
export const desk: Viewport = { width: 1280, height: 800 }

/** What a journey is made on; filled before its first test. `faults`: what pages threw or complained of. */
export type Stage = { town: Town; browser: Browser; base: string; readonly faults: string[] }

/** A town with its web, listening, and a real browser, for the tests of one file; `empty`: an installation that nobody has entered yet. */
export function openStage(of: Readonly<{ empty?: boolean; environment?: Readonly<Record<string, string>> }> = {}): Stage {
  const stage = { faults: [] } as unknown as Stage // safe: filled below before a test reads it
  beforeAll(async () => {
    stage.browser = await openBrowser()
    stage.town = await openTown({ ...of, web: path.join(import.meta.dirname, '../../apps/web/dist') })
    stage.base = await stage.town.app.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(async () => {
    await stage.browser?.close()
    await stage.town?.close()
  })
  return stage
}

export async function openPage({ browser, faults }: Stage, viewport: Viewport, locale: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport, locale })
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
  return { page, context }
}

/** Signed in beforehand: for acts in which signing in is not what is shown. */
export async function arriveSignedIn({ base }: Stage, page: Page, email: string): Promise<void> {
  const answer = await page.request.post(`${base}/api/v1/session`, { data: { email, password: 'guildhall-demo' } })
  if (!answer.ok()) throw new Error(`cannot sign in as ${email}: ${await answer.text()}`)
}

/** Every screen and language takes minutes; the suite makes some of the journeys, `GUILDHALL_JOURNEYS=all` all. */
export const some = <T>(stages: readonly T[], from: number, count = 1): readonly T[] => (process.env['GUILDHALL_JOURNEYS'] === 'all' ? stages : stages.slice(from, from + count))

/** Signs in as people do: name and password. */
export async function signIn({ base }: Stage, page: Page, email: string): Promise<void> {
  await page.goto(`${base}/sign-in`)
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill('guildhall-demo')
  await page.locator('input[type=password]').press('Enter')
  await page.getByRole('navigation').first().waitFor()
}
