import type { Rights } from '../../../platform/access/relations.ts'

/** Everybody reads the ties; who knows a trade judges them. */
export const bridgeRights = { judge: ['at college:lead', 'at college:teacher', 'at college:administrator'], propose: ['at college:lead', 'at college:teacher', 'at college:administrator'] } as const satisfies Rights
