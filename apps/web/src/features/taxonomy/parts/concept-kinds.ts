import type { ConceptRow } from '@guildhall/contract/taxonomy'

/** What a concept may be, in the order people look for it. */
export const conceptKinds = ['occupation', 'competence', 'major', 'group'] as const satisfies readonly ConceptRow['kind'][]
