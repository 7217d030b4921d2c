import { creditCheckDigit } from '@guildhall/kernel'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { collegeBook } from '../../apps/server/src/modules/programmes/programme-sheet/fixtures/college-books.ts'
import { makeAccountLink } from '../../apps/server/src/modules/identity/accounts/accounts.service.ts'
import { systemContext } from '../../apps/server/src/platform/context.ts'
import type { Merge } from '../../apps/server/src/platform/exchange-io/table.ts'
import { type ValueToWrite, writeXlsx } from '../../apps/server/src/platform/exchange-io/xlsx-write.ts'
import { listAxeFindings } from '../browser.ts'
import { desk, openPage, openStage } from './stage.ts'

const stage = openStage({ empty: true })

/** A sheet as an office has it: a title over all columns, a header, the rows, and what stands below them. */
async function officeSheet(title: string, header: readonly string[], rows: readonly (readonly ValueToWrite[])[], more: readonly Merge[] = []) {
  const bytes = await writeXlsx([{ name: '一览表', columns: header.map(() => ({ kind: 'text' as const })), head: [[title], header], rows, merges: [{ top: 1, left: 1, bottom: 1, right: header.length }, ...more] }])
  return { name: `${title}.xlsx`, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(bytes) }
}

const staff = () =>
  officeSheet('2026年秋季学期教职工一览表', ['序号', '姓　名', '所在部门', '职务/职称', '平台角色', '电子邮箱'], [
    [1, '李建国', '机电工程学院', '副院长', '专业带头人、审批', 'lijianguo@first.example'],
    [2, '吴晓明', '', '讲师', '教师、班主任', 'wuxiaoming＠first.example'],
    ['备注：外聘教师不在本表。'],
    ['制表人：刘芳', '', '', '', '', '2026年9月5日'],
  ], [{ top: 3, left: 3, bottom: 4, right: 3 }])
const classes = () =>
  officeSheet('2026级班级一览表', ['序号', '班级名称', '年级', '专业名称', '所属学院', '班主任', '人数'], [
    [1, '机电2601班', '2026级', '机电一体化技术', '机电工程学院', '吴晓明', 2],
    ['合计：1个班', '', '', '', '', '', 2],
  ])
const learners = () => officeSheet('2026级学生花名册', ['序号', '学号', '姓名', '性别', '出生日期', '班级'], [[1, '202601001', '王芳', '女', '2008.2.3', '机电2601班'], [2, '202601002', '张伟', '男', '2008年11月30日', '机电2601班'], ['注：以注册为准。']])

async function openSetUp(page: Page, step: string | RegExp): Promise<void> {
  await page.goto(`${stage.base}/start`)
  await page.getByRole('link', { name: step }).click()
}
const doneSteps = async (page: Page) => {
  await page.goto(`${stage.base}/start`)
  return (await page.getByRole('status').filter({ hasText: /步|全部/ }).innerText()).trim()
}
async function choose(page: Page, field: string | RegExp, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click()
  await page.getByRole('option', { name: option }).first().click()
  await page.keyboard.press('Escape')
}
/** Takes the good rows of a checked file, and runs the work behind it. */
async function takeRows(page: Page, n: number): Promise<void> {
  await page.getByRole('button', { name: `接收 ${n} 行` }).click()
  await page.getByText('可以离开本页').or(page.getByText(`已接收 ${n} 行。`)).first().waitFor()
  await stage.town.house.jobs.drain(stage.town.house)
  await page.getByText(`已接收 ${n} 行。`).waitFor()
}

describe('an empty installation', () => {
  test('is led from the link in the terminal to a college that can hear its first need', { timeout: 120_000 }, async () => {
    const token = await stage.town.house.db.transaction().execute((trx) => makeAccountLink(systemContext(stage.town.house, 'first-start'), trx, 'first-administrator', null))
    const { page, context } = await openPage(stage, desk, 'zh-CN')
    await page.clock.setFixedTime(new Date(stage.town.clock.now()))

    await page.goto(stage.base)
    await page.getByText('启动系统的终端窗口里有一个一次性链接').waitFor()
    await page.goto(`${stage.base}/welcome/${token}`)
    for (const [label, text] of [['姓名', '王敏'], ['邮箱', 'wangmin@first.example'], ['密码', '今年的桂花开得特别早就在校门口'], ['院校名称', '第一职业技术学院'], ['校区名称', '本部']] as const) await page.getByLabel(label, { exact: true }).fill(text)
    expect(await listAxeFindings(page)).toEqual([])
    await page.getByRole('button', { name: '开始使用' }).click()
    await page.getByRole('heading', { name: '初始设置' }).waitFor()
    expect(await doneSteps(page)).toBe('已完成0/8步')
    expect(await listAxeFindings(page)).toEqual([])

    await openSetUp(page, '院校信息：信用代码和地址')
    await page.getByRole('textbox', { name: '统一社会信用代码' }).fill(`12320400466289341${creditCheckDigit('12320400466289341')}`)
    await page.getByRole('textbox', { name: '地址' }).fill('江苏省常州市武进区鸣新中路26号')
    await page.getByRole('button', { name: '保存修改' }).click()
    await page.getByText('已修改第一职业技术学院').waitFor()

    await openSetUp(page, '校区和院系')
    await page.getByRole('button', { name: '添加院系' }).first().click()
    await page.getByRole('dialog').getByRole('textbox', { name: '名称' }).fill('机电工程学院')
    await page.getByRole('dialog').getByRole('button', { name: '添加院系' }).click()
    await page.getByText('已保存').waitFor()

    await openSetUp(page, '学年和学期')
    await page.getByRole('link', { name: '添加学年' }).first().click()
    await page.getByRole('button', { name: '添加学年' }).click()
    await page.getByRole('heading', { name: '2026-2027' }).waitFor()
    expect(await doneSteps(page)).toBe('已完成3/8步')

    await openSetUp(page, '从 Excel 导入人员')
    await page.locator('input[type=file]').setInputFiles(await staff())
    await page.getByText('略过 2 行').waitFor()
    const roles = page.getByRole('textbox', { name: '第 3 行 角色' })
    expect(await roles.inputValue()).toBe('专业带头人、审批')
    await roles.fill('专业带头人、管理员')
    await roles.press('Enter')
    await takeRows(page, 2)
    expect(await listAxeFindings(page)).toEqual([])

    await openSetUp(page, '专业和人才培养方案')
    await page.getByRole('link', { name: '上传人才培养方案' }).click()
    await page.locator('input[type=file]').setInputFiles({ name: '教学进程表.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(await collegeBook()) })
    await page.getByRole('button', { name: '录入该专业' }).click()
    await page.getByText('机电一体化技术 已录入。').waitFor()
    await page.getByRole('button', { name: '采用该方案' }).click()
    await page.getByText('TP-2026-0001 已采用。').waitFor()

    await openSetUp(page, '从 Excel 导入班级')
    await page.locator('input[type=file]').setInputFiles(await classes())
    await takeRows(page, 1)
    await openSetUp(page, '从 Excel 导入学生')
    await page.locator('input[type=file]').setInputFiles(await learners())
    await takeRows(page, 2)
    expect(await doneSteps(page)).toBe('已完成6/8步')

    await openSetUp(page, '课程调整的审议流程')
    await choose(page, '审批人', '王敏')
    await page.getByRole('button', { name: '保存流程' }).click()
    await page.getByText('流程已设置。').waitFor()

    await openSetUp(page, '先添加一家企业')
    await page.getByRole('textbox', { name: '名称（中文）' }).fill('常州华锐精密传动有限公司')
    await page.getByRole('button', { name: '添加企业' }).click()
    await page.getByRole('heading', { name: '常州华锐精密传动有限公司' }).waitFor()
    await openSetUp(page, '给企业的第一个需求链接')
    await page.getByRole('combobox', { name: '企业' }).fill('华锐')
    await page.getByRole('option', { name: /华锐/ }).click()
    await page.getByRole('textbox', { name: '姓名' }).fill('高峰')
    await page.getByRole('button', { name: '生成专属链接' }).click()
    await page.getByText('高峰').first().waitFor()
    expect(await doneSteps(page)).toBe('设置已全部完成')

    await page.goto(`${stage.base}/people`)
    await page.getByRole('row', { name: /李建国.*单位管理员、专业负责人/ }).waitFor()
    await page.getByRole('row', { name: /吴晓明.*班主任、教师/ }).waitFor()
    await context.close()
    expect(stage.faults).toEqual([])
  })
})
