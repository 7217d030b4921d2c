import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeZip } from '../../../platform/exchange-io/fixtures/make-zip.ts'
import { detectSources } from './detect.ts'
import { concepts, folderOf, makeRoom, readAll, rejects, relations } from './fixtures/reading-room.ts'
import { listSources } from './sources.ts'
import type { TaxonomyItem } from './taxonomy-item.ts'

let room = ''
beforeAll(async () => {
  room = await makeRoom()
})
afterAll(() => rm(room, { recursive: true }))

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
          await folderOf(room, 'letters', {
            ...escoFiles,
            'broaderRelationsSkillPillar.csv': `a,b,c,d\nx,${esco}/skill/a,SkillGroup,${esco}/skill/S\n`,
          }),
        )
      )[0]!.version,
    ).toBe('1.1.0')
    expect(
      (await listSources(await folderOf(room, 'nace', { 'occupations_de.csv': 'conceptUri,preferredLabel,naceCode\n' })))[0],
    ).toMatchObject({
      version: '1.2',
      language: 'de',
    })
    expect((await listSources(await folderOf(room, 'en-1.1.0', escoFiles)))[0]!.version).toBe('1.1.0')
  })
  test('a renamed file is known by its columns', async () => {
    const path = await folderOf(room, 'renamed', {
      'export.tsv': 'level\tcode\tname\tcategory\tcatalog\nvoc_associate\t460301\t机电一体化技术\t4603自动化类\t2021\n',
    })
    expect((await listSources(join(path, 'export.tsv'))).map((source) => source.taxonomy)).toEqual(['majors'])
  })
  test('something else is nothing', async () =>
    expect(await listSources(await folderOf(room, 'else', { 'a.csv': 'x,y\n1,2\n' }))).toEqual([]))
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
  test('from a folder', async () => check(await readAll(await folderOf(room, 'folder', escoFiles))))
  test('from packed files', async () => check(await readAll(await folderOf(room, 'packed', packed))))
  test('from an archive', async () => {
    const path = join(room, 'ESCO v1.1.1.zip')
    await writeFile(path, makeZip(Object.entries(escoFiles).map(([name, content]) => ({ name: `ESCO/${name}`, content }))))
    check(await readAll(path))
  })
  test('German skills in a file of their own', async () => {
    const path = await folderOf(room, 'de', {
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
          await folderOf(room, 'hierarchy', {
            'skillsHierarchy_en.csv': `${head}${esco}/skill/S,skills,,\n${esco}/skill/S,skills,${esco}/skill/S8,machinery\n`,
          }),
        ),
      ),
    ).toEqual([{ from: `${esco}/skill/S8`, to: `${esco}/skill/S`, kind: 'broader' }])
  })
  test('a file without its columns is one reject', async () => {
    const items = await readAll(await folderOf(room, 'columns', { 'skills_en.csv': 'uri,label\n1,2\n' }))
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
    const path = await folderOf(room, 'cut', {})
    await mkdir(path, { recursive: true })
    await writeFile(join(path, 'skills_en.csv.gz'), gzipSync(escoFiles['skills_en.csv']).subarray(0, -12))
    await expect(readAll(path)).rejects.toMatchObject({ code: 'broken-entry' })
  })
})
