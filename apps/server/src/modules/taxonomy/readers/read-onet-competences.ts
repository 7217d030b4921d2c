import { onetId, rowsOf } from './onet-rows.ts'
import type { OccupationTask } from './read-onet-occupations.ts'
import type { TaxonomySource } from './sources.ts'
import { conceptItem, rejectItem, relationItem, type TaxonomyConcept, type TaxonomyItem } from './taxonomy-item.ts'

/** Element 4.A of the content model, under which all activities stand. */
const root = { code: '4.A', name: 'Work Activities' }

/**
 * Detailed work activities as competences, below the intermediate and the general activity they belong to. An occupation needs one essentially where a core task of its asks
 * for it; else it is optional.
 */
export async function* readActivities(source: TaxonomySource, codes: ReadonlySet<string>, tasks: ReadonlyMap<string, readonly OccupationTask[]>): AsyncGenerator<TaxonomyItem> {
  const seen = new Set<string>()
  for await (const row of rowsOf(source, 'onet-activities', ['Element ID', 'Element Name', 'IWA ID', 'IWA Title', 'DWA ID', 'DWA Title'])) {
    if (!('code' in row)) {
      yield row
      continue
    }
    const { file, line, get } = row
    const steps = [
      ['Element ID', 'Element Name'],
      ['IWA ID', 'IWA Title'],
      ['DWA ID', 'DWA Title'],
    ].map(([id, name]) => ({ code: get(id!), name: withoutStop(get(name!)) }))
    const empty = steps.find((step) => step.code === '' || step.name === '')
    if (empty) yield rejectItem(file, line, 'field-missing', { field: 'DWA Title', value: empty.code })
    else if (seen.has(get('DWA ID'))) yield rejectItem(file, line, 'duplicate', { value: get('DWA ID') })
    else
      for (const [i, { code, name }] of [root, ...steps].entries()) {
        if (seen.has(code)) continue
        seen.add(code)
        yield* below(concept(code, name, i === 3 ? 'competence' : 'group', [undefined, root.code, steps[0]!.code, steps[1]!.code][i]))
      }
  }
  yield* readUses(source, codes, tasks, seen)
}

async function* readUses(source: TaxonomySource, codes: ReadonlySet<string>, tasks: ReadonlyMap<string, readonly OccupationTask[]>, activities: ReadonlySet<string>): AsyncGenerator<TaxonomyItem> {
  const core = new Set([...tasks].flatMap(([code, all]) => all.filter((one) => one.isCore).map((one) => `${code} ${one.id}`)))
  const uses = new Map<string, Readonly<{ activity: string; code: string; isCore: boolean }>>()
  for await (const row of rowsOf(source, 'onet-tasks-to-activities', ['O*NET-SOC Code', 'Task ID', 'DWA ID'])) {
    if (!('code' in row)) {
      yield row
      continue
    }
    const { code, file, line, get } = row
    const activity = get('DWA ID')
    const stray = !codes.has(code) ? code : activities.has(activity) ? undefined : activity
    if (stray !== undefined) yield rejectItem(file, line, 'dangling', { value: stray })
    else {
      const key = `${activity} ${code}`
      uses.set(key, { activity, code, isCore: (uses.get(key)?.isCore ?? false) || core.has(`${code} ${get('Task ID')}`) })
    }
  }
  for (const { activity, code, isCore } of uses.values()) yield relationItem({ from: onetId(activity), to: onetId(code), kind: isCore ? 'essential-for' : 'optional-for' })
}

/** Software, machines and tools as competences in the groups of the UNSPSC that the table names, and the occupations that use them. */
export async function* readTechnology(source: TaxonomySource, codes: ReadonlySet<string>): AsyncGenerator<TaxonomyItem> {
  const seen = new Set<string>()
  for await (const row of rowsOf(source, 'onet-technology', ['O*NET-SOC Code', 'Example', 'Commodity Code', 'Commodity Title'])) {
    if (!('code' in row)) {
      yield row
      continue
    }
    const { code, file, line, get } = row
    const [example, commodity, title] = [get('Example'), get('Commodity Code'), get('Commodity Title')]
    const [group, own] = [`tech/${commodity}`, `tech/${commodity}/${example}`]
    if (!/^\d{8}$/.test(commodity)) yield rejectItem(file, line, 'bad-code', { value: commodity })
    else if (example === '') yield rejectItem(file, line, 'field-missing', { field: 'Example', value: code })
    else if (!codes.has(code)) yield rejectItem(file, line, 'dangling', { value: code })
    else if (seen.has(`${own} ${code}`)) yield rejectItem(file, line, 'duplicate', { value: `${code} ${example}` })
    else {
      if (!seen.has('tech')) yield* below(unnumbered(concept('tech', 'Technology Skills', 'group', undefined)))
      if (!seen.has(group)) yield* below({ ...concept(group, title || commodity, 'group', 'tech'), notation: commodity })
      if (!seen.has(own)) yield* below(unnumbered(concept(own, example, 'competence', group)))
      seen.add('tech').add(group).add(own).add(`${own} ${code}`)
      yield relationItem({ from: onetId(own), to: onetId(code), kind: 'used-in' })
    }
  }
}

/** A product, and the group of them all, has no code that people know. */
const unnumbered = ({ notation: _none, ...rest }: TaxonomyConcept): TaxonomyConcept => rest
const withoutStop = (text: string) => text.replace(/\.$/, '')

const concept = (code: string, name: string, kind: 'competence' | 'group', parent: string | undefined): TaxonomyConcept => ({
  id: onetId(code), kind, labels: { en: { preferred: name, alternative: [] } }, parents: parent === undefined ? [] : [onetId(parent)], notation: code, status: 'released',
  ...(kind === 'competence' ? { competence: 'skill' as const } : {}),
})

function* below(one: TaxonomyConcept): Generator<TaxonomyItem> {
  yield conceptItem(one)
  for (const parent of one.parents) yield relationItem({ from: one.id, to: parent, kind: 'broader' })
}
