import type { Rights } from '../../../platform/access/relations.ts'

/** Who may agree, for a college, that opened needs go to a language model; who may ask one about a need is written with the need. */
export const languageModelRights = { agree: ['at college:lead', 'at college:administrator'], revoke: ['at college:lead', 'at college:administrator'] } as const satisfies Rights
