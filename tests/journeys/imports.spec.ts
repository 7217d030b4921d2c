import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { listAxeFindings } from '../browser.ts'
import { desk, openPage, openStage, phone, signIn, type Viewport } from './stage.ts'

const stage = openStage()

async function openOffice(viewport: Viewport, locale: string): Promise<Page> {
  const { page } = await openPage(stage, viewport, locale)
  await signIn(stage, page, 'office@tanxi.example')
  return page
}

/** Background work is under way on the page; now it is done. */
async function runJobs(page: Page): Promise<void> {
  await page.getByText(/可以离开本页|You may leave this page/).waitFor()
  await stage.town.house.jobs.drain(stage.town.house)
}

const classes = async () => (await (await stage.town.as('tanxi.office')).get('/api/v1/classes?limit=2')).body.items.map((one: { name: string }) => one.name) as string[]
const learners = async (q: string) => (await (await stage.town.as('tanxi.office')).get(`/api/v1/learners?q=${q}`)).body.items as { name: string }[]
const csv = (name: string, lines: readonly string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) })

describe('a roster from a sheet', () => {
  test('is checked, mended where it stands, taken; the same again changes nothing', { timeout: 90_000 }, async () => {
    const [first] = await classes()
    const sheet = csv('新生.csv', ['学号,姓名,班级', `2026770001,沈一凡,${first}`, `2026770002,,${first}`, `2026770003,顾小雨,没有这个班`])
    const page = await openOffice(desk, 'zh-CN')
    await page.goto(`${stage.base}/learners`)
    await page.getByRole('link', { name: '从 Excel 导入' }).click()
    await expect.poll(() => page.getByRole('radio', { name: '学生' }).isChecked(), { timeout: 10_000 }).toBe(true)
    await page.locator('input[type=file]').setInputFiles(sheet)
    await page.getByRole('button', { name: '有误 2' }).waitFor()
    expect(await learners('2026770001')).toEqual([])
    expect(await listAxeFindings(page)).toEqual([])

    await page.getByRole('textbox', { name: '第 3 行 姓名' }).fill('孙三')
    await page.getByRole('textbox', { name: '第 3 行 姓名' }).press('Enter')
    await page.getByRole('button', { name: '有误 1' }).waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载有误的行及原因（Excel）' }).click()
    expect((await saved).suggestedFilename()).toMatch(/^新生-.*\.xlsx$/)

    await page.getByRole('button', { name: '接收 2 行' }).click()
    await runJobs(page)
    await page.getByText('已接收 2 行。').waitFor()
    expect(await listAxeFindings(page)).toEqual([])
    expect((await learners('20267700')).map((one) => one.name).sort()).toEqual(['孙三', '沈一凡'])

    await page.goto(`${stage.base}/imports/new?target=learners`)
    await page.locator('input[type=file]').setInputFiles(csv('新生.csv', ['学号,姓名,班级', `2026770001,沈一凡,${first}`]))
    await page.getByText('没有需要写入的内容').waitFor()
    await page.context().close()
  })
})

describe('enterprises pasted on a phone', () => {
  test('columns are told by hand; what came in is taken back as a whole', { timeout: 90_000 }, async () => {
    await (await stage.town.as('tanxi.office')).post('/api/v1/session/language', { language: 'en' })
    const page = await openOffice(phone, 'en')
    await page.goto(`${stage.base}/imports/new?target=organisations`)
    await page.getByRole('textbox', { name: '… or cells from Excel or WPS' }).fill('Firma des Hauses\tKind\nAlder Castings\tEnterprise\nBirch Tooling\tEnterprise\n')
    await page.getByRole('button', { name: 'Check the pasted cells' }).click()
    await page.getByText('Faults: 1').waitFor()
    await page.getByRole('combobox', { name: '“Firma des Hauses” means' }).click()
    await page.getByRole('option', { name: 'Name (English)' }).or(page.getByRole('option', { name: 'Name', exact: true })).first().click()
    await page.getByRole('button', { name: 'Read again like this' }).click()
    await page.getByRole('button', { name: 'Take 2 rows' }).click()
    await runJobs(page)
    await page.getByText('2 rows are in.').waitFor()
    expect(await listAxeFindings(page)).toEqual([])

    await page.getByRole('button', { name: 'Take the import back' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take the import back' }).click()
    await runJobs(page)
    await page.getByText('This import was taken back.').waitFor()
    const left = (await (await stage.town.as('tanxi.office')).get('/api/v1/organisations?q=Alder')).body.items
    expect(left).toEqual([])
    await page.context().close()
    expect(stage.faults).toEqual([])
  })
})
