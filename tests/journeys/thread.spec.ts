import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { bookDe } from '../../words/src/book.de.ts'
import { bookEn } from '../../words/src/book.en.ts'
import { bookZhCN } from '../../words/src/book.zh-CN.ts'
import { listAxeFindings } from '../browser.ts'
import { arriveSignedIn, desk, openPage, openStage, phone, signIn, some, type Viewport } from './stage.ts'

const house = openStage()
const books = { 'zh-CN': bookZhCN, en: bookEn, de: bookDe } as const

/** In which language a journey is made, and what each side holds in its hands. */
type Cast = Readonly<{ language: keyof typeof books; office: Viewport; firm: Viewport; enterprise: string; need: string; standard: string; opinion: string; reason: string }>

/** A sentence of the interface, as far as it holds no names and figures: its longest piece. */
const words = ({ language }: Pick<Cast, 'language'>, key: keyof typeof bookEn): string => books[language][key].split(/\{[^}]*\}/).sort((one, two) => two.length - one.length)[0]!.trim()
const exactly = (name: string) => ({ name, exact: true }) as const

/** A personal link for somebody at an enterprise, made in the office. */
async function makeLink(stage: Cast, name: string): Promise<string> {
  const { page, context } = await openPage(house, stage.office, stage.language)
  await signIn(house, page, 'office@tanxi.example')
  await page.goto(`${house.base}/contact-links`)
  await page.getByRole('combobox', { name: words(stage, 'needs.enterprise') }).fill(stage.enterprise)
  await page.getByRole('option', { name: new RegExp(stage.enterprise) }).click()
  await page.getByRole('textbox', { name: words(stage, 'needs.link-name') }).fill(name)
  await page.getByRole('button', { name: words(stage, 'needs.link-make') }).click()
  const address = await page.getByRole('link', { name: words(stage, 'needs.link-open') }).getAttribute('href')
  await context.close()
  return house.base + new URL(address!).pathname
}

/** A need said by link, read and accepted by the programme lead; answers the number of the outcome and the page of the need. */
async function sayAndAccept(stage: Cast, link: string): Promise<{ firmPage: Page; firmContext: BrowserContext; outcome: string; needId: string }> {
  const { page, context } = await openPage(house, stage.firm, stage.language)
  await page.goto(link)
  await page.getByRole('textbox', { name: words(stage, 'needs.contact-new') }).fill(stage.need)
  await page.getByRole('button', { name: words(stage, 'needs.contact-send') }).click()
  await page.getByRole('status').getByText(words(stage, 'needs.contact-sent')).waitFor()
  expect(await listAxeFindings(page)).toEqual([])

  const lead = await openPage(house, stage.office, stage.language)
  await signIn(house, lead.page, 'lead@tanxi.example')
  await lead.page.getByRole('link', { name: new RegExp(stage.need.slice(0, 6)) }).first().click()
  await lead.page.getByRole('heading', { name: words(stage, 'needs.workbench') }).waitFor()
  const needId = /needs\/([0-9a-f-]+)\//.exec(lead.page.url())![1]!
  expect(await listAxeFindings(lead.page)).toEqual([])
  // The proposal is edited by keyboard: e opens the form, Enter in it accepts.
  await lead.page.getByRole('button', exactly(words(stage, 'needs.accept'))).first().waitFor()
  await lead.page.keyboard.press('e')
  await lead.page.getByRole('textbox', { name: words(stage, 'needs.slot.standard') }).fill(stage.standard)
  await lead.page.getByRole('button', { name: words(stage, 'needs.save-edited') }).click()
  const accepted = lead.page.getByRole('status').getByText(words(stage, 'needs.accepted-now'))
  await accepted.waitFor()
  const outcome = (await accepted.innerText()).match(/LO-\d{4}-\d{4}/)![0]
  await lead.page.getByRole('button', { name: words(stage, 'needs.ask') }).click()
  await lead.context.close()
  return { firmPage: page, firmContext: context, outcome, needId }
}

/** From the gap of the programme to a proposal on its way. */
async function proposeFromGap(stage: Cast, outcome: string): Promise<string> {
  const { page, context } = await openPage(house, stage.office, stage.language)
  await arriveSignedIn(house, page, 'lead@tanxi.example')
  await page.goto(`${house.base}/majors`)
  await page.getByRole('link', exactly(await majorName(stage))).click()
  await page.getByRole('link', { name: words(stage, 'programmes.open-gap') }).click()
  await page.getByRole('row', { name: new RegExp(outcome) }).getByRole('button', { name: words(stage, 'programmes.propose-unit') }).click()
  await page.getByRole('heading', { name: words(stage, 'programmes.propose') }).waitFor()
  const title = page.getByRole('textbox', { name: words(stage, 'programmes.title') })
  expect(await title.inputValue()).toContain(words(stage, 'programmes.usual-title'))
  await page.getByRole('button', { name: words(stage, 'programmes.save-draft') }).click()
  await page.getByText(words(stage, 'warning.hours-total-changes')).waitFor()
  expect(await listAxeFindings(page)).toEqual([])
  const submit = exactly(words(stage, 'programmes.act.submit'))
  await page.getByRole('button', submit).click()
  await page.getByRole('dialog').getByRole('button', submit).click()
  await page.getByText(`· ${words(stage, 'programmes.here-now')}`).first().waitFor()
  const url = page.url()
  await context.close()
  return url
}

/** One act of a person on the page of a proposal: the button, the fields of its dialog, the confirmation. */
async function actOn(stage: Cast, url: string, who: string, act: keyof typeof bookEn, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = async () => {}): Promise<void> {
  const { page, context } = await openPage(house, who.endsWith('@tanxi.example') ? stage.office : stage.firm, stage.language)
  await arriveSignedIn(house, page, who)
  await page.goto(url)
  const button = exactly(words(stage, act))
  await page.getByRole('button', button).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', button).click()
  await page.getByText(words(stage, 'programmes.done-now')).waitFor()
  await context.close()
}

async function hearAndVote(stage: Cast, url: string): Promise<void> {
  await actOn(stage, url, 'hr@bosheng.example', 'programmes.act.opine', (dialog) => dialog.getByRole('textbox', { name: words(stage, 'programmes.opinion') }).fill(stage.opinion))
  await actOn(stage, url, 'lead@tanxi.example', 'programmes.act.close-opinions')
  for (const who of ['lead', 'teacher', 'teacher2']) await actOn(stage, url, `${who}@tanxi.example`, 'programmes.act.vote')
  await actOn(stage, url, 'dean@tanxi.example', 'programmes.act.close-vote')
}

const decide = (stage: Cast, url: string, act: 'programmes.act.approve' | 'programmes.act.refuse') =>
  actOn(stage, url, 'dean@tanxi.example', act, (dialog) => dialog.getByRole('textbox', { name: words(stage, 'needs.reason') }).fill(stage.reason))

/** Everybody who appears reads the interface in the language of the journey. It begins an hour after the one before: nobody may sign in as often within one hour. */
async function speak({ language }: Cast): Promise<void> {
  house.town.clock.set(new Date(Date.parse(house.town.clock.now()) + 3_600_000).toISOString())
  for (const who of ['tanxi.office', 'tanxi.lead', 'tanxi.teacher', 'tanxi.teacher2', 'tanxi.dean', 'bosheng.hr', 'hengli.hr']) await (await house.town.as(who)).post('/api/v1/session/language', { language })
}

describe('from an enterprise’s words to a decision, and back', () => {
  test.each<Cast>(some([
    { language: 'zh-CN', office: desk, firm: phone, enterprise: '恒砺', need: '没有班长的情况下要会查停线原因，五分钟内恢复。', standard: '十分钟内恢复运行', opinion: '我们也需要', reason: '设备具备，同意' },
    { language: 'en', office: phone, firm: desk, enterprise: 'Hengli', need: '换刀以后要会重新对刀，偏差不超过0.05毫米。', standard: '偏差不超过0.05毫米', opinion: 'We need it as well', reason: 'The machines are there' },
  ], 0))('a need by link becomes a change that is adopted, and the enterprise reads it ($language)', async (stage) => {
    await speak(stage)
    const link = await makeLink(stage, '老周')
    const { firmPage, firmContext, outcome, needId } = await sayAndAccept(stage, link)
    await firmPage.goto(`${link}/needs/${needId}`)
    await firmPage.getByRole('button', exactly(words(stage, 'needs.contact-yes'))).click()
    await firmPage.getByRole('status').getByText(words(stage, 'needs.contact-answered')).waitFor()
    await setMajor(needId)
    const proposal = await proposeFromGap(stage, outcome)
    await hearAndVote(stage, proposal)
    await decide(stage, proposal, 'programmes.act.approve')
    await firmPage.goto(`${link}/needs/${needId}`)
    await firmPage.getByText(words(stage, 'needs.step-adopted')).first().waitFor()
    expect(await firmPage.getByText(stage.reason).count()).toBeGreaterThan(0)
    expect(await listAxeFindings(firmPage)).toEqual([])
    await firmContext.close()

    const hr = await openPage(house, stage.firm, stage.language)
    await signIn(house, hr.page, 'hr@hengli.example')
    await hr.page.getByRole('link', { name: new RegExp(words(stage, 'inbox.change-adopted').replace(/^[:：]\s*/, '')) }).first().click()
    await hr.page.getByRole('heading', { name: words(stage, 'needs.thread-of') }).waitFor()
    expect(await listAxeFindings(hr.page)).toEqual([])
    await hr.context.close()
    expect(house.faults).toEqual([])
  })

  test.each<Cast>(some([
    { language: 'zh-CN', office: phone, firm: desk, enterprise: '恒砺', need: '换型的时候要会重新调夹具，偏差不超过0.1毫米。', standard: '偏差不超过0.1毫米', opinion: '不急', reason: '实训设备不足，明年再议' },
    { language: 'en', office: desk, firm: phone, enterprise: 'Hengli', need: '气缸动作慢，要会检查密封圈，半小时内恢复。', standard: '半小时内恢复', opinion: 'Not urgent', reason: 'No equipment this year' },
  ], 1))('a refusal is told as plainly, with its reason ($language)', async (stage) => {
    await speak(stage)
    const link = await makeLink(stage, '小吴')
    const { firmPage, firmContext, outcome, needId } = await sayAndAccept(stage, link)
    await setMajor(needId)
    const proposal = await proposeFromGap(stage, outcome)
    await hearAndVote(stage, proposal)
    await decide(stage, proposal, 'programmes.act.refuse')
    await firmPage.goto(`${link}/needs/${needId}`)
    await firmPage.getByText(words(stage, 'needs.step-refused')).first().waitFor()
    expect(await firmPage.getByText(stage.reason).count()).toBeGreaterThan(0)
    await firmContext.close()
    expect(house.faults).toEqual([])
  })
})

async function majorName({ language }: Cast): Promise<string> {
  const { name } = (await (await house.town.as('tanxi.lead')).get('/api/v1/majors?q=%E6%9C%BA%E7%94%B5')).body.items[0]
  return name[language === 'zh-CN' ? 'zh' : language]
}

/** The major that a need belongs to; chosen by the lead in the office. */
async function setMajor(needId: string): Promise<void> {
  const lead = await house.town.as('tanxi.lead')
  const major = (await lead.get('/api/v1/majors?q=%E6%9C%BA%E7%94%B5')).body.items[0].id
  const { version } = (await lead.get(`/api/v1/needs/${needId}`)).body
  expect((await lead.patch(`/api/v1/needs/${needId}`, { version, majorId: major })).status).toBe(200)
}
