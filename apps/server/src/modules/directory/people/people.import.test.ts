import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Reply, type Town } from '../../../../../../tests/town.ts'
import { readTable } from '../../../platform/exchange-io/read-table.ts'

let town: Town
let dean: Caller
beforeAll(async () => {
  town = await openTown()
  dean = await town.as('tanxi.dean')
})
afterAll(() => town.close())

const check = (text: string, who = dean) => who.upload('/api/v1/imports/people/check', { name: '人员.csv', type: 'text/csv', bytes: Buffer.from(text) }, {})
const rowsOf = async (id: string, who = dean) => (await who.get(`/api/v1/imports/${id}/rows?limit=200`)).body.items
const take = async (id: string, doubtful: unknown = [], who = dean): Promise<Reply> => {
  const asked = await who.post(`/api/v1/imports/${id}/take`, { doubtful })
  await town.house.jobs.drain(town.house)
  return asked
}
const memberOf = async (q: string, who = dean) => (await who.get(`/api/v1/people?q=${encodeURIComponent(q)}`)).body.items[0]
const mailsTo = (address: string) => town.house.db.selectFrom('mails').select(['subject', 'language', 'effectKey']).where('recipient', '=', address).execute()

describe('the people of a college from a file', () => {
  test('an unknown address is invited by mail, a known one is changed, whatever language the roles are written in; the same file again changes nothing', async () => {
    const departments = (await dean.get('/api/v1/departments')).body.items
    const [first, second] = departments
    const teacher = await memberOf('沈佳宁')
    const list = `姓名,邮箱,角色,职务,院系,邮件语言\n新来的老师,New.One@tanxi.example,"教师、lead",讲师,"${first.name.zh}，${second.name.zh}",\nHans Neu,hans@tanxi.example,"Lehrkraft;class-teacher",,,Deutsch\n沈佳宁,teacher@tanxi.example,教师，专业带头人,机电系副教授,,\n丁伟,,教师,,,\n`
    const checked = await check(list)
    expect([checked.status, checked.body.counts]).toEqual([201, { new: 2, changed: 1, same: 0, doubtful: 0, wrong: 1 }])
    const rows = await rowsOf(checked.body.id)
    expect(rows[0].values).toMatchObject({ email: 'New.One@tanxi.example', roles: '专业负责人, 教师', departments: expect.stringContaining(first.name.zh) })
    expect(rows[2].changes).toEqual([{ field: 'roles', from: '教师', to: '专业负责人, 教师' }, { field: 'position', from: teacher.position, to: '机电系副教授' }])
    expect(rows[3].faults[0].code).toBe('required')
    await take(checked.body.id)
    expect((await dean.get(`/api/v1/imports/${checked.body.id}`)).body).toMatchObject({ state: 'done', taken: 3, allowed: ['mend', 'faults'] })
    expect(await memberOf('new.one@')).toMatchObject({ name: '新来的老师', state: 'invited', position: '讲师', departments: [first.id, second.id].sort(), language: 'zh-CN' })
    expect(await memberOf('hans@')).toMatchObject({ roles: ['class-teacher', 'teacher'], language: 'de', departments: [] })
    expect(await memberOf('沈佳宁')).toMatchObject({ roles: ['lead', 'teacher'], position: '机电系副教授', state: 'active' })
    const [mails, german, known] = [await mailsTo('new.one@tanxi.example'), await mailsTo('hans@tanxi.example'), await mailsTo('teacher@tanxi.example')]
    expect([mails.length, german.map((one) => one.language), known.length]).toEqual([1, ['de'], 0])
    expect((await check(list)).body.counts).toEqual({ new: 0, changed: 0, same: 3, doubtful: 0, wrong: 1 })
  })

  test('a role that a college does not have is named with those it has; an unknown department is wrong', async () => {
    const { id } = (await check('姓名,邮箱,角色,院系\n甲,a1@tanxi.example,教师；企业导师,\n乙,a2@tanxi.example,教师,魔法系\n')).body
    const [role, department] = (await rowsOf(id)).map((row: { faults: unknown[] }) => row.faults[0])
    expect(role).toMatchObject({ field: 'roles', code: 'not-a-choice', params: { value: '企业导师', choices: '单位管理员 · 校企合作办 · 专业负责人 · 教师 · 班主任 · 学生（学徒）' } })
    expect(department).toMatchObject({ field: 'departments', code: 'unknown-reference' })
  })

  test('one of several roles that is wrong stands with the others while it is mended: none is lost unseen', async () => {
    const { id } = (await check('姓名,邮箱,平台角色,职务/职称\n多面手,many@tanxi.example,专业带头人、审批,副院长\n')).body
    const [row] = await rowsOf(id)
    expect([row.state, row.values]).toEqual(['wrong', { name: '多面手', email: 'many@tanxi.example', roles: '专业带头人、审批', position: '副院长' }])
    const mended = await dean.post(`/api/v1/imports/${id}/mend`, { rows: [{ row: 2, values: { roles: row.values.roles.replace('审批', '教师') } }] })
    expect(mended.body.items[0]).toMatchObject({ state: 'new', values: { roles: '专业负责人, 教师' } })
  })

  test('a list without roles gets one for all of its rows; it stays while a row is mended', async () => {
    const list = { name: '教师名单.csv', type: 'text/csv', bytes: Buffer.from('姓名,邮箱\n郑洁,zheng@tanxi.example\n何平,kein-at\n') }
    const bare = await dean.upload('/api/v1/imports/people/check', list, {})
    expect([bare.body.faults.map((one: { code: string; field: string }) => [one.code, one.field]), bare.body.allowed.includes('take')]).toEqual([[['column-missing', 'roles']], true])
    const { id, faults, counts } = (await dean.upload('/api/v1/imports/people/check', list, { fill: JSON.stringify({ roles: '教师、班主任' }) })).body
    expect([faults, counts]).toEqual([[], { new: 1, changed: 0, same: 0, doubtful: 0, wrong: 1 }])
    const mended = await dean.post(`/api/v1/imports/${id}/mend`, { rows: [{ row: 3, values: { email: 'he@tanxi.example' } }] })
    expect(mended.body.items[0]).toMatchObject({ state: 'new', values: { roles: '班主任, 教师' } })
    const pasted = await dean.post('/api/v1/imports/people/check-pasted', { text: '姓名\t邮箱\n郑洁\tzheng@tanxi.example\n', fill: { roles: '校长' } })
    expect((await rowsOf(pasted.body.id))[0].faults[0]).toMatchObject({ code: 'not-a-choice', field: 'roles', params: { column: '角色', value: '校长' } })
    await take(id)
    expect(await memberOf('zheng@')).toMatchObject({ roles: ['class-teacher', 'teacher'], state: 'invited' })
  })

  test('the last administrator stays one; a name that does not fit the address, and somebody who left, are for a person to look at', async () => {
    const away = await memberOf('周敏')
    await dean.post(`/api/v1/memberships/${away.id}/end`)
    const { id } = (await check('姓名,邮箱,角色\n顾建国,dean@tanxi.example,专业负责人\n李四,teacher2@tanxi.example,教师、班主任\n李四,lead2@tanxi.example,教师、专业负责人\n周敏,teacher3@tanxi.example,班主任\n')).body
    const rows = await rowsOf(id)
    expect(rows.map((row: { state: string; faults: { code: string }[]; doubts: { code: string }[] }) => [row.state, row.faults[0]?.code ?? row.doubts[0]?.code])).toEqual([['wrong', 'last-administrator'], ['doubtful', 'name-differs'], ['same', undefined], ['doubtful', 'membership-ended']])
    await take(id, 'all')
    expect([(await memberOf('顾建国')).roles, (await memberOf('王志远')).roles, (await memberOf('周敏')).roles]).toEqual([['administrator', 'lead'], ['class-teacher', 'teacher'], ['class-teacher']])
  })

  test('two administrators who demote each other in one file: one stays, and the row says why', async () => {
    const { id } = (await check('姓名,邮箱,角色\n新来的老师,new.one@tanxi.example,管理员、教师\n')).body
    await take(id)
    const both = (await check('姓名,邮箱,角色\n新来的老师,new.one@tanxi.example,教师\n顾建国,dean@tanxi.example,专业负责人\n')).body
    expect(both.counts).toMatchObject({ changed: 2, wrong: 0 })
    await take(both.id)
    const rows = await rowsOf(both.id)
    expect([rows[0].takenAt === null, rows[1].state, rows[1].faults[0].code]).toEqual([false, 'wrong', 'last-administrator'])
    expect((await memberOf('顾建国')).roles).toContain('administrator')
  })

  test('a process that is killed without warning leaves whole transactions; each is mailed once', async () => {
    const lines = Array.from({ length: 250 }, (_, i) => `老师${i},many${i}@tanxi.example,教师`)
    const { id } = (await check(`姓名,邮箱,角色\n${lines.join('\n')}\n`)).body
    await dean.post(`/api/v1/imports/${id}/take`)
    const { session } = (await dean.get('/api/v1/session')).body
    const data = { importId: id, personId: session.personId, homeId: session.actingFor.organisationId }
    const child = spawn(process.execPath, [path.join(import.meta.dirname, '../../exchange/imports/fixtures/take-apart.ts'), town.databaseUrl, town.house.config.home, town.clock.now(), JSON.stringify(data)], { stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.on('data', (told: Buffer) => Number(told.toString().trim().split('\n').at(-1)) >= 100 && child.kill('SIGKILL'))
    expect((await once(child, 'exit'))[1]).toBe('SIGKILL')
    const counted = async () => {
      const rows = await town.house.db.selectFrom('mails').select('recipient').where('recipient', 'like', 'many%').execute()
      return [rows.length, new Set(rows.map((one) => one.recipient)).size]
    }
    const { taken } = (await dean.get(`/api/v1/imports/${id}`)).body
    expect([taken % 100, taken >= 100, await counted()]).toEqual([0, true, [taken, taken]])
    await town.house.jobs.drain(town.house)
    expect([(await dean.get(`/api/v1/imports/${id}`)).body.state, await counted()]).toEqual(['done', [250, 250]])
  })
})

describe('who may, and with which list', () => {
  test('whoever keeps the people of an enterprise, for the roles of an enterprise; nobody else of it', async () => {
    const admin = await town.as('hengli.admin')
    expect((await admin.get('/api/v1/imports/targets')).body.items.map((one: { target: string; canUndo: boolean }) => [one.target, one.canUndo])).toEqual([['people', false]])
    const { id, counts } = (await check('姓名,邮箱,角色\n小许,xu@hengli.example,企业导师\n小何,he@hengli.example,教师\n', admin)).body
    expect(counts).toMatchObject({ new: 1, wrong: 1 })
    await take(id, [], admin)
    expect(await memberOf('xu@hengli', admin)).toMatchObject({ name: '小许', roles: ['mentor'], state: 'invited' })
    for (const who of ['hengli.mentor', 'tanxi.office', 'tanxi.lead']) expect((await check('姓名,邮箱,角色\n某,m@x.example,教师\n', await town.as(who))).status).toBe(403)
    expect((await dean.get(`/api/v1/imports/${id}`)).status).toBe(404)
  })

  test('the template offers the roles of the organisation and its departments', async () => {
    const answer = await town.app.inject({ method: 'GET', url: '/api/v1/imports/people/template', headers: { authorization: `Bearer ${dean.token}` } })
    const [department] = (await dean.get('/api/v1/departments')).body.items
    const lists = JSON.stringify(readTable(answer.rawPayload).sheets)
    expect([lists.includes('班主任'), lists.includes('企业导师'), lists.includes(department.name.zh)]).toEqual([true, false, true])
  })
})
