import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { type Context, newId } from '../../../platform/context.ts'
import { act, ids } from '../../../platform/database/doors.ts'
import { BadFile } from '../../../platform/exchange-io/bad-file.ts'
import type { UploadedFile } from '../../../platform/http/mount.ts'
import { notAllowed, Refused } from '../../../platform/http/refused.ts'
import { can } from '../../../platform/access/relations.ts'
import { signatureOf } from '../../../platform/access/actor.ts'
import { defineJob } from '../../../platform/jobs/jobs.ts'
import { listSources, type TaxonomySource } from '../readers/sources.ts'
import { taxonomyRights } from '../taxonomy.things.ts'
import { countItems, importTaxonomy } from './import-taxonomy.ts'
import { openRejects } from './rejects.ts'

const limit = 200 << 20
const expected = 'ZIP, GZ, CSV, TSV, JSON'

/** Takes an uploaded taxonomy. It may run twice: what is there already is left as it is. */
export const importTaxonomyJob = defineJob({
  name: 'import-taxonomy',
  schema: z.object({ fileId: z.uuid(), name: z.string() }),
  run: (ctx, { fileId, name }, report) =>
    withSources(ctx, fileId, name, async (sources) => {
      // The lines that are not taken lie beside the file they came from, under its number: a second run of the job writes the same file.
      const rejectsId = rejectsOf(fileId)
      const rejects = openRejects(ctx.house.files.pathOf(rejectsId))
      try {
        const counts = await importTaxonomy(ctx.house.db, sources, { now: ctx.house.clock.now(), report, newId: () => newId(ctx), total: await countItems(sources), onReject: rejects.add })
        return { ...counts, ...(counts.rejectCount ? { rejectsId } : {}) }
      } finally {
        await rejects.close()
      }
    }),
})

const rejectsOf = (fileId: string) => `${fileId}.rejects`

/** Keeps the uploaded file, looks whether it is a taxonomy at all, and asks for the job. */
export async function startImport(ctx: Context, file: UploadedFile): Promise<{ jobId: string }> {
  if (!can(taxonomyRights, 'import', ctx.actor, {})) {
    file.stream.resume()
    throw notAllowed()
  }
  const name = plainName(file.name)
  const fileId = newId(ctx)
  const saved = await ctx.house.files.save(fileId, file.stream, limit)
  if (saved === 'too-large') throw new Refused(413, 'too-large', { params: { limit: '200 MB' } })
  try {
    if (!/\.(zip|gz|csv|tsv|txt|json)$/i.test(name)) throw new Refused(415, 'unsupported-type', { params: { expected } })
    await withSources(ctx, fileId, name, async (sources) => {
      if (!sources.length) throw new Refused(422, 'not-a-taxonomy')
    })
    const { personId, organisationId } = signatureOf(ctx.actor)
    if (!organisationId) throw notAllowed()
    const jobId = await act(ctx, async (trx) => {
      await trx.insertInto('files').values({ homeId: organisationId, id: fileId, name, type: 'application/octet-stream', size: saved.size, sha256: saved.sha256, personId, at: ctx.now, parties: ids([organisationId]) }).execute()
      return ctx.house.jobs.send(ctx, trx, importTaxonomyJob, { fileId, name }, { key: `import-taxonomy:${fileId}`, title: { name } })
    })
    return { jobId }
  } catch (error) {
    await ctx.house.files.remove(fileId)
    throw error instanceof BadFile ? new Refused(422, 'broken-taxonomy-file', { params: { name } }) : error
  }
}

/** The last part of a name, without what could lead elsewhere: the readers know a file by its name. */
const plainName = (name: string) => (name.split(/[\\/]/).at(-1) ?? '').replace(/[^\p{L}\p{N} ._()-]/gu, '_').replace(/^\.+/, '').slice(-120) || 'taxonomy'

/** A stored file has no name of its own; it gets its old one for the time of reading. */
async function withSources<T>(ctx: Context, fileId: string, name: string, work: (sources: TaxonomySource[]) => Promise<T>): Promise<T> {
  const room = await mkdtemp(join(tmpdir(), 'guildhall-taxonomy-'))
  try {
    await copyFile(ctx.house.files.pathOf(fileId), join(room, name))
    return await work(await listSources(join(room, name)))
  } finally {
    await rm(room, { recursive: true, force: true })
  }
}
