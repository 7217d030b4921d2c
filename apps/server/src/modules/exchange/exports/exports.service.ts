import { Readable } from 'node:stream'
import { type ExportFormat, type ExportListName, exportFormats, exportLists, type listExports, mostExported, mostExportedAtOnce } from '@guildhall/contract/exchange'
import type { Answer } from '@guildhall/contract/http'
import { say } from '@guildhall/words'
import { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { can, type Rights } from '../../../platform/access/relations.ts'
import { keepAudit } from '../../../platform/actions/actions.ts'
import { dayOf } from '../../../platform/clock/clock.ts'
import { type Context, newId } from '../../../platform/context.ts'
import { act, ids, look } from '../../../platform/database/doors.ts'
import { exportCsv, exportXlsx } from '../../../platform/exchange-io/export-table.ts'
import type { ImportValues } from '../../../platform/exchange-io/import-fields.ts'
import { conflict, notAllowed, notFound, Refused } from '../../../platform/http/refused.ts'
import { putInInbox } from '../../../platform/inbox/inbox.ts'
import { defineJob } from '../../../platform/jobs/jobs.ts'
import { noId } from '../../../platform/search/find.ts'
import { Asker, asAsker } from '../imports/acting.ts'
import type { SentFormat } from '../send-file.ts'
import { listNamed } from './lists.ts'

/** Who takes lists out of the house: offices, leads and administrators of colleges; an enterprise its own. What a list shows, its own walls say. */
const exportRights = { export: ['at college:office', 'at college:lead', 'at college:administrator', 'at enterprise:hr', 'at enterprise:owner', 'at enterprise:administrator'] } as const satisfies Rights
const mayExport = (ctx: Context): boolean => can(exportRights, 'export', ctx.actor, {})
const demandExport = (ctx: Context) => {
  if (!mayExport(ctx)) throw notAllowed()
}
const own = (ctx: Context) => signatureOf(ctx.actor).organisationId ?? noId

/** Lists that the actor may take out of the house. */
export const listExportable = (ctx: Context): Answer<typeof listExports.lists> => ({ items: mayExport(ctx) ? exportLists.map((list) => ({ list })) : [] })

type File = Readonly<{ name: string; bytes: Uint8Array; format: SentFormat }>
type Query = Readonly<Record<string, unknown>>

/** A list as a file, at once. A longer one is refused here, and asked for as background work. */
export async function exportList(ctx: Context, name: ExportListName, { format, ...query }: Query & { format: ExportFormat }): Promise<File> {
  demandExport(ctx)
  const { rows, isCut } = await readRows(ctx, name, query, mostExportedAtOnce)
  if (isCut) throw conflict('export-as-job', { most: mostExportedAtOnce })
  const file = await write(ctx, name, format, rows)
  await act(ctx, (trx) => keepAudit(ctx, trx, { homeId: own(ctx), action: 'exported', kind: name, detail: { format, rows: rows.length, query } }))
  return file
}

/** Asks for a list of any length as background work. */
export async function startExport(ctx: Context, given: z.output<typeof listExports.start.body>): Promise<Answer<typeof listExports.start>> {
  demandExport(ctx)
  const parsed = listNamed(given.list).parse(given.query)
  if (!parsed.success) throw new Refused(400, 'invalid', { faults: parsed.error.issues.map((issue) => ({ at: `/query/${issue.path.join('/')}`, code: issue.code ?? 'custom' })) })
  const { personId } = signatureOf(ctx.actor)
  if (!personId) throw notAllowed()
  const fileId = newId(ctx)
  const jobId = await act(ctx, (trx) => ctx.house.jobs.send(ctx, trx, exportListJob, { ...given, homeId: own(ctx), personId, fileId }, { key: keyOf(fileId), title: { list: given.list }, visible: false }))
  return { jobId }
}

const keyOf = (fileId: string) => `export-list:${fileId}`

export const exportListJob = defineJob({
  name: 'export-list',
  schema: Asker.extend({ list: z.enum(exportLists), format: z.enum(exportFormats), query: z.record(z.string(), z.string()), fileId: z.uuid() }),
  run: async (ctx, { list, format, query, fileId, ...asker }, report) => {
    const acting = await asAsker(ctx, asker)
    if (!acting || !mayExport(acting)) return undefined
    const { rows, isCut } = await readRows(acting, list, query, mostExported, (done) => report({ done }))
    const file = await write(acting, list, format, rows)
    await ctx.house.files.remove(fileId)
    const saved = await ctx.house.files.save(fileId, Readable.from([Buffer.from(file.bytes)]), file.bytes.length)
    if (saved === 'too-large') throw new Error('a file is not larger than itself')
    const url = `/api/v1/exports/${fileId}/file`
    await act(acting, async (trx) => {
      const row = { homeId: asker.homeId, id: fileId, name: file.name, type: format, size: saved.size, sha256: saved.sha256, personId: asker.personId, at: acting.now, parties: ids([asker.personId]) }
      await trx.insertInto('files').values(row).onConflict((clash) => clash.columns(['homeId', 'id']).doUpdateSet({ size: saved.size, sha256: saved.sha256 })).execute()
      await keepAudit(acting, trx, { homeId: asker.homeId, action: 'exported', kind: list, detail: { format, rows: rows.length, query } })
      const line = { kind: 'notice', params: { list: say(`exports.list.${list}`, {}, acting.actor.language), n: rows.length, format: format.toUpperCase() }, organisationId: asker.homeId, person: asker.personId, object: { kind: 'export', id: fileId }, url, effectKey: keyOf(fileId) } as const
      if (isCut) await putInInbox(acting, trx, { ...line, code: 'export-cut' })
      else await putInInbox(acting, trx, { ...line, code: 'export-ready' })
    })
    return { url, rows: rows.length, isCut }
  },
})

/** A written list, for the person who asked for it and nobody else. */
export async function openExport(ctx: Context, fileId: string): Promise<Readonly<{ name: string; bytes: NodeJS.ReadableStream; format: SentFormat }>> {
  const file = await look(ctx, async (trx) => {
    const job = await trx.selectFrom('jobs').select('id').where('homeId', '=', own(ctx)).where('effectKey', '=', keyOf(fileId)).where('personId', '=', signatureOf(ctx.actor).personId).executeTakeFirst()
    if (!job) throw notFound()
    return trx.selectFrom('files').select(['id', 'name', 'type']).where('homeId', '=', own(ctx)).where('id', '=', fileId).executeTakeFirst()
  })
  if (!file) throw new Refused(404, 'file-is-gone')
  return { name: file.name, bytes: ctx.house.files.open(file.id), format: file.type === 'csv' ? 'csv' : 'xlsx' }
}

async function readRows(ctx: Context, name: ExportListName, query: Query, most: number, report: (done: number) => Promise<void> = async () => undefined): Promise<{ rows: ImportValues[]; isCut: boolean }> {
  const rows: ImportValues[] = []
  for await (const page of listNamed(name).pages(ctx, query)) {
    rows.push(...page)
    await report(Math.min(rows.length, most))
    if (rows.length > most) return { rows: rows.slice(0, most), isCut: true }
  }
  return { rows, isCut: false }
}

async function write(ctx: Context, name: ExportListName, format: ExportFormat, rows: readonly ImportValues[]): Promise<File> {
  const { language } = ctx.actor
  const title = say(`exports.list.${name}`, {}, language)
  const question = { name: title, fields: await listNamed(name).fields(ctx), rows, language }
  return { name: `${title}-${dayOf(ctx.now)}.${format}`, format, bytes: format === 'csv' ? exportCsv(question) : await exportXlsx(question) }
}
