import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeZip } from '../../../platform/exchange-io/fixtures/make-zip.ts'
import { concepts, folderOf, makeRoom, readAll, rejects, relations } from './fixtures/reading-room.ts'
import { listSources } from './sources.ts'
import type { TaxonomyItem } from './taxonomy-item.ts'

/** Tables in the form of O*NET, with entries of our own invention. */
const files = {
  'Occupation Data.txt': 'O*NET-SOC Code\tTitle\tDescription\n17-9001.00\tBell Engineers\tDesign bells.\n17-9001.02\tCarillon Engineers\t\n49-9002.00\tBell Repairers\tMend bells.\n49-9002.00\tAgain\t\n4990\tNo code\t\n49-9003.00\t\t\n',
  'Alternate Titles.txt': 'O*NET-SOC Code\tTitle\tAlternate Title\tShort Title\tSource(s)\n49-9002.00\tBell Repairers\tChime Fitter\tCF\t1\n49-9002.00\tBell Repairers\tBell Repairers\t\t1\n11-0000.00\tNobody\tNobody\t\t1\n',
  'Sample of Reported Titles.txt': 'O*NET-SOC Code\tTitle\tReported Job Title\tShown in My Next Move\n49-9002.00\tBell Repairers\tChime Fitter\tY\n49-9002.00\tBell Repairers\tBell Smith\tN\n',
  'Task Statements.txt':
    'O*NET-SOC Code\tTitle\tTask ID\tTask\tTask Type\n49-9002.00\tBell Repairers\t1\tOil the bearings of clappers.\tSupplemental\n49-9002.00\tBell Repairers\t2\tReplace worn clappers.\tCore\n49-9002.00\tBell Repairers\t2\tAgain.\tCore\n',
  'DWA Reference.txt':
    'Element ID\tElement Name\tIWA ID\tIWA Title\tDWA ID\tDWA Title\n4.A.3.b.5\tRepairing\t4.A.3.b.5.I01\tRepair instruments.\t4.A.3.b.5.I01.D01\tReplace parts of bells.\n4.A.3.b.5\tRepairing\t4.A.3.b.5.I01\tRepair instruments.\t4.A.3.b.5.I01.D02\tLubricate bells.\n',
  'Tasks to DWAs.txt':
    'O*NET-SOC Code\tTitle\tTask ID\tTask\tDWA ID\tDWA Title\n49-9002.00\t\t1\t\t4.A.3.b.5.I01.D02\t\n49-9002.00\t\t1\t\t4.A.3.b.5.I01.D01\t\n49-9002.00\t\t2\t\t4.A.3.b.5.I01.D01\t\n49-9002.00\t\t2\t\t4.A.9\t\n',
  'Technology Skills.txt':
    'O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\n17-9001.00\tBellCAD\t43232604\tCAD software\n49-9002.00\tBellCAD\t43232604\tCAD software\n49-9002.00\tBellCAD\t43232604\tCAD software\n49-9002.00\tTuner\tx\t\n',
  'Related Occupations.txt': 'O*NET-SOC Code\tTitle\tRelated O*NET-SOC Code\n49-9002.00\t\t17-9001.00\n49-9002.00\t\t11-1111.00\n',
}

let room = ''
beforeAll(async () => {
  room = await makeRoom()
})
afterAll(() => rm(room, { recursive: true }))

function check(items: readonly TaxonomyItem[]) {
  expect(concepts(items).map((one) => [one.id, one.kind, one.labels.en!.preferred, one.parents])).toEqual([
    ['onet:17', 'group', 'Architecture and Engineering Occupations', []],
    ['onet:17-9001.00', 'occupation', 'Bell Engineers', ['onet:17']],
    ['onet:17-9001.02', 'occupation', 'Carillon Engineers', ['onet:17-9001.00']],
    ['onet:49', 'group', 'Installation, Maintenance, and Repair Occupations', []],
    ['onet:49-9002.00', 'occupation', 'Bell Repairers', ['onet:49']],
    ['onet:4.A', 'group', 'Work Activities', []],
    ['onet:4.A.3.b.5', 'group', 'Repairing', ['onet:4.A']],
    ['onet:4.A.3.b.5.I01', 'group', 'Repair instruments', ['onet:4.A.3.b.5']],
    ['onet:4.A.3.b.5.I01.D01', 'competence', 'Replace parts of bells', ['onet:4.A.3.b.5.I01']],
    ['onet:4.A.3.b.5.I01.D02', 'competence', 'Lubricate bells', ['onet:4.A.3.b.5.I01']],
    ['onet:tech', 'group', 'Technology Skills', []],
    ['onet:tech/43232604', 'group', 'CAD software', ['onet:tech']],
    ['onet:tech/43232604/BellCAD', 'competence', 'BellCAD', ['onet:tech/43232604']],
  ])
  expect(concepts(items)[4]).toMatchObject({ labels: { en: { alternative: ['Chime Fitter', 'CF', 'Bell Smith'] } }, description: { en: 'Mend bells.' }, tasks: ['Replace worn clappers.', 'Oil the bearings of clappers.'] })
  expect(relations(items).filter((one) => one.kind !== 'broader')).toEqual([
    { from: 'onet:4.A.3.b.5.I01.D02', to: 'onet:49-9002.00', kind: 'optional-for' },
    { from: 'onet:4.A.3.b.5.I01.D01', to: 'onet:49-9002.00', kind: 'essential-for' },
    { from: 'onet:tech/43232604/BellCAD', to: 'onet:17-9001.00', kind: 'used-in' },
    { from: 'onet:tech/43232604/BellCAD', to: 'onet:49-9002.00', kind: 'used-in' },
    { from: 'onet:49-9002.00', to: 'onet:17-9001.00', kind: 'related' },
  ])
  // Every broader relation is a parent that the concept names, and the other way round.
  expect(relations(items).filter((one) => one.kind === 'broader').map((one) => [one.from, one.to])).toEqual(concepts(items).flatMap((one) => one.parents.map((parent) => [one.id, parent])))
  expect(rejects(items)).toEqual([
    ['dangling', 4],
    ['duplicate', 4],
    ['duplicate', 5],
    ['bad-code', 6],
    ['field-missing', 7],
    ['dangling', 5],
    ['duplicate', 4],
    ['bad-code', 5],
    ['dangling', 3],
  ])
}

describe('O*NET', () => {
  test('from its text archive, which tells its version', async () => {
    const path = join(room, 'db_29_2_text.zip')
    await writeFile(path, makeZip(Object.entries(files).map(([name, content]) => ({ name: `db_29_2_text/${name}`, content }))))
    expect((await listSources(path)).map((one) => [one.taxonomy, one.version, one.language, one.files.length])).toEqual([['onet', '29.2', 'en', 8]])
    check(await readAll(path))
  })
  test('from packed tables of a folder', async () => {
    const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${name.replaceAll(' ', '_').replace('.txt', '.tsv')}.gz`, text]))
    const path = await folderOf(room, 'onet/29.2', packed)
    expect((await listSources(path)).map((one) => one.version)).toEqual(['29.2'])
    check(await readAll(path))
  })
  test('from renamed tables', async () => check(await readAll(await folderOf(room, 'renamed', Object.fromEntries(Object.entries(files).map(([, text], i) => [`table-${i}.txt`, text]))))))
  test('a table that only adds to the occupations says that they are missing', async () => {
    const items = await readAll(await folderOf(room, 'alone', { 'Alternate_Titles.tsv': files['Alternate Titles.txt'] }))
    expect([concepts(items), rejects(items)]).toEqual([[], [['companion-missing', 1]]])
  })
})
