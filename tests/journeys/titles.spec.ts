import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { cscoFiles, escoFiles, kldbTowerFiles } from '../../apps/server/src/modules/needs/posts/fixtures/occupation-files.ts'
import { readBridgeFiles } from '../../apps/server/src/modules/taxonomy/bridge/bridge-files.ts'
import { listAxeFindings } from '../browser.ts'
import { arriveSignedIn, desk, openPage, openStage, phone } from './stage.ts'

const stage = openStage()

/** A tie of the project's own: its codes, with names of our own invention. */
const tie = readBridgeFiles().ties.find((one) => one.fromTaxonomy === 'csco' && one.toCode.includes('/occupation/'))!
const csco = `${cscoFiles['csco2022_definitions.csv']}4,${tie.fromCode.replace('csco:', '')},6,塔楼机关师,造塔楼机关的人。,,6,\n`
const esco = `${escoFiles['occupations_en.csv']}Occupation,${tie.toCode},9999,maker of tower works,,released,Makes what moves in a tower.,9999.3\n`

async function bring(): Promise<void> {
  const lead = await stage.town.as('tanxi.lead')
  const files = { 'csco2022_definitions.csv': csco, 'occupations_en.csv': esco, 'kldb2010-v2020.csv': kldbTowerFiles['kldb2010-v2020.csv'] }
  for (const [name, text] of Object.entries(files)) expect((await lead.upload('/api/v1/taxonomies/import', { name, type: 'text/csv', bytes: Buffer.from(text) })).status).toBe(202)
  await stage.town.house.jobs.drain(stage.town.house)
  // The first question has the indexes built in the background.
  await lead.get(`/api/v1/posts/proposals?post=${encodeURIComponent('打钟师傅')}`)
  await stage.town.house.jobs.drain(stage.town.house)
}

async function write(page: Page, words: string, post: string): Promise<void> {
  await page.goto(`${stage.base}/needs/new`)
  await page.getByRole('combobox', { name: '企业', exact: true }).click()
  await page.getByRole('option', { name: /恒砺/ }).first().click()
  await page.getByLabel('企业的原话').fill(words)
  await page.getByLabel('岗位', { exact: true }).fill(post)
}

describe('titles of posts', () => {
  test('a clerk ties a post to an occupation where she cares to, and types on where she does not', { timeout: 120_000 }, async () => {
    const { page, context } = await openPage(stage, desk, 'zh-CN')
    await page.clock.setFixedTime(new Date(stage.town.clock.now()))
    await arriveSignedIn(stage, page, 'office@tanxi.example')
    await write(page, '会敲钟会擦钟', '打钟师傅')
    await page.getByText('还没有导入职业目录').waitFor()
    await bring()

    await write(page, '会敲钟会擦钟', '打钟师傅')
    const option = page.getByRole('option', { name: /钟楼敲钟工/ })
    await option.waitFor()
    expect(await listAxeFindings(page)).toEqual([])
    await page.getByLabel('岗位', { exact: true }).press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.mantine-NumberInput-root') !== null)).toBe(true)
    await page.getByRole('button', { name: '保存需求' }).click()

    const part = page.getByRole('region', { name: '中国职业分类大典' })
    await part.getByRole('button', { name: '采用 钟楼敲钟工' }).click()
    await part.getByText(/李秀兰.*系统建议（较可能）/).waitFor()
    expect(await listAxeFindings(page)).toEqual([])
    await part.getByRole('button', { name: '撤销' }).click()
    await part.getByRole('button', { name: '另找一个' }).click()
    await page.getByRole('dialog').getByLabel('职业的名称或代码').fill('引路')
    await page.getByRole('dialog').getByRole('button', { name: '采用 钟楼引路员' }).click()
    await part.getByText(/由人查找选定/).waitFor()

    await write(page, '夜里也要敲钟', '打钟师傅')
    await page.getByRole('option', { name: /钟楼引路员/ }).waitFor()
    const post = page.getByLabel('岗位', { exact: true })
    await post.press('ArrowDown')
    await post.press('Enter')
    await page.getByRole('option', { name: /已选/ }).waitFor()
    await page.getByRole('button', { name: '保存需求' }).click()
    await part.getByRole('link', { name: '钟楼引路员' }).waitFor()
    await part.getByText(/李秀兰.*系统建议/).waitFor()

    await page.goto(`${stage.base}/needs`)
    await page.getByRole('button', { name: '更多条件' }).click()
    await page.getByRole('combobox', { name: '职业', exact: true }).click()
    await page.getByRole('option', { name: /钟楼引路员.*\(2\)/ }).click()
    await page.getByText('夜里也要敲钟').first().waitFor()
    expect(await page.getByText('会敲钟会擦钟').count()).toBeGreaterThan(0)
    expect(await listAxeFindings(page)).toEqual([])
    await context.close()
    expect(stage.faults).toEqual([])
  })

  test('a programme lead reviews the bridge by keys on a wide page, and by buttons on a phone', { timeout: 120_000 }, async () => {
    await (await stage.town.as('tanxi.lead')).post('/api/v1/session/language', { language: 'en' })
    const { page, context } = await openPage(stage, desk, 'en')
    await arriveSignedIn(stage, page, 'lead@tanxi.example')
    await page.goto(`${stage.base}/taxonomies/bridge?state=possible`)
    await page.getByRole('heading', { name: 'maker of tower works' }).waitFor()
    await page.getByText('塔楼机关师').first().waitFor()
    expect(await listAxeFindings(page)).toEqual([])
    await page.keyboard.press('1')
    await page.getByText('1 reviewed').waitFor()
    await page.keyboard.press('z')
    await page.getByText('Your verdict is taken back.').waitFor()
    await page.getByText('0 reviewed').waitFor()
    await page.getByRole('heading', { name: 'maker of tower works' }).waitFor()
    await page.keyboard.press('2')
    await page.getByRole('menuitem').first().click()
    await page.getByText('1 reviewed').waitFor()
    await page.goto(`${stage.base}/taxonomies/bridge?state=reviewed`)
    await page.getByText('another kind').first().waitFor()
    await context.close()

    const small = await openPage(stage, phone, 'en')
    await arriveSignedIn(stage, small.page, 'teacher@tanxi.example')
    await (await stage.town.as('tanxi.teacher')).post('/api/v1/session/language', { language: 'en' })
    await small.page.goto(`${stage.base}/taxonomies/bridge?state=reviewed`)
    await small.page.getByLabel('Note (optional)').fill('not the same work')
    await small.page.getByRole('button', { name: 'Wrong' }).click()
    await small.page.getByText('0 reviewed').waitFor()
    expect(await listAxeFindings(small.page)).toEqual([])
    expect(await small.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await small.context.close()
    expect(stage.faults).toEqual([])
  })
})
