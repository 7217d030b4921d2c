import type { RelatedConcept } from '@guildhall/contract/taxonomy'
import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/connect.ts'

/** No classification is deeper; a ring of broader relations ends here. */
const deepest = 20

/** The way from the top down to right above a concept. Where it stands in several places, the way by the first code each time: so that a link always opens the same branch. */
export async function readPath(trx: Trx, taxonomyId: string, code: string): Promise<RelatedConcept[]> {
  const { rows } = await sql<RelatedConcept>`
    with recursive up as (
      select ${code}::text as code, 0 as step
      union all
      select (
        select min(r.to_code) from concept_relations r join concepts p on p.taxonomy_id = r.taxonomy_id and p.code = r.to_code
        where r.taxonomy_id = ${taxonomyId} and r.from_code = up.code and r.kind = 'broader'
      ), up.step + 1 from up where up.code is not null and up.step < ${deepest}
    )
    select c.id, c.code, c.notation, c.kind, c.label from up join concepts c on c.taxonomy_id = ${taxonomyId} and c.code = up.code where up.step > 0 order by up.step desc`.execute(trx)
  return rows
}
