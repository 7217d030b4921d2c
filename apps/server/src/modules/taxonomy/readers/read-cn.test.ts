import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { concepts, folderOf, makeRoom, readAll, rejects, relations } from './fixtures/reading-room.ts'
import { codeOfLevel, splitMarks, splitTasks } from './read-csco.ts'

let room = ''
beforeAll(async () => {
  room = await makeRoom()
})
afterAll(() => rm(room, { recursive: true }))

describe('the classification of occupations', () => {
  const definitions =
    'level,code,code_num,name,definition,tasks,csco_code_num,alias\n1,6-00-00-00,6,生产制造及有关人员,,,6,\n4,6-20-01-01,6,装配钳工S,操作机床的人员。,1.装配零件 2.调试设备。,6,"钳工,装配钳工,组装工"\n4,6-20-01-01,6,重复,,,6,\n3,6-20-01-01,6,级别不符,,,6,\n4,x,6,坏代码,,,6,\n'
  const tree = JSON.stringify({
    data: [
      {
        seq: '6',
        name: '生产制造及有关人员',
        level: 1,
        children: [
          {
            seq: '6-20',
            name: '通用设备制造人员',
            level: 2,
            children: [
              {
                seq: '6-20-01',
                name: '通用基础件装配制造人员',
                level: 3,
                children: [
                  { seq: '6-20-01-01', name: '装配钳工', level: 4 },
                  { seq: '6-20-01-02', name: '轴承制造工L/S', level: 4 },
                  { seq: '6-20', name: '级别', level: 4 },
                ],
              },
            ],
          },
        ],
      },
    ],
  })
  test('definitions and tree together', async () => {
    const items = await readAll(await folderOf(room, 'csco', { 'csco2022_definitions.csv': definitions, 'csco2022_tree.json.gz': tree }))
    expect(concepts(items).map((one) => [one.notation, one.kind, one.labels.zh!.preferred, one.parents])).toEqual([
      ['6', 'group', '生产制造及有关人员', []],
      ['6-20-01-01', 'occupation', '装配钳工', ['csco:6-20-01']],
      ['6-20', 'group', '通用设备制造人员', ['csco:6']],
      ['6-20-01', 'group', '通用基础件装配制造人员', ['csco:6-20']],
      ['6-20-01-02', 'occupation', '轴承制造工', ['csco:6-20-01']],
    ])
    expect(concepts(items)[1]).toMatchObject({
      marks: ['digital'],
      description: { zh: '操作机床的人员。' },
      tasks: ['装配零件', '调试设备'],
      labels: { zh: { alternative: ['钳工', '组装工'] } },
    })
    expect(concepts(items)[4]!.marks).toEqual(['digital', 'green'])
    expect(rejects(items)).toEqual([
      ['level-unlike-code', 6],
      ['duplicate', 4],
      ['bad-code', 5],
      ['bad-code', 6],
    ])
  })
  test('either file alone', async () => {
    expect(concepts(await readAll(await folderOf(room, 'tree', { 'csco2022_tree.json': tree })))).toHaveLength(5)
    expect(concepts(await readAll(await folderOf(room, 'definitions', { 'csco2022_definitions.csv': definitions })))).toHaveLength(2)
    expect(rejects(await readAll(await folderOf(room, 'json', { 'csco2022_tree.json': '{' })))).toEqual([['bad-json', 1]])
  })
  test('a code is as long as its level', () =>
    expect([
      codeOfLevel('2-02-00-00', 2),
      codeOfLevel('2-02-07-13', 4),
      codeOfLevel('2-02-07-13', 3),
      codeOfLevel('9-02-07-13', 4),
    ]).toEqual(['2-02', '2-02-07-13', undefined, undefined]))
  test('marks are no part of a name, letters within it are', () =>
    expect(['测绘员L/S', '软件工程师S', '首席财务官CFO', 'IC设计师'].map((name) => splitMarks(name).name)).toEqual([
      '测绘员',
      '软件工程师',
      '首席财务官CFO',
      'IC设计师',
    ]))
  test('tasks are counted in the text', () =>
    expect(splitTasks('1.研究工艺；2.编写 5.5 级规程 3、验收。')).toEqual(['研究工艺', '编写 5.5 级规程', '验收']))
})

test('majors with their classes', async () => {
  const text =
    'level\tlevel_zh\tcode\tname\tcategory\tcatalog\tsource_url\nvoc_associate\t专科\t460301\t机电一体化技术\t4603自动化类\t2021年目录\tx\nvoc_bachelor\t本科\t260304\t机器人技术\t"\t\t自动化类\t职业本科\t"\t2025年增补\tx\nug_bachelor\t普通本科\t140013TK\t学位）\t1305 设计学类\t2026年\tx\nvoc_associate\t专科\t4603\t短\t4603自动化类\t2021年目录\tx\nelse\t\t460302\t智能机电技术\t4603自动化类\t\tx\n'
  const items = await readAll(await folderOf(room, 'majors', { 'majors_moe.tsv': text }))
  expect(concepts(items).map((one) => [one.id, one.kind, one.labels.zh!.preferred, one.parents, one.edition])).toEqual([
    ['major:4603', 'group', '自动化类', [], undefined],
    ['major:460301', 'major', '机电一体化技术', ['major:4603'], '2021年目录'],
    ['major:2603', 'group', '自动化类', [], undefined],
    ['major:260304', 'major', '机器人技术', ['major:2603'], '2025年增补'],
  ])
  expect(rejects(items)).toEqual([
    ['broken-name', 4],
    ['bad-code', 5],
    ['unknown-type', 6],
  ])
})

test('skill lines of the occupational standards', async () => {
  const text =
    'occupation_code\toccupation_name\tskill\tgrade\tgrade_zh\tweight_pct\tedition\n6-20-01-01\t装配钳工\t装配\tL5\t五级/初级工\t40\t2020\n6-20-01-01\t装配钳工\t装配\tL4\t四级/中级工\t\t2020\n6-20-01-01\t装配钳工\t装配\tL4\t四级/中级工\t\t2020\n6-20-01-01\t装配钳工\t调试\tL9\t\t\t\n6-20-01-01\t装配钳工\t调试\tL3\t\t多\t\nx\t\t调试\tL3\t\t\t\n'
  const items = await readAll(await folderOf(room, 'standards', { 'skill_standards_mohrss.tsv': text }))
  expect(concepts(items)).toEqual([
    {
      id: 'mohrss:6-20-01-01/装配',
      kind: 'competence',
      labels: { zh: { preferred: '装配', alternative: [] } },
      parents: ['csco:6-20-01-01'],
      notation: '6-20-01-01',
      status: 'released',
      competence: 'skill',
    },
  ])
  expect(relations(items)).toEqual([
    { from: 'mohrss:6-20-01-01/装配', to: 'csco:6-20-01-01', kind: 'examined-in', grade: 'L5', weight: 40, edition: '2020' },
    { from: 'mohrss:6-20-01-01/装配', to: 'csco:6-20-01-01', kind: 'examined-in', grade: 'L4', edition: '2020' },
  ])
  expect(rejects(items)).toEqual([
    ['duplicate', 4],
    ['unknown-grade', 5],
    ['bad-weight', 6],
    ['bad-code', 7],
  ])
})
