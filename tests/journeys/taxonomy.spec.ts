import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeZip } from '../../apps/server/src/platform/exchange-io/fixtures/make-zip.ts'
import { kldbFiles } from '../../apps/server/src/modules/taxonomy/readers/fixtures/kldb.ts'
import { listAxeFindings } from '../browser.ts'
import { arriveSignedIn, desk, openPage, openStage, phone } from './stage.ts'

const stage = openStage()
const archive = { name: 'kldb2010.zip', mimeType: 'application/zip', buffer: makeZip(Object.entries(kldbFiles).map(([name, content]) => ({ name, content }))) }

const inFocus = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

test('a catalogue is imported, found by a word of a description, walked by keyboard and read in three languages', { timeout: 120_000 }, async () => {
  const { page, context } = await openPage(stage, desk, 'zh-CN')
  await arriveSignedIn(stage, page, 'lead@tanxi.example')
  await page.goto(`${stage.base}/taxonomies`)
  await page.locator('input[type=file]').setInputFiles(archive)
  await page.getByText('您可以离开本页').waitFor()
  await stage.town.house.jobs.drain(stage.town.house)
  await page.getByText('新增 10，变更 0，无变化 0').waitFor()
  await page.getByText('未采用的行：9').click()
  await page.getByText('不是该分类的代码').first().waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载全部未采用的行（CSV）' }).click()
  expect((await saved).suggestedFilename()).toBe('rejects.csv')
  expect(await listAxeFindings(page)).toEqual([])

  await page.goto(`${stage.base}/concepts`)
  await page.getByRole('treeitem', { name: /德国职业分类/ }).waitFor()
  // The word stands in the remarks of one class alone.
  await page.keyboard.press('/')
  await page.keyboard.type('schwengelauf')
  await page.getByText('找到 1 条').waitFor()
  expect(await page.locator('mark').allTextContents()).toEqual(['Schwengelauf'])
  expect(await listAxeFindings(page)).toEqual([])
  await press(page, 'ArrowDown', 'Enter')
  await page.getByRole('heading', { name: 'Glockenläuter/innen' }).first().waitFor()
  await page.getByText('尚无此语言的名称：中文 · 英文').waitFor()
  await page.getByText('Seile spleißen').waitFor()

  await page.getByRole('button', { name: '在树中显示' }).click()
  await page.getByRole('treeitem', { name: /01102/, selected: true }).waitFor()
  expect(await listAxeFindings(page)).toEqual([])
  await page.getByRole('treeitem', { name: /01102/ }).focus()
  await press(page, 'ArrowLeft')
  expect(await inFocus(page)).toContain('0110 Läuteberufe')
  await press(page, 'ArrowLeft')
  expect(await page.getByRole('treeitem', { name: /01102/ }).count()).toBe(0)
  await press(page, 'ArrowLeft')
  expect(await inFocus(page)).toContain('011 Läuten')
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight')
  expect(await inFocus(page)).toContain('01102')
  await page.keyboard.type('gu')
  expect(await inFocus(page)).toContain('1 Guss')
  await press(page, 'ArrowRight')
  await page.getByRole('treeitem', { name: /Metallguss/ }).waitFor()
  await press(page, 'ArrowDown', 'Enter')
  await page.getByRole('heading', { name: 'Metallguss' }).first().waitFor()
  const branch = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出分支（CSV）' }).click()
  expect((await branch).suggestedFilename()).toBe('11.csv')

  // A link opens the branch in which the concept stands; the width of the list is kept.
  const line = page.getByRole('separator', { name: '列表宽度' })
  await line.focus()
  await press(page, 'ArrowRight', 'ArrowRight')
  const width = await line.getAttribute('aria-valuenow')
  await page.reload()
  await page.getByRole('treeitem', { name: /Metallguss/, selected: true }).waitFor()
  expect(await line.getAttribute('aria-valuenow')).toBe(width)

  await page.getByRole('searchbox').fill('与同事沟通工作')
  await page.getByRole('link', { name: /与同事沟通工作/ }).click()
  const article = page.getByRole('article')
  await article.getByText('communicate with colleagues').waitFor()
  expect(await article.getByRole('heading', { level: 3 }).allTextContents()).toEqual(expect.arrayContaining(['中文', '英文', '德文']))
  expect(await listAxeFindings(page)).toEqual([])
  await context.close()
  expect(stage.faults).toEqual([])
})

test('on a phone the list and the concept each have the page, and the way back leads to where one was', { timeout: 60_000 }, async () => {
  const { page, context } = await openPage(stage, phone, 'en')
  await arriveSignedIn(stage, page, 'teacher@tanxi.example')
  await page.request.post(`${stage.base}/api/v1/session/language`, { data: { language: 'en' } })
  await page.goto(`${stage.base}/concepts?q=machine`)
  const results = page.getByRole('region', { name: 'Found' })
  await results.getByRole('link').nth(20).scrollIntoViewIfNeeded()
  const [before, name] = [await page.evaluate(() => window.scrollY), await results.getByRole('link').nth(20).locator('span').first().textContent()]
  expect(before).toBeGreaterThan(300)
  await results.getByRole('link').nth(20).click()
  await page.getByRole('article').getByRole('heading', { level: 2, name: name ?? '' }).first().waitFor()
  expect(await results.isVisible()).toBe(false)
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(await listAxeFindings(page)).toEqual([])
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await results.waitFor()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(before)
  await page.goto(`${stage.base}/concepts/00000000-0000-4000-8000-000000000000`)
  await page.getByRole('alert').waitFor()
  expect(await listAxeFindings(page)).toEqual([])
  await context.close()
})
