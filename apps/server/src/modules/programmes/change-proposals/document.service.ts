import type { Proposal } from '@guildhall/contract/programmes'
import { signatureOf } from '../../../platform/access/actor.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import { act, ids, look } from '../../../platform/database/doors.ts'
import type { UploadedFile } from '../../../platform/http/mount.ts'
import { notAllowed, notFound, Refused } from '../../../platform/http/refused.ts'
import { readProposal } from './proposals.queries.ts'
import { getProposalRow } from './proposals.rows.ts'
import { updateState } from './proposals.store.ts'
import { proposalThing } from './proposals.thing.ts'
import { relationsTo } from './route.ts'

const limit = 20 << 20
/** A scan is known by its first bytes, not by its name. */
const kinds: readonly { type: string; begins: string }[] = [{ type: 'application/pdf', begins: '25504446' }, { type: 'image/jpeg', begins: 'ffd8ff' }, { type: 'image/png', begins: '89504e47' }]

/** Attaches the scan of a decision. The file lies whole in the store before its row is written. */
export async function attachDocument(ctx: Context, id: string, file: UploadedFile): Promise<Proposal> {
  const fileId = newId(ctx)
  const saved = await ctx.house.files.save(fileId, file.stream, limit)
  if (saved === 'too-large') throw new Refused(413, 'too-large', { params: { limit: '20 MB' } })
  const first = (await ctx.house.files.read(fileId)).subarray(0, 8).toString('hex')
  const kind = kinds.find((one) => first.startsWith(one.begins))
  if (!kind) {
    await ctx.house.files.remove(fileId)
    throw new Refused(415, 'unsupported-type', { params: { expected: 'PDF, JPEG, PNG' } })
  }
  return act(ctx, async (trx) => {
    const row = await getProposalRow(trx, id)
    if (!relationsTo(ctx.actor, row).some((one) => one === 'clerk' || one === 'lead')) throw notAllowed()
    await trx.insertInto('files').values({ homeId: row.homeId, id: fileId, name: file.name.slice(0, 200), type: kind.type, size: saved.size, sha256: saved.sha256, personId: signatureOf(ctx.actor).personId, at: ctx.now, parties: ids([row.homeId]) }).execute()
    await updateState(ctx, trx, row, { documentFileId: fileId })
    await keepAction(ctx, trx, { homeId: row.homeId, kind: proposalThing.kind, id, action: 'document-attached', body: { fileId, sha256: saved.sha256 }, parties: row.parties })
    return readProposal(ctx, trx, id)
  })
}

/** The attached scan, for those who may read it. */
export const findDocument = (ctx: Context, id: string): Promise<{ id: string; name: string; type: string }> =>
  look(ctx, async (trx) => {
    const row = await getProposalRow(trx, id)
    const file = row.documentFileId ? await trx.selectFrom('files').select(['id', 'name', 'type']).where('id', '=', row.documentFileId).executeTakeFirst() : undefined
    if (!file) throw notFound()
    return file
  })
