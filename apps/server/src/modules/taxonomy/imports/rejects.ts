import { createWriteStream } from 'node:fs'
import { open as openFile } from 'node:fs/promises'
import { once } from 'node:events'
import { findWords } from '@guildhall/words'
import { signatureOf } from '../../../platform/access/actor.ts'
import type { Context } from '../../../platform/context.ts'
import { look } from '../../../platform/database/doors.ts'
import { writeCsv } from '../../../platform/exchange-io/csv.ts'
import { notFound } from '../../../platform/http/refused.ts'
import type { TaxonomyReject } from '../readers/taxonomy-item.ts'

/** Where an import writes what it did not take, one JSON a line: sentences are said when somebody reads them, in their language. */
export function openRejects(path: string): Readonly<{ add: (reject: TaxonomyReject) => Promise<void>; close: () => Promise<void> }> {
  const stream = createWriteStream(path, { mode: 0o600 })
  return {
    add: async (reject) => {
      if (!stream.write(`${JSON.stringify(reject)}\n`)) await once(stream, 'drain')
    },
    close: async () => {
      stream.end()
      await once(stream, 'close')
    },
  }
}

/** More lines are not a list of slips but another file. */
const mostShown = 100_000

/** All lines that an import of the reader's organisation did not take. */
export async function readRejects(ctx: Context, jobId: string): Promise<Buffer> {
  const { organisationId } = signatureOf(ctx.actor)
  const job = await look(ctx, (trx) => trx.selectFrom('jobs').select('result').where('id', '=', jobId).where('name', '=', 'import-taxonomy').where('organisationId', '=', organisationId).executeTakeFirst())
  const rejectsId = (job?.result as { rejectsId?: string } | null | undefined)?.rejectsId // safe: written by the job
  if (!rejectsId) throw notFound()
  const { language } = ctx.actor
  const lines: (string | number)[][] = [['file', 'line', 'code', findWords('imports.reason', {}, language) ?? 'reason']]
  const file = await openFile(ctx.house.files.pathOf(rejectsId)).catch(() => undefined)
  if (!file) throw notFound()
  for await (const line of file.readLines()) {
    if (lines.length > mostShown) break
    const reject = JSON.parse(line) as TaxonomyReject // safe: written above
    lines.push([reject.file, reject.line, reject.code, findWords(`taxonomy-reject.${reject.code}`, { file: reject.file, line: reject.line, ...reject.params }, language) ?? reject.code])
  }
  return Buffer.from(writeCsv(lines))
}
