import type { ConceptPage } from '@guildhall/contract/taxonomy'
import type { Trx } from '../../../platform/database/connect.ts'

/** What every list of concepts shows of one. */
export const conceptRows = (trx: Trx) =>
  trx
    .selectFrom('concepts')
    .innerJoin('taxonomies', 'taxonomies.id', 'concepts.taxonomyId')
    .select(['concepts.id', 'concepts.code', 'concepts.notation', 'concepts.kind', 'concepts.label', 'concepts.retiredAt', 'taxonomies.id as ofId', 'taxonomies.code as ofCode', 'taxonomies.version as ofVersion'])

export type ConceptColumns = Awaited<ReturnType<ReturnType<typeof conceptRows>['executeTakeFirstOrThrow']>>
type Presented = Pick<ConceptPage, 'id' | 'code' | 'notation' | 'kind' | 'label' | 'retiredAt' | 'taxonomy'>

export const presentConcept = ({ ofId, ofCode, ofVersion, kind, ...row }: ConceptColumns): Presented => ({ ...row, kind: kind as Presented['kind'], taxonomy: { id: ofId, code: ofCode, version: ofVersion } }) // safe: a CHECK holds the kinds
