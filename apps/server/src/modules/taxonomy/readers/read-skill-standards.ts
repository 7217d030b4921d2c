import { isRow, readRows, type SourceRow } from './rows.ts'
import type { TaxonomySource } from './sources.ts'
import { conceptItem, rejectItem, relationItem, type TaxonomyItem } from './taxonomy-item.ts'

const grades = new Set(['L1', 'L2', 'L3', 'L4', 'L5', 'T1', 'T2', 'T3'])

/**
 * Reads the skill lines of the national occupational standards (国家职业技能标准). A skill is a competence of its occupation; each grade that examines it is a relation with
 * its weight. The occupations themselves come from the classification.
 */
export async function* readSkillStandards(source: TaxonomySource): AsyncGenerator<TaxonomyItem> {
  const seen = new Set<string>()
  const examined = new Set<string>()
  for (const { name: file } of source.files) {
    for await (const row of readRows(source, file, ['occupation_code', 'skill', 'grade'])) {
      if (!isRow(row)) {
        yield row
        continue
      }
      const [occupation, skill, grade, edition] = [row.get('occupation_code'), row.get('skill'), row.get('grade'), row.get('edition')]
      const weight = weightOf(row.get('weight_pct'))
      const id = `mohrss:${occupation}/${skill}`
      const key = `${id}|${grade}|${edition}`
      const reject =
        refuse(row, file, weight) ??
        (examined.has(key) ? rejectItem(file, row.line, 'duplicate', { value: `${occupation} ${skill} ${grade}` }) : undefined)
      if (reject) {
        yield reject
        continue
      }
      examined.add(key)
      const to = `csco:${occupation}`
      if (!seen.has(id)) {
        seen.add(id)
        yield conceptItem({
          id,
          kind: 'competence',
          labels: { zh: { preferred: skill, alternative: [] } },
          parents: [to],
          notation: occupation,
          status: 'released',
          competence: 'skill',
        })
      }
      yield relationItem({
        from: id,
        to,
        kind: 'examined-in',
        grade,
        ...(typeof weight === 'number' ? { weight } : {}),
        ...(edition ? { edition } : {}),
      })
    }
  }
}

/** A number from 0 to 100; undefined where none is given, `bad` where something else is. */
function weightOf(text: string): number | 'bad' | undefined {
  if (text === '') return undefined
  const value = /^\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  return value >= 0 && value <= 100 ? value : 'bad'
}

function refuse(row: SourceRow, file: string, weight: number | 'bad' | undefined): TaxonomyItem | undefined {
  const [occupation, skill, grade] = [row.get('occupation_code'), row.get('skill'), row.get('grade')]
  if (!/^[1-8]-\d{2}-\d{2}-\d{2}$/.test(occupation)) return rejectItem(file, row.line, 'bad-code', { value: occupation })
  if (skill === '') return rejectItem(file, row.line, 'field-missing', { field: 'skill', value: occupation })
  if (!grades.has(grade)) return rejectItem(file, row.line, 'unknown-grade', { value: grade })
  return weight === 'bad' ? rejectItem(file, row.line, 'bad-weight', { value: row.get('weight_pct') }) : undefined
}
