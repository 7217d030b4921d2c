import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAxeFindings, openBrowser } from '../browser.ts'
import { openTown, type Town } from '../town.ts'

const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 800 }

let town: Town
let browser: Browser
let base = ''
const faults: string[] = []
beforeAll(async () => {
  browser = await openBrowser()
  town = await openTown({ web: path.join(import.meta.dirname, '../../apps/web/dist') })
  base = await town.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await browser?.close()
  await town?.close()
})

async function openPage(viewport: { width: number; height: number }, locale = 'zh-CN'): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport, locale })
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
  return { page, context }
}

/** Signs in as people do: name and password. */
async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${base}/sign-in`)
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill('guildhall-demo')
  await page.locator('input[type=password]').press('Enter')
  await page.getByRole('navigation').first().waitFor()
}

/** A personal link for somebody at an enterprise, made in the office. */
async function makeLink(enterprise: string, name: string): Promise<string> {
  const { page, context } = await openPage(desk)
  await signIn(page, 'office@tanxi.example')
  await page.goto(`${base}/contact-links`)
  await page.getByRole('combobox', { name: '企业' }).fill(enterprise)
  await page.getByRole('option', { name: new RegExp(enterprise) }).click()
  await page.getByRole('textbox', { name: '姓名' }).fill(name)
  await page.getByRole('button', { name: '生成专属链接' }).click()
  const address = await page.getByRole('link', { name: '按对方视角打开' }).getAttribute('href')
  await context.close()
  return base + new URL(address!).pathname
}

/** A need said on a phone by link, read and accepted by the programme lead; answers the number of the outcome and the page of the need. */
async function sayAndAccept(link: string, words: string): Promise<{ phonePage: Page; phoneContext: BrowserContext; outcome: string; needId: string }> {
  const { page, context } = await openPage(phone)
  await page.goto(link)
  await page.getByRole('textbox', { name: '新来的人要会做什么？' }).fill(words)
  await page.getByRole('button', { name: '发送给学校' }).click()
  await page.getByRole('status').getByText('已发送').waitFor()
  expect(await listAxeFindings(page)).toEqual([])

  const lead = await openPage(desk)
  await signIn(lead.page, 'lead@tanxi.example')
  await lead.page.getByRole('link', { name: new RegExp(words.slice(0, 6)) }).first().click()
  await lead.page.getByRole('heading', { name: '翻译工作台' }).waitFor()
  const needId = /needs\/([0-9a-f-]+)\//.exec(lead.page.url())![1]!
  expect(await listAxeFindings(lead.page)).toEqual([])
  // The proposal is edited by keyboard: e opens the form, Enter in it accepts.
  await lead.page.getByRole('button', { name: '采纳' }).first().waitFor()
  await lead.page.keyboard.press('e')
  const standard = lead.page.getByRole('textbox', { name: '标准' })
  await standard.fill('十分钟内恢复运行')
  await lead.page.getByRole('button', { name: '按修改后采纳' }).click()
  await lead.page.getByText('已采纳为').waitFor()
  const outcome = (await lead.page.getByRole('status').getByText('已采纳为').innerText()).match(/LO-\d{4}-\d{4}/)![0]
  await lead.page.getByRole('button', { name: '询问企业是否准确' }).click()
  await lead.context.close()
  return { phonePage: page, phoneContext: context, outcome, needId }
}

/** From the gap of the programme to a proposal on its way. */
async function proposeFromGap(outcome: string): Promise<string> {
  const { page, context } = await openPage(desk)
  await signIn(page, 'lead@tanxi.example')
  await page.goto(`${base}/majors`)
  await page.getByRole('link', { name: '机电一体化技术', exact: true }).click()
  await page.getByRole('link', { name: '需求与课程对照' }).click()
  await page.getByRole('row', { name: new RegExp(outcome) }).getByRole('button', { name: '提出新增单元' }).click()
  await page.getByRole('heading', { name: '提出调整' }).waitFor()
  const title = page.getByRole('textbox', { name: '标题' })
  expect(await title.inputValue()).toContain('新增教学内容')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByText('总学时由').waitFor()
  expect(await listAxeFindings(page)).toEqual([])
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click()
  await page.getByText('征求意见 · 当前').waitFor()
  const url = page.url()
  await context.close()
  return url
}

/** One act of a person on the page of a proposal: the button, the fields of its dialog, the confirmation. */
async function actOn(url: string, who: string, button: string, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = async () => {}): Promise<void> {
  const { page, context } = await openPage(desk)
  await signIn(page, who)
  await page.goto(url)
  await page.getByRole('button', { name: button, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await page.getByText('已完成，当前状态').waitFor()
  await context.close()
}

async function hearAndVote(url: string): Promise<void> {
  await actOn(url, 'hr@bosheng.example', '发表意见', (dialog) => dialog.getByRole('textbox', { name: '意见' }).fill('我们也需要'))
  await actOn(url, 'lead@tanxi.example', '结束征求意见')
  for (const who of ['lead', 'teacher', 'teacher2']) await actOn(url, `${who}@tanxi.example`, '投票')
  await actOn(url, 'dean@tanxi.example', '计票')
}

describe('from an enterprise’s words to a decision, and back', () => {
  test('a need by link on a phone becomes a change that is adopted, and the enterprise reads it', async () => {
    const link = await makeLink('恒砺', '老周')
    const { phonePage, phoneContext, outcome, needId } = await sayAndAccept(link, '没有班长的情况下要会查停线原因，五分钟内恢复。')
    await phonePage.goto(`${link}/needs/${needId}`)
    await phonePage.getByRole('button', { name: '是的' }).click()
    await phonePage.getByRole('status').getByText('谢谢').waitFor()
    await setMajor(needId)
    const proposal = await proposeFromGap(outcome)
    await hearAndVote(proposal)
    await actOn(proposal, 'dean@tanxi.example', '批准', (dialog) => dialog.getByRole('textbox', { name: '理由' }).fill('设备具备，同意'))
    await phonePage.goto(`${link}/needs/${needId}`)
    await phonePage.getByText('已采纳').first().waitFor()
    expect(await phonePage.getByText('设备具备，同意').count()).toBeGreaterThan(0)
    expect(await listAxeFindings(phonePage)).toEqual([])
    await phoneContext.close()

    const hr = await openPage(desk)
    await signIn(hr.page, 'hr@hengli.example')
    await hr.page.getByRole('link', { name: /因为您的需求/ }).first().click()
    await hr.page.getByRole('heading', { name: /的全过程/ }).waitFor()
    expect(await listAxeFindings(hr.page)).toEqual([])
    await hr.context.close()
    expect(faults).toEqual([])
  })

  test('a refusal is told as plainly, with its reason', async () => {
    const link = await makeLink('恒砺', '小吴')
    const { phonePage, phoneContext, outcome, needId } = await sayAndAccept(link, '换型的时候要会重新调夹具，偏差不超过0.1毫米。')
    await setMajor(needId)
    const proposal = await proposeFromGap(outcome)
    await hearAndVote(proposal)
    await actOn(proposal, 'dean@tanxi.example', '不采纳', (dialog) => dialog.getByRole('textbox', { name: '理由' }).fill('实训设备不足，明年再议'))
    await phonePage.goto(`${link}/needs/${needId}`)
    await phonePage.getByText('未采纳').first().waitFor()
    expect(await phonePage.getByText('实训设备不足，明年再议').count()).toBeGreaterThan(0)
    await phoneContext.close()
    expect(faults).toEqual([])
  })
})

/** The major that a need belongs to; chosen by the lead in the office. */
async function setMajor(needId: string): Promise<void> {
  const lead = await town.as('tanxi.lead')
  const major = (await lead.get('/api/v1/majors?q=%E6%9C%BA%E7%94%B5')).body.items[0].id
  const { version } = (await lead.get(`/api/v1/needs/${needId}`)).body
  expect((await lead.patch(`/api/v1/needs/${needId}`, { version, majorId: major })).status).toBe(200)
}
