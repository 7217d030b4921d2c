import { readActivities, readTechnology } from './read-onet-competences.ts'
import { collectTasks, collectTitles, type OccupationTask } from './read-onet-occupations.ts'
import { onetId, rowsOf } from './onet-rows.ts'
import { socFamilies } from './soc-families.ts'
import type { TaxonomySource } from './sources.ts'
import { conceptItem, rejectItem, relationItem, type TaxonomyConcept, type TaxonomyItem } from './taxonomy-item.ts'

/**
 * Reads O*NET as its publisher gives it out in text: occupations with all their titles and tasks, in the families of the SOC; detailed work activities as competences that
 * are essential where a core task asks for them; software and tools as competences in their groups. Titles and tasks (some 80,000 lines) are held in memory until the
 * occupations are read, everything else passes through.
 */
export async function* readOnet(source: TaxonomySource): AsyncGenerator<TaxonomyItem> {
  const alone = source.files.some((file) => file.role === 'onet-occupations') ? [] : source.files
  for (const file of alone) yield rejectItem(file.name, 1, 'companion-missing', { needed: 'Occupation Data' })
  if (alone.length > 0) return

  const titles = new Map<string, Set<string>>()
  const tasks = new Map<string, OccupationTask[]>()
  const codes = new Set<string>()
  for await (const row of rowsOf(source, 'onet-occupations', ['O*NET-SOC Code', 'Title'])) if ('code' in row) codes.add(row.code)
  yield* collectTitles(source, codes, titles)
  yield* collectTasks(source, codes, tasks)
  yield* readOccupations(source, titles, tasks)
  yield* readActivities(source, codes, tasks)
  yield* readTechnology(source, codes)
  yield* readRelated(source, codes)
}

async function* readOccupations(source: TaxonomySource, titles: ReadonlyMap<string, Set<string>>, tasks: ReadonlyMap<string, OccupationTask[]>): AsyncGenerator<TaxonomyItem> {
  const seen = new Set<string>()
  for await (const row of rowsOf(source, 'onet-occupations', ['O*NET-SOC Code', 'Title'])) {
    if (!('code' in row)) {
      yield row
      continue
    }
    const { code, file, line, get } = row
    const [title, description] = [get('Title'), get('Description')]
    if (seen.has(code)) yield rejectItem(file, line, 'duplicate', { value: code })
    else if (title === '') yield rejectItem(file, line, 'field-missing', { field: 'Title', value: code })
    else {
      const family = code.slice(0, 2)
      if (!seen.has(family)) yield conceptItem(group(onetId(family), family, socFamilies[family] ?? family))
      // A specialty stands below the occupation it is one of.
      const general = `${code.slice(0, 7)}.00`
      const parent = onetId(general !== code && seen.has(general) ? general : family)
      seen.add(family).add(code)
      const alternative = [...(titles.get(code) ?? [])].filter((one) => one !== title)
      const work = [...(tasks.get(code) ?? [])].sort((a, b) => Number(b.isCore) - Number(a.isCore)).map((one) => one.text)
      yield conceptItem({
        id: onetId(code), kind: 'occupation', labels: { en: { preferred: title, alternative } }, parents: [parent], notation: code, status: 'released',
        ...(description ? { description: { en: description } } : {}), ...(work.length ? { tasks: work } : {}),
      })
      yield relationItem({ from: onetId(code), to: parent, kind: 'broader' })
    }
  }
}

async function* readRelated(source: TaxonomySource, codes: ReadonlySet<string>): AsyncGenerator<TaxonomyItem> {
  for await (const row of rowsOf(source, 'onet-related', ['O*NET-SOC Code', 'Related O*NET-SOC Code'])) {
    if (!('code' in row)) {
      yield row
      continue
    }
    const other = row.get('Related O*NET-SOC Code')
    const stray = [row.code, other].find((one) => !codes.has(one))
    yield stray === undefined ? relationItem({ from: onetId(row.code), to: onetId(other), kind: 'related' }) : rejectItem(row.file, row.line, 'dangling', { value: stray })
  }
}

const group = (id: string, notation: string, name: string): TaxonomyConcept => ({ id, kind: 'group', labels: { en: { preferred: name, alternative: [] } }, parents: [], notation, status: 'released' })
