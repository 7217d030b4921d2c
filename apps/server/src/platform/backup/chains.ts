import crypto from 'node:crypto'
import type pg from 'pg'
import { findChainBreak, type KeptAction } from '../actions/actions.ts'
import { readBatches } from './catalog.ts'

type Row = { home_id: string; object_id: string; seq: string; action: string; at: string; person_id: string | null; organisation_id: string | null; link_id: string | null; body: string; previous: string; hash: string }

/** `heads` is one digest over the last link of every chain: two databases with the same digest kept the same. */
export type Chains = Readonly<{ objects: number; actions: number; heads: string; breaks: readonly { objectId: string; seq: number }[] }>

const toKept = (row: Row): KeptAction => ({
  seq: Number(row.seq), action: row.action, at: new Date(`${row.at.replace(' ', 'T')}:00`).toISOString(), personId: row.person_id, organisationId: row.organisation_id, linkId: row.link_id,
  objectId: row.object_id, body: JSON.parse(row.body), previous: row.previous, hash: row.hash,
})

/** Walks every chain, object by object along the index, inside the transaction of the connection; one chain at a time is in memory. */
export async function walkChains(client: pg.Client, onStep: (actions: number) => void = () => undefined): Promise<Chains> {
  const heads = crypto.createHash('sha256')
  const breaks: { objectId: string; seq: number }[] = []
  let [objects, actions] = [0, 0]
  let home = ''
  let chain: KeptAction[] = []
  const finish = () => {
    const last = chain.at(-1)
    if (!last) return
    objects++
    heads.update(`${home} ${last.objectId} ${last.seq} ${last.hash}\n`)
    const seq = findChainBreak(chain)
    if (seq !== undefined && breaks.length < 100) breaks.push({ objectId: last.objectId, seq })
    chain = []
  }
  for await (const rows of readBatches<Row>(client, 'select home_id, object_id, seq, action, at, person_id, organisation_id, link_id, body, previous, hash from actions order by home_id, object_id, seq', 2000)) {
    for (const row of rows) {
      if (row.home_id !== home || row.object_id !== chain.at(-1)?.objectId) {
        finish()
        home = row.home_id
      }
      chain.push(toKept(row))
    }
    actions += rows.length
    onStep(actions)
  }
  finish()
  return { objects, actions, heads: heads.digest('hex'), breaks }
}
