import { rowsOf } from './onet-rows.ts'
import type { TaxonomySource } from './sources.ts'
import { rejectItem, type TaxonomyItem } from './taxonomy-item.ts'

export type OccupationTask = Readonly<{ id: string; text: string; isCore: boolean }>

/** All titles by which people call an occupation: those its publisher collected, their short forms, and those that people reported. Yields only what cannot be taken. */
export async function* collectTitles(source: TaxonomySource, codes: ReadonlySet<string>, titles: Map<string, Set<string>>): AsyncGenerator<TaxonomyItem> {
  for (const [role, columns] of [
    ['onet-alternate-titles', ['Alternate Title', 'Short Title']],
    ['onet-reported-titles', ['Reported Job Title']],
  ] as const) {
    for await (const row of rowsOf(source, role, ['O*NET-SOC Code', columns[0]])) {
      if (!('code' in row)) {
        yield row
        continue
      }
      const { code, file, line, get } = row
      if (!codes.has(code)) yield rejectItem(file, line, 'dangling', { value: code })
      else if (get(columns[0]) === '') yield rejectItem(file, line, 'field-missing', { field: columns[0], value: code })
      else {
        const known = titles.get(code) ?? new Set()
        for (const title of columns.map(get)) if (title !== '') known.add(title)
        titles.set(code, known)
      }
    }
  }
}

/** The tasks of each occupation, in the order of the file. Yields only what cannot be taken. */
export async function* collectTasks(source: TaxonomySource, codes: ReadonlySet<string>, tasks: Map<string, OccupationTask[]>): AsyncGenerator<TaxonomyItem> {
  const seen = new Set<string>()
  for await (const row of rowsOf(source, 'onet-tasks', ['O*NET-SOC Code', 'Task ID', 'Task', 'Task Type'])) {
    if (!('code' in row)) {
      yield row
      continue
    }
    const { code, file, line, get } = row
    const [id, text] = [get('Task ID'), get('Task')]
    const key = `${code} ${id}`
    if (!codes.has(code)) yield rejectItem(file, line, 'dangling', { value: code })
    else if (text === '') yield rejectItem(file, line, 'field-missing', { field: 'Task', value: code })
    else if (seen.has(key)) yield rejectItem(file, line, 'duplicate', { value: key })
    else {
      seen.add(key)
      tasks.set(code, [...(tasks.get(code) ?? []), { id, text, isCore: get('Task Type') === 'Core' }])
    }
  }
}
