import type { ImportTargetName, imports } from '@guildhall/contract/exchange'
import type { Answer } from '@guildhall/contract/http'
import { say } from '@guildhall/words'
import type { Context } from '../../../platform/context.ts'
import { look } from '../../../platform/database/doors.ts'
import { headerOf } from '../../../platform/exchange-io/export-table.ts'
import { importTemplate } from '../../../platform/exchange-io/template.ts'
import { targetOf } from '../targets/targets.ts'
import { demandTarget, openTargets } from './import-rights.ts'

/** A drop-down of more entries is searched by nobody, and makes the workbook slow. */
const longestList = 2000

export const listTargets = (ctx: Context): Answer<typeof imports.targets> => ({
  items: openTargets(ctx).map((target) => ({
    target: target.name, canUndo: target.undo !== undefined, fields: target.fields.map((field) => ({ key: field.key, label: headerOf(field, ctx.actor.language), kind: field.kind, required: field.required ?? false })),
  })),
})

/** An empty workbook in the reader's language, with the organisation's own lists as drop-downs. */
export async function writeTemplate(ctx: Context, name: ImportTargetName): Promise<{ name: string; bytes: Uint8Array }> {
  const target = targetOf(name)
  demandTarget(ctx, target)
  const { fields } = await look(ctx, (trx) => target.load(ctx, trx))
  const title = say(`imports.target.${name}`, {}, ctx.actor.language)
  const bytes = await importTemplate({ name: title, language: ctx.actor.language, fields: fields.map((field) => ((field.choices?.length ?? 0) > longestList ? { ...field, choices: [] } : field)) })
  return { name: `${title}.xlsx`, bytes }
}
