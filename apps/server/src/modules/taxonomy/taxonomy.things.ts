import type { Rights } from '../../platform/access/relations.ts'

/** Taxonomies belong to the installation: everybody reads them, colleges and the operator bring them in; what all use is put away by few. */
export const taxonomyRights = { import: ['at college:lead', 'at college:administrator', 'operator'], retire: ['at college:administrator', 'operator'] } as const satisfies Rights
