import type { ImportField } from '../../../platform/exchange-io/import-fields.ts'
import { labelsOf } from '../../../platform/exchange-io/labels.ts'
import type { Context } from '../../../platform/context.ts'
import { listMajors } from '../../programmes/index.ts'

/** The column of a major, with the majors of the reader's college by code and name. */
export async function majorField(ctx: Context): Promise<ImportField> {
  const { items } = await listMajors(ctx, { limit: 1000 })
  const choices = items.map(({ id, code, name }) => ({ code: id, labels: { 'zh-CN': [`${code} ${name.zh ?? name.en ?? name.de ?? ''}`.trim()], en: name.en ? [`${code} ${name.en}`] : [], de: name.de ? [`${code} ${name.de}`] : [] } }))
  return { key: 'major', labels: labelsOf('programmes.major'), kind: 'reference', choices }
}
