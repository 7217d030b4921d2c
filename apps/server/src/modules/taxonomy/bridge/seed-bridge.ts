import { sql } from 'kysely'
import { newIdAt } from '../../../platform/clock/clock.ts'
import type { House } from '../../../platform/context.ts'
import { hashOf } from '../../../platform/database/doors.ts'
import { readBridgeFiles } from './bridge-files.ts'

/**
 * Makes the project's ties of the taxonomies that are here, where both sides exist; called whenever somebody looks, and done only where the file or the editions
 * changed since. A tie that people judged keeps its verdicts; one that the file no longer has, and nobody judged, goes.
 */
export async function seedBridge(house: House): Promise<void> {
  const { ties, hash } = readBridgeFiles()
  const editions = await house.db.selectFrom('taxonomies').select(['id', 'importedAt', 'state']).where('state', '<>', 'loading').orderBy('id').execute()
  const madeOf = hashOf(`${hash} ${editions.map((one) => `${one.id} ${one.importedAt}`).join()}`)
  const before = await house.db.selectFrom('bridgeSeeds').select('madeOf').executeTakeFirst()
  if (before?.madeOf === madeOf) return
  const now = house.clock.now()
  const rows = JSON.stringify(ties.map((one) => ({ ...one, id: newIdAt(now) })))
  await house.db.transaction().execute(async (trx) => {
    // One at a time: two who look at once would both make them.
    await sql`select pg_advisory_xact_lock(hashtext('seed-bridge'))`.execute(trx)
    await sql`
      insert into concept_ties as t (id, from_taxonomy, from_code, to_taxonomy, to_code, match, holds, reason, confidence, origin, at)
      select r.id, r."fromTaxonomy", r."fromCode", r."toTaxonomy", r."toCode", r.match, r.match, r.reason, r.confidence, r.origin, ${now}
      from json_to_recordset(${rows}) as r(id uuid, "fromTaxonomy" text, "fromCode" text, "toTaxonomy" text, "toCode" text, match text, reason text, confidence real, origin text)
      where exists (select 1 from concepts c join taxonomies x on x.id = c.taxonomy_id where x.code = r."fromTaxonomy" and c.code = r."fromCode")
        and exists (select 1 from concepts c join taxonomies x on x.id = c.taxonomy_id where x.code = r."toTaxonomy" and c.code = r."toCode")
      on conflict (from_taxonomy, from_code, to_taxonomy, to_code) do update set
        match = excluded.match, reason = excluded.reason, confidence = excluded.confidence, withdrawn_at = null,
        holds = case when t.state = 'possible' then excluded.match else t.holds end
      where t.origin <> 'person' and (t.match, t.reason, t.confidence, t.withdrawn_at is null) is distinct from (excluded.match, excluded.reason, excluded.confidence, true)`.execute(trx)
    await sql`
      update concept_ties t set withdrawn_at = ${now}
      where t.origin <> 'person' and t.withdrawn_at is null and not exists (select 1 from tie_verdicts v where v.tie_id = t.id and v.undone_at is null)
        and not exists (select 1 from json_to_recordset(${rows}) as r("fromTaxonomy" text, "fromCode" text, "toTaxonomy" text, "toCode" text)
          where (r."fromTaxonomy", r."fromCode", r."toTaxonomy", r."toCode") = (t.from_taxonomy, t.from_code, t.to_taxonomy, t.to_code))`.execute(trx)
    await trx.insertInto('bridgeSeeds').values({ madeOf, at: now }).onConflict((clash) => clash.column('onlyOne').doUpdateSet({ madeOf, at: now })).execute()
  })
}
