import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeZip } from '../../../platform/exchange-io/fixtures/make-zip.ts'
import { kldbFiles } from './fixtures/kldb.ts'
import { concepts, folderOf, makeRoom, readAll, rejects, relations } from './fixtures/reading-room.ts'
import { classesIn } from './read-kldb.ts'
import { listSources } from './sources.ts'

let room = ''
beforeAll(async () => {
  room = await makeRoom()
})
afterAll(() => rm(room, { recursive: true }))

describe('the German classification of occupations', () => {
  test('five levels, with zeros that a spreadsheet dropped, remarks, activities and all titles', async () => {
    const items = await readAll(await folderOf(room, 'kldb', kldbFiles))
    expect(concepts(items).map((one) => [one.id, one.kind, one.labels.de!.preferred, one.parents])).toEqual([
      ['kldb:0', 'group', 'Turmbau', []],
      ['kldb:01', 'group', 'Glocken', ['kldb:0']],
      ['kldb:011', 'group', 'Läuten', ['kldb:01']],
      ['kldb:0110', 'group', 'Läuteberufe', ['kldb:011']],
      ['kldb:01102', 'occupation', 'Glockenläuter/innen - fachlich', ['kldb:0110']],
      ['kldb:1', 'group', 'Guss', []],
      ['kldb:11', 'group', 'Metallguss', ['kldb:1']],
      ['kldb:110', 'group', 'Glockenguss', ['kldb:11']],
      ['kldb:1101', 'group', 'Gießen von Glocken', ['kldb:110']],
      ['kldb:11012', 'occupation', 'Glockengießer/innen', ['kldb:1101']],
    ])
    expect(concepts(items).find((one) => one.notation === '01102')).toMatchObject({
      labels: { de: { alternative: ['Läuter/in', 'Glöckner/in', 'Küster/in - Läutedienst'] } },
      description: { de: 'Wer läutet, achtet auf die Schwengelaufhängung.' },
      tasks: ['Glocken läuten, z. B. zur vollen Stunde', 'Seile spleißen', 'Lager schmieren'],
    })
    expect(relations(items).filter((one) => one.kind === 'related')).toEqual([
      { from: 'kldb:0110', to: 'kldb:1101', kind: 'related' },
      { from: 'kldb:01102', to: 'kldb:11012', kind: 'related' },
    ])
    expect(rejects(items)).toEqual([
      ['duplicate', 4],
      ['bad-code', 6],
      ['field-missing', 7],
      ['unknown-type', 7],
      ['field-missing', 8],
      ['bad-code', 9],
      ['duplicate', 10],
      ['dangling', 5],
      ['bad-code', 5],
    ])
  })

  test('from an archive, and under other names, it is the same; its version stands in its first line', async () => {
    const usual = await readAll(await folderOf(room, 'usual', kldbFiles))
    const archive = join(room, 'berufe.zip')
    await writeFile(archive, makeZip(Object.entries(kldbFiles).map(([name, content], i) => ({ name: `Downloads/${['Systematik.csv', 'Titel.tsv'][i] ?? name}`, content }))))
    expect((await listSources(archive)).map((one) => [one.taxonomy, one.version, one.language, one.files.map((file) => file.role)])).toEqual([['kldb', '2020', 'de', ['kldb-classes', 'kldb-titles']]])
    const renamed = await readAll(archive)
    expect([concepts(renamed), relations(renamed)]).toEqual([concepts(usual), relations(usual)])
  })

  test('titles alone say what they belong to', async () => {
    const items = await readAll(await folderOf(room, 'titles', { 'kldb2010_titles.tsv': 'kldb5\tdkz\ttitle\n01102\tx\tLäuter/in\n' }))
    expect([concepts(items), rejects(items)]).toEqual([[], [['companion-missing', 1]]])
  })

  test.each([
    ['Nicht einzubeziehende Positionen:  012 Anderes mit 3 Punkten  0130 Drittes', ['012', '0130']],
    ['Nicht einzubeziehende Berufe:  Techniker/in - Glas (Verf./Umw)(25183)  Meister/in(21393)', ['25183', '21393']],
    ['', []],
  ])('%s leads elsewhere', (text, codes) => expect(classesIn(text)).toEqual(codes))
})
