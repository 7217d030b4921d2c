import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeZip } from '../../../platform/exchange-io/fixtures/make-zip.ts'
import { detectSources } from './detect.ts'
import { codeOfLevel, splitMarks, splitTasks } from './read-csco.ts'
import { readTaxonomy } from './read-taxonomy.ts'
import { listSources } from './sources.ts'
import { type TaxonomyItem, taxonomyRejectCodes } from './taxonomy-item.ts'

let room = ''
beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'taxonomies-'))
})
afterAll(() => rm(room, { recursive: true }))

/** Puts files into a folder of their own; names that end in .gz are packed. */
async function folderOf(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(room, name, file)), { recursive: true })
    await writeFile(join(room, name, file), file.endsWith('.gz') ? gzipSync(text) : text)
  }
  return join(room, name)
}
async function readAll(path: string): Promise<TaxonomyItem[]> {
  const items: TaxonomyItem[] = []
  for (const source of await listSources(path)) items.push(...(await Array.fromAsync(readTaxonomy(source))))
  return items
}
const concepts = (items: readonly TaxonomyItem[]) => items.flatMap((item) => (item.kind === 'concept' ? [item.concept] : []))
const relations = (items: readonly TaxonomyItem[]) => items.flatMap((item) => (item.kind === 'relation' ? [item.relation] : []))
const rejects = (items: readonly TaxonomyItem[]) =>
  items.flatMap((item) => (item.kind === 'reject' ? [[item.reject.code, item.reject.line]] : []))

const esco = 'http://data.europa.eu/esco'
const escoFiles = {
  'ISCOGroups_en.csv': `conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description\nISCOGroup,${esco}/isco/C7,7,Craft workers,released,,,\n`,
  'skillGroups_en.csv': `conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,inScheme,description,code\nSkillGroup,${esco}/skill/S8,working with machinery,,,released,,,,,S8\n`,
  'occupations_en.csv': `conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code\nOccupation,${esco}/occupation/o1,7,fitter,"machine fitter\nfitter\nbench fitter",fiter,released,,,,,,"Fits parts,\nby hand.",7233.1\nOccupation,not a uri,7,nobody,,,released,,,,,,,\nOccupation,${esco}/occupation/o2,7,,,,released,,,,,,,\n`,
  'skills_en.csv': `conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description\nKnowledgeSkillCompetence,${esco}/skill/a,skill/competence,cross-sector,file metal,filing | file parts,,released,,,,,\nKnowledgeSkillCompetence,${esco}/skill/b,knowledge,sector-specific,metallurgy,,,obsolete,,,,,\nKnowledgeSkillCompetence,${esco}/skill/a,knowledge,,file metal again,,,released,,,,,\n`,
  'broaderRelationsOccPillar.csv': `conceptType,conceptUri,broaderType,broaderUri\nOccupation,${esco}/occupation/o1,ISCOGroup,${esco}/isco/C7\n`,
  'broaderRelationsSkillPillar.csv': `conceptType,conceptUri,broaderType,broaderUri\nKnowledgeSkillCompetence,${esco}/skill/a,SkillGroup,${esco}/skill/S8\nKnowledgeSkillCompetence,${esco}/skill/b,SkillGroup,${esco}/skill/S9\n`,
  'occupationSkillRelations.csv': `occupationUri,relationType,skillType,skillUri\n${esco}/occupation/o1,essential,skill/competence,${esco}/skill/a\n${esco}/occupation/o1,optional,knowledge,${esco}/skill/b\n${esco}/occupation/o1,sometimes,knowledge,${esco}/skill/b\n${esco}/occupation/o9,optional,knowledge,${esco}/skill/b\n`,
  'skillSkillRelations.csv': `originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri\n${esco}/skill/a,skill/competence,optional,knowledge,${esco}/skill/b\n`,
}
const packed = Object.fromEntries(Object.entries(escoFiles).map(([name, text]) => [`${name}.gz`, text]))

describe('what is in a listing', () => {
  test('ESCO, its version and its languages; relations go with English; collections and other languages are left aside', () => {
    const names = [
      'skills_en.csv',
      'skills_de.csv.gz',
      'skills_fr.csv',
      'occupationSkillRelations_en.csv',
      'broaderRelationsOccPillar.csv',
      'greenSkillsCollection_en.csv',
      'dictionary_en.csv',
    ]
    const found = detectSources(names.map((name) => `ESCO dataset - v1.1.1 - classification/${name}`))
    expect(found.map((source) => [source.taxonomy, source.version, source.language, source.files.map((file) => file.role)])).toEqual([
      ['esco', '1.1.1', 'en', ['skills', 'occupation-skills', 'broader-occupations']],
      ['esco', '1.1.1', 'de', ['skills']],
    ])
  })
  test('the Chinese sources, one a kind', () => {
    const found = detectSources([
      'csco2022_definitions.csv.gz',
      'csco2022_tree.json.gz',
      'majors_moe.tsv.gz',
      'skill_standards_mohrss.tsv.gz',
      'README.md',
    ])
    expect(found.map((source) => [source.taxonomy, source.version, source.language, source.files.length])).toEqual([
      ['csco', '2022', 'zh', 2],
      ['majors', undefined, 'zh', 1],
      ['skill-standards', undefined, 'zh', 1],
    ])
  })
  test('the version of ESCO is read from the content where no name says it', async () => {
    expect(
      (
        await listSources(
          await folderOf('letters', {
            ...escoFiles,
            'broaderRelationsSkillPillar.csv': `a,b,c,d\nx,${esco}/skill/a,SkillGroup,${esco}/skill/S\n`,
          }),
        )
      )[0]!.version,
    ).toBe('1.1.0')
    expect((await listSources(await folderOf('nace', { 'occupations_de.csv': 'conceptUri,preferredLabel,naceCode\n' })))[0]).toMatchObject({
      version: '1.2',
      language: 'de',
    })
    expect((await listSources(await folderOf('en-1.1.0', escoFiles)))[0]!.version).toBe('1.1.0')
  })
  test('a renamed file is known by its columns', async () => {
    const path = await folderOf('renamed', {
      'export.tsv': 'level\tcode\tname\tcategory\tcatalog\nvoc_associate\t460301\t机电一体化技术\t4603自动化类\t2021\n',
    })
    expect((await listSources(join(path, 'export.tsv'))).map((source) => source.taxonomy)).toEqual(['majors'])
  })
  test('something else is nothing', async () => expect(await listSources(await folderOf('else', { 'a.csv': 'x,y\n1,2\n' }))).toEqual([]))
})

describe('ESCO', () => {
  const check = (items: readonly TaxonomyItem[]) => {
    expect(concepts(items)).toEqual([
      {
        id: `${esco}/isco/C7`,
        kind: 'group',
        labels: { en: { preferred: 'Craft workers', alternative: [] } },
        parents: [],
        notation: '7',
        status: 'released',
      },
      {
        id: `${esco}/skill/S8`,
        kind: 'group',
        labels: { en: { preferred: 'working with machinery', alternative: [] } },
        parents: [],
        notation: 'S8',
        status: 'released',
      },
      {
        id: `${esco}/occupation/o1`,
        kind: 'occupation',
        labels: { en: { preferred: 'fitter', alternative: ['machine fitter', 'bench fitter'], hidden: ['fiter'] } },
        description: { en: 'Fits parts,\nby hand.' },
        parents: [`${esco}/isco/C7`],
        notation: '7233.1',
        status: 'released',
      },
      {
        id: `${esco}/skill/a`,
        kind: 'competence',
        labels: { en: { preferred: 'file metal', alternative: ['filing', 'file parts'] } },
        parents: [`${esco}/skill/S8`],
        status: 'released',
        competence: 'skill',
        reuse: 'cross-sector',
      },
      {
        id: `${esco}/skill/b`,
        kind: 'competence',
        labels: { en: { preferred: 'metallurgy', alternative: [] } },
        parents: [`${esco}/skill/S9`],
        status: 'obsolete',
        competence: 'knowledge',
        reuse: 'sector-specific',
      },
    ])
    expect(relations(items)).toEqual([
      { from: `${esco}/occupation/o1`, to: `${esco}/isco/C7`, kind: 'broader' },
      { from: `${esco}/skill/a`, to: `${esco}/skill/S8`, kind: 'broader' },
      { from: `${esco}/skill/a`, to: `${esco}/occupation/o1`, kind: 'essential-for' },
      { from: `${esco}/skill/b`, to: `${esco}/occupation/o1`, kind: 'optional-for' },
      { from: `${esco}/skill/b`, to: `${esco}/skill/a`, kind: 'optional-for' },
    ])
    expect(rejects(items)).toEqual([
      ['bad-uri', 6],
      ['field-missing', 7],
      ['duplicate', 4],
      ['dangling', 3],
      ['unknown-relation', 4],
      ['dangling', 5],
    ])
  }
  test('from a folder', async () => check(await readAll(await folderOf('folder', escoFiles))))
  test('from packed files', async () => check(await readAll(await folderOf('packed', packed))))
  test('from an archive', async () => {
    const path = join(room, 'ESCO v1.1.1.zip')
    await writeFile(path, makeZip(Object.entries(escoFiles).map(([name, content]) => ({ name: `ESCO/${name}`, content }))))
    check(await readAll(path))
  })
  test('German skills in a file of their own', async () => {
    const path = await folderOf('de', {
      'skills_de.csv': `conceptUri,preferredLabel,altLabels,description,source\n${esco}/skill/a,Metall feilen,feilen | Teile feilen,,x\n`,
    })
    expect(concepts(await readAll(path))[0]!.labels).toEqual({
      de: { preferred: 'Metall feilen', alternative: ['feilen', 'Teile feilen'] },
    })
  })
  test('groups of skills hang together by their hierarchy where no relations came along', async () => {
    const head = 'Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term\n'
    expect(
      relations(
        await readAll(
          await folderOf('hierarchy', {
            'skillsHierarchy_en.csv': `${head}${esco}/skill/S,skills,,\n${esco}/skill/S,skills,${esco}/skill/S8,machinery\n`,
          }),
        ),
      ),
    ).toEqual([{ from: `${esco}/skill/S8`, to: `${esco}/skill/S`, kind: 'broader' }])
  })
  test('a file without its columns is one reject', async () => {
    const items = await readAll(await folderOf('columns', { 'skills_en.csv': 'uri,label\n1,2\n' }))
    expect(items).toEqual([
      {
        kind: 'reject',
        reject: {
          file: 'skills_en.csv',
          line: 1,
          code: 'wrong-columns',
          params: { file: 'skills_en.csv', line: 1, missing: 'conceptUri, preferredLabel' },
        },
      },
    ])
  })
  test('a packed file that is cut off is refused as a whole', async () => {
    const path = await folderOf('cut', {})
    await mkdir(path, { recursive: true })
    await writeFile(join(path, 'skills_en.csv.gz'), gzipSync(escoFiles['skills_en.csv']).subarray(0, -12))
    await expect(readAll(path)).rejects.toMatchObject({ code: 'broken-entry' })
  })
})

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
    const items = await readAll(await folderOf('csco', { 'csco2022_definitions.csv': definitions, 'csco2022_tree.json.gz': tree }))
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
    expect(concepts(await readAll(await folderOf('tree', { 'csco2022_tree.json': tree })))).toHaveLength(5)
    expect(concepts(await readAll(await folderOf('definitions', { 'csco2022_definitions.csv': definitions })))).toHaveLength(2)
    expect(rejects(await readAll(await folderOf('json', { 'csco2022_tree.json': '{' })))).toEqual([['bad-json', 1]])
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
  const items = await readAll(await folderOf('majors', { 'majors_moe.tsv': text }))
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
  const items = await readAll(await folderOf('standards', { 'skill_standards_mohrss.tsv': text }))
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

test('every reject has a sentence in three languages', async () => {
  for (const language of ['en', 'zh-CN', 'de']) {
    const url = new URL(`../../../../../../words/src/exchange.${language}.ts`, import.meta.url)
    const [book] = Object.values((await import(url.href)) as Record<string, Record<string, string>>) // safe: each of these files exports one book
    expect(taxonomyRejectCodes.filter((code) => !book![`taxonomy-reject.${code}`])).toEqual([])
  }
})

const shared = new URL('../../../../../../../shared/data', import.meta.url).pathname
const present = existsSync(join(shared, 'esco'))
if (!present) console.log('taxonomy readers: the official files in ../shared/data are not here, so reading them is skipped')

describe.skipIf(!present)('the official files', () => {
  test('are read whole: as many concepts and relations as their publisher counts, within 15 seconds', { timeout: 60_000 }, async () => {
    const counts: Record<string, number> = {}
    for (const source of await listSources(join(shared, 'esco', 'en-1.1.0'))) {
      for await (const item of readTaxonomy(source)) {
        const kind = item.kind === 'concept' ? item.concept.kind : item.kind === 'relation' ? item.relation.kind : item.reject.code
        counts[kind] = (counts[kind] ?? 0) + 1
      }
    }
    expect(counts).toEqual({
      group: 619 + 643,
      occupation: 3008,
      competence: 13_891,
      broader: 3617 + 20_771,
      'essential-for': 65_096 + 191,
      'optional-for': 58_756 + 5708,
    })
  })
  test('of China lose no line unsaid', { timeout: 60_000 }, async () => {
    const items = await readAll(join(shared, 'cn'))
    expect(relations(items).filter((one) => one.kind === 'examined-in')).toHaveLength(8770)
    expect(
      concepts(items).filter((one) => one.kind === 'major').length + rejects(items).filter(([code]) => code === 'broken-name').length,
    ).toBe(1935)
    expect(concepts(items).filter((one) => one.id.startsWith('csco:') && one.kind === 'occupation').length).toBeGreaterThanOrEqual(1639)
  })
})
