import { assertNever } from '@guildhall/kernel'
import { readCsco } from './read-csco.ts'
import { readEsco } from './read-esco.ts'
import { readKldb } from './read-kldb.ts'
import { readMajors } from './read-majors.ts'
import { readOnet } from './read-onet.ts'
import { readSkillStandards } from './read-skill-standards.ts'
import type { TaxonomySource } from './sources.ts'
import type { TaxonomyItem } from './taxonomy-item.ts'

/**
 * Reads a taxonomy in one pass: concepts, then relations; lines that cannot be taken come as rejects with file, line and reason, and stop nothing.
 * @throws BadFile where a file as a whole is broken
 */
export function readTaxonomy(source: TaxonomySource): AsyncGenerator<TaxonomyItem> {
  switch (source.taxonomy) {
    case 'esco':
      return readEsco(source)
    case 'csco':
      return readCsco(source)
    case 'majors':
      return readMajors(source)
    case 'skill-standards':
      return readSkillStandards(source)
    case 'kldb':
      return readKldb(source)
    case 'onet':
      return readOnet(source)
    default:
      return assertNever(source.taxonomy)
  }
}
