import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { creditCheckDigit } from '@guildhall/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Reply, type Town } from '../../../../../../tests/town.ts'
import { systemContext } from '../../../platform/context.ts'
import { encodeGbk } from '../../../platform/exchange-io/fixtures/encode-gbk.ts'
import { makeBook } from '../../../platform/exchange-io/fixtures/make-book.ts'
import { makeZip } from '../../../platform/exchange-io/fixtures/make-zip.ts'
import { readTable } from '../../../platform/exchange-io/read-table.ts'
import { shownText } from '../../../platform/exchange-io/table.ts'
import { JobCancelled } from '../../../platform/jobs/jobs.ts'
import { takeImportJob } from './take.service.ts'

let town: Town
let office: Caller
let lead: Caller
beforeAll(async () => {
  town = await openTown()
  office = await town.as('tanxi.office')
  lead = await town.as('tanxi.lead')
})
afterAll(() => town.close())

const csv = (text: string | Buffer, name = '名单.csv') => ({ name, type: 'text/csv', bytes: Buffer.from(text) })
const check = (target: string, text: string | Buffer, fields: Record<string, string> = {}, who = office) => who.upload(`/api/v1/imports/${target}/check`, csv(text), fields)
const rowsOf = async (id: string, state = '') => (await office.get(`/api/v1/imports/${id}/rows?limit=200${state && `&state=${state}`}`)).body.items
const take = async (id: string, doubtful: unknown = []): Promise<Reply> => {
  const asked = await office.post(`/api/v1/imports/${id}/take`, { doubtful })
  await town.house.jobs.drain(town.house)
  return asked
}
/** The rest of an import, without what follows it: what the engine makes of a thousand needs is no matter of these tests. */
const takeRest = async (data: Parameters<typeof takeImportJob.run>[1]) => {
  await takeImportJob.run(systemContext(town.house, 'rest'), data, async () => undefined)
  await town.house.db.updateTable('jobs').set({ cancelRequested: true }).where('name', '=', 'translate-needs').execute()
}
const code = (n: number) => {
  const body = `91320500MA${String(n).padStart(7, '0')}`
  return body + creditCheckDigit(body)
}
const firms = async (q: string) => (await office.get(`/api/v1/organisations?q=${encodeURIComponent(q)}`)).body.items

describe('organisations from a file', () => {
  const list = `单位名称,统一社会信用代码,类别,规模,联系电话
苏州恒砺精密机械有限公司二厂,${code(1)},企业,中型,0512-5550101
苏州新旭自动化有限公司,${code(2)},企业,小型,
昆山顺捷物流有限公司,${code(3)},企业,,
坏代码的厂,91320500MA0000001X,企业,,
,${code(4)},企业,,
`
  let first = ''

  test('a check says what each row would do, and writes nothing into the register', async () => {
    const checked = await check('organisations', list)
    expect([checked.status, checked.body.counts, checked.body.taken, checked.body.allowed]).toEqual([201, { new: 3, changed: 0, same: 0, doubtful: 0, wrong: 2 }, 0, ['take', 'mend', 'faults']])
    expect(checked.body.columns.map((one: { field: string }) => one.field)).toEqual(['name', 'creditCode', 'kind', 'size', 'phone'])
    first = checked.body.id
    expect((await rowsOf(first, 'wrong')).map((row: { row: number; faults: { field: string; code: string }[] }) => [row.row, row.faults[0]!.field, row.faults[0]!.code])).toEqual([[5, 'creditCode', 'bad-check-digit'], [6, 'name', 'required']])
    expect(await firms('新旭自动化')).toEqual([])
  })

  test('the faulty rows come back as a workbook, each with its reason in the language of the reader', async () => {
    const answer = await town.app.inject({ method: 'GET', url: `/api/v1/imports/${first}/faults`, headers: { authorization: `Bearer ${office.token}` } })
    const [sheet] = readTable(answer.rawPayload).sheets
    const cells = sheet!.rows.map((row) => row.cells.map(shownText))
    expect([answer.headers['content-disposition'], cells[0]![0], cells.length]).toEqual([expect.stringContaining('attachment'), '原因', 3])
    expect(cells[1]).toEqual([expect.stringContaining('第 5 行'), '坏代码的厂', '91320500MA0000001X', '企业'])
  })

  test('the good rows are taken as a job; the same file again changes nothing', async () => {
    expect((await take(first)).status).toBe(202)
    const after = (await office.get(`/api/v1/imports/${first}`)).body
    expect([after.state, after.taken, after.allowed]).toEqual(['done', 3, ['mend', 'undo', 'faults']])
    expect((await firms('新旭自动化'))[0]).toMatchObject({ creditCode: code(2), kind: 'enterprise', size: 'small', vetting: 'unvetted' })
    expect((await take(first)).body.code).toBe('import-is-taken')
    expect((await check('organisations', list)).body.counts).toEqual({ new: 0, changed: 0, same: 3, doubtful: 0, wrong: 2 })
    expect((await office.get('/api/v1/inbox')).body.items.some((one: { code: string; url: string }) => one.code === 'import-taken' && one.url === `/imports/${first}`)).toBe(true)
  })

  test('a faulty row is mended in place, checked again, and then comes in too; a mended row is no second one of another', async () => {
    const mend = (values: Record<string, string>) => office.post(`/api/v1/imports/${first}/mend`, { rows: [{ row: 5, values }] })
    expect((await mend({ creditCode: code(2) })).body.items[0]).toMatchObject({ state: 'wrong', faults: [{ code: 'duplicate-in-file', params: { other: 3 } }] })
    const mended = await mend({ creditCode: code(5), size: '微型' })
    expect([mended.status, mended.body.items[0].state, mended.body.items[0].values, mended.body.counts.wrong]).toEqual([200, 'new', { name: '坏代码的厂', creditCode: code(5), kind: '企业', size: '微型' }, 1])
    expect((await take(first)).status).toBe(202)
    expect((await firms('坏代码的厂'))[0]).toMatchObject({ creditCode: code(5), size: 'micro' })
    expect((await office.post(`/api/v1/imports/${first}/mend`, { rows: [{ row: 5, values: {} }] })).body.faults[0].code).toBe('no-such-row')
  })

  test('a row finds its organisation by code or by name; what others keep is not changed; a namesake is doubtful', async () => {
    const checked = await check('organisations', `名称,统一社会信用代码,规模\n苏州新旭自动化有限公司,,中型\n苏州恒砺智能装备有限公司,,微型\n昆山顺捷物流有限公司,${code(9)},\n`)
    const rows = await rowsOf(checked.body.id)
    expect(rows.map((row: { state: string }) => row.state)).toEqual(['changed', 'wrong', 'doubtful'])
    expect(rows[0].changes).toEqual([{ field: 'size', from: '小型', to: '中型' }])
    expect([rows[1].faults[0].code, rows[2].doubts[0].code]).toEqual(['kept-by-others', 'name-is-known'])
    await take(checked.body.id, [4])
    expect((await firms('顺捷物流')).length).toBe(2)
    expect((await firms('新旭自动化'))[0].size).toBe('medium')
    expect((await office.post(`/api/v1/imports/${checked.body.id}/undo`)).status).toBe(202)
    await town.house.jobs.drain(town.house)
    expect([(await firms('新旭自动化'))[0].size, (await firms('顺捷物流')).length]).toEqual(['small', 1])
  })

  test('an import is taken back as a whole, while nothing depends on it', async () => {
    const [firm] = await firms('新旭自动化')
    await office.post('/api/v1/needs', { text: '会调试传感器', enterpriseId: firm.id })
    await office.post(`/api/v1/imports/${first}/undo`)
    await town.house.jobs.drain(town.house)
    expect((await office.get(`/api/v1/imports/${first}`)).body.state).toBe('done')
    expect((await office.get('/api/v1/inbox')).body.items.some((one: { code: string; params: { number: string } }) => one.code === 'import-not-undone' && one.params.number === firm.number)).toBe(true)
    expect((await firms('顺捷物流')).length).toBe(1)
  })
})

describe('needs from a file', () => {
  const list = '企业,企业原话,日期,岗位,可信度\n苏州恒砺智能装备有限公司,能独立更换主轴轴承并校准,2026-10-08,设备维修,一线主管说的\n恒砺装备,会看报警代码判断故障,2026/10/9,设备维修,\n不存在的厂,会开叉车,2026-10-09,,\n恒砺装备,明年要会用视觉系统,2031-01-01,,\n'

  test('an enterprise is known by its names; GBK is read; days to come and unknown firms are named; twice is once', async () => {
    const checked = await check('needs', encodeGbk(list))
    expect([checked.body.encoding, checked.body.counts]).toEqual(['gb18030', { new: 2, changed: 0, same: 0, doubtful: 0, wrong: 2 }])
    expect((await rowsOf(checked.body.id, 'wrong')).map((row: { faults: { code: string }[] }) => row.faults[0]!.code)).toEqual(['unknown-reference', 'day-in-the-future'])
    expect((await rowsOf(checked.body.id, 'new'))[0].values).toMatchObject({ enterprise: '苏州恒砺智能装备有限公司', trust: '一线主管说的' })
    await take(checked.body.id)
    const found = (await office.get(`/api/v1/needs?source=file&q=${encodeURIComponent('主轴轴承')}`)).body.items
    expect(found).toMatchObject([{ text: '能独立更换主轴轴承并校准', saidOn: '2026-10-08', trust: 'line-manager', language: 'zh' }])
    const again = await check('needs', list.replace('能独立更换主轴轴承并校准', '能独立更换主轴轴承，并校准。').replace('2026-10-08', '2026-10-01'))
    expect(again.body.counts).toMatchObject({ new: 0, same: 2 })
    expect((await office.post(`/api/v1/imports/${checked.body.id}/undo`)).status).toBe(202)
    await town.house.jobs.drain(town.house)
    expect([(await office.get(`/api/v1/imports/${checked.body.id}`)).body.state, (await office.get(`/api/v1/needs?source=file&q=${encodeURIComponent('主轴轴承')}`)).body.items]).toEqual(['undone', []])
  })

  test('killed in the middle: what was taken stays, it goes on where it stood, nothing comes in twice', async () => {
    const lines = Array.from({ length: 330 }, (_, i) => `恒砺装备,第${i}种夹具的快速换装与对刀`)
    const { id } = (await check('needs', `企业,企业原话\n${lines.join('\n')}\n`)).body
    await office.post(`/api/v1/imports/${id}/take`)
    const data = { importId: id, personId: (await office.get('/api/v1/session')).body.session.personId, homeId: (await firms('檀溪'))[0].id }
    const killed = takeImportJob.run(systemContext(town.house, 'killed'), data, async ({ done }) => {
      if (done >= 200) throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    expect((await office.get(`/api/v1/imports/${id}`)).body).toMatchObject({ state: 'taking', taken: 200 })
    // A killed server leaves a job that seems to run: somebody may begin it anew once it has told nothing for a while.
    expect((await office.post(`/api/v1/imports/${id}/take`)).body.code).toBe('import-is-running')
    town.clock.set('2026-11-24T02:05:00Z')
    expect((await office.post(`/api/v1/imports/${id}/take`)).status).toBe(202)
    await takeRest(data)
    expect((await office.get(`/api/v1/imports/${id}`)).body).toMatchObject({ state: 'done', taken: 330 })
    const { n } = await town.house.db.selectFrom('needs').select((eb) => eb.fn.countAll<string>().as('n')).where('importId', '=', id).executeTakeFirstOrThrow()
    expect(Number(n)).toBe(330)
  })

  test('a process that is killed without warning leaves whole transactions, and the rest comes in afterwards', async () => {
    const lines = Array.from({ length: 500 }, (_, i) => `恒砺装备,第${i}台机床的几何精度检测与调整`)
    const { id } = (await check('needs', `企业,企业原话\n${lines.join('\n')}\n`)).body
    await office.post(`/api/v1/imports/${id}/take`)
    const data = { importId: id, personId: (await office.get('/api/v1/session')).body.session.personId, homeId: (await firms('檀溪'))[0].id }
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'fixtures/take-apart.ts'), town.databaseUrl, town.house.config.home, town.clock.now(), JSON.stringify(data)], { stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.on('data', (told: Buffer) => Number(told.toString().trim().split('\n').at(-1)) >= 200 && child.kill('SIGKILL'))
    expect((await once(child, 'exit'))[1]).toBe('SIGKILL')
    const count = async () => Number((await town.house.db.selectFrom('needs').select((eb) => eb.fn.countAll<string>().as('n')).where('importId', '=', id).executeTakeFirstOrThrow()).n)
    const { taken } = (await office.get(`/api/v1/imports/${id}`)).body
    expect([taken % 100, taken >= 200, taken < 500, await count()]).toEqual([0, true, true, taken])
    await takeRest(data)
    expect([(await office.get(`/api/v1/imports/${id}`)).body.state, await count()]).toEqual(['done', 500])
  })

  test('cancelled: it stops, tells how far it is, and can go on', async () => {
    const lines = Array.from({ length: 150 }, (_, i) => `恒砺装备,第${i}号产线的巡检与点检`)
    const { id } = (await check('needs', `企业,企业原话\n${lines.join('\n')}\n`)).body
    await office.post(`/api/v1/imports/${id}/take`)
    const data = { importId: id, personId: (await office.get('/api/v1/session')).body.session.personId, homeId: (await firms('檀溪'))[0].id }
    const stopped = takeImportJob.run(systemContext(town.house, 'stopped'), data, async () => {
      throw new JobCancelled()
    })
    await expect(stopped).rejects.toThrow(JobCancelled)
    expect((await office.get(`/api/v1/imports/${id}`)).body).toMatchObject({ state: 'stopped', taken: 100, allowed: ['take', 'mend', 'undo'] })
    expect((await office.post(`/api/v1/imports/${id}/take`)).status).toBe(202)
    await takeRest(data)
    expect((await office.get(`/api/v1/imports/${id}`)).body).toMatchObject({ state: 'done', taken: 150 })
  })
})

describe('classes and learners', () => {
  test('a roster names its class; a number that Excel rounded is refused', async () => {
    const classes = await check('classes', '班级名称,年级,专业\n机电2699,2026级,\n')
    await take(classes.body.id)
    const roster = await check('learners', '学号,姓名,性别,班级\n202699001,赵一,男,机电2699\n1.10105E+17,钱二,女,机电2699\n')
    expect(roster.body.counts).toMatchObject({ new: 1, wrong: 1 })
    expect((await rowsOf(roster.body.id, 'wrong'))[0].faults[0].code).toBe('digits-lost')
    await take(roster.body.id)
    expect((await office.get(`/api/v1/imports/${roster.body.id}`)).body).toMatchObject({ state: 'done', taken: 1, allowed: ['mend', 'faults'] })
    expect((await office.get('/api/v1/learners?q=202699001')).body.items[0]).toMatchObject({ name: '赵一', class: { name: '机电2699' } })
  })
})

describe('what a file may be', () => {
  const sheet = (cells: string) => makeBook({ sheet: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c></row><row r="2">${cells}</row></sheetData>` })
  test.each([
    ['an archive bomb', makeZip([{ name: 'xl/workbook.xml', content: Buffer.alloc(80 << 20) }]), 'file.too-dense'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file.old-workbook'],
    ['nothing', Buffer.alloc(0), 'file.file-empty'],
    ['too many rows', Buffer.from(`名称\n${'厂\n'.repeat(20_001)}`), 'file.too-many-rows'],
  ])('%s is refused in words, and nothing is kept of it', async (_, bytes, refusal) => {
    const before = (await office.get('/api/v1/imports?limit=200')).body.items.length
    const answer = await check('organisations', bytes)
    expect([answer.status, answer.body.code]).toEqual([422, refusal])
    expect(answer.body.title).not.toBe(refusal)
    expect((await office.get('/api/v1/imports?limit=200')).body.items.length).toBe(before)
  })
  test('a cell that calculates, and a file without a header', async () => {
    const formula = await check('organisations', sheet('<c r="A2"><f>HYPERLINK("x")</f><v>1</v></c>'))
    expect((await rowsOf(formula.body.id))[0].faults[0].code).toBe('formula')
    const headless = await check('organisations', 'a,b\n1,2\n')
    expect(headless.body.faults[0].code).toBe('no-header')
    expect((await office.post(`/api/v1/imports/${headless.body.id}/take`)).body.code).toBe('import-cannot-be-taken')
  })
  test('what a person says of a column is remembered for the college; pasted cells are read as a file is', async () => {
    const text = '伙伴\t电话\n苏州粘贴电子有限公司\t0512-5550177\n'
    expect((await office.post('/api/v1/imports/organisations/check-pasted', { text })).body.faults[0].code).toBe('column-missing')
    const told = await office.post('/api/v1/imports/organisations/check-pasted', { text, columns: { 伙伴: 'name' } })
    expect([told.body.counts.new, told.body.columns[0].by]).toEqual([1, 'told'])
    expect((await lead.post('/api/v1/imports/organisations/check-pasted', { text })).body.counts.new).toBe(1)
    expect((await check('organisations', '伙伴\n某厂\n', { columns: 'not json' })).status).toBe(400)
    expect((await check('organisations', '名称\n某厂\n', { sheet: '没有' })).body.faults[0].code).toBe('no-such-sheet')
  })
})

test('a check that nobody took is forgotten after a month, with what the file held', async () => {
  const { id } = (await check('learners', '学号,姓名\n77001,某人\n')).body
  await town.house.db.updateTable('imports').set({ at: '2026-10-01T00:00:00Z' }).where('id', '=', id).execute()
  await check('organisations', '名称\n另一家厂\n')
  expect((await office.get(`/api/v1/imports/${id}`)).status).toBe(404)
  expect(await town.house.db.selectFrom('importRows').select('id').where('importId', '=', id).execute()).toEqual([])
})

describe('who may', () => {
  test('the office, the leads and the administrator of a college, each within the college; learners by who keeps them', async () => {
    const { id } = (await check('organisations', '名称\n权限厂\n')).body
    for (const who of ['tanxi.teacher', 'hengli.hr', 'bureau.supervisor']) {
      const caller = await town.as(who)
      expect((await check('organisations', '名称\n某厂\n', {}, caller)).status).toBe(403)
      expect((await caller.get('/api/v1/imports')).body.items).toEqual([])
      expect((await caller.get(`/api/v1/imports/${id}`)).status).toBe(404)
      // HR keeps the people of its own enterprise, and no register of a college.
      expect((await caller.get('/api/v1/imports/targets')).body.items.map((one: { target: string }) => one.target)).toEqual(who === 'hengli.hr' ? ['people'] : [])
    }
    const other = await town.as('lihu.office')
    for (const path of ['', '/rows', '/faults']) expect((await other.get(`/api/v1/imports/${id}${path}`)).status).toBe(404)
    expect((await other.post(`/api/v1/imports/${id}/take`)).status).toBe(404)
    expect((await lead.get('/api/v1/imports/targets')).body.items.map((one: { target: string }) => one.target)).toEqual(['organisations', 'needs'])
    expect((await check('learners', '学号,姓名\n1,某\n', {}, lead)).status).toBe(403)
  })

  test('a template has the columns in the language of the reader, with the lists of the college', async () => {
    const answer = await town.app.inject({ method: 'GET', url: '/api/v1/imports/needs/template', headers: { authorization: `Bearer ${office.token}` } })
    const table = readTable(answer.rawPayload)
    expect(table.sheets[0]!.rows[0]!.cells.map(shownText).slice(0, 2)).toEqual(['企业 *', '原话 *'])
    expect(JSON.stringify(table.sheets)).toContain('恒砺')
  })
})
