import { expect, test } from 'vitest'
import { item, makeDocx, paragraph } from '../../apps/server/src/platform/documents/fixtures/make-docx.ts'
import { listAxeFindings } from '../browser.ts'
import { arriveSignedIn, desk, openPage, openStage, phone, some, type Viewport } from './stage.ts'

const stage = openStage()

const advert = makeDocx(`${paragraph('岗位职责')}${item('操作数控铣床')}${item('会用万用表查控制回路')}`)
const words = '岗位职责\n• 操作数控铣床\n• 会用万用表查控制回路'
const docx = { name: '招聘.docx', mimeType: 'application/octet-stream', buffer: advert }

test.each<[string, string, Viewport]>(some<[string, string, Viewport]>([
  ['zh-CN', '/translate', desk],
  ['de', '/translate', phone],
  ['en', '/needs/new', desk],
  ['zh-CN', '/needs/new', phone],
], 1, 2))('in %s on %s a file fills the text, a broken one says what to do, and what stood there comes back', async (locale, path, viewport) => {
  await (await stage.town.as('tanxi.teacher')).post('/api/v1/session/language', { language: locale })
  const { page, context } = await openPage(stage, viewport, locale)
  await arriveSignedIn(stage, page, 'teacher@tanxi.example')
  await page.goto(`${stage.base}${path}`)
  const text = page.locator('textarea').first()
  await text.fill('原来的话')
  const field = page.locator('form input[type=file]')
  await field.setInputFiles({ ...docx, name: 'broken.docx', buffer: advert.subarray(0, 200) })
  await page.locator('[role=alert] p').first().waitFor()
  expect(await text.inputValue()).toBe('原来的话')
  expect(await listAxeFindings(page)).toEqual([])
  await field.setInputFiles(docx)
  const back = page.locator('form [role=status] + button')
  await back.waitFor()
  expect(await text.inputValue()).toBe(words)
  expect(await listAxeFindings(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await back.click()
  expect(await text.inputValue()).toBe('原来的话')
  await context.close()
  expect(stage.faults.filter((one) => !one.includes('422'))).toEqual([])
})
