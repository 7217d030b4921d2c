import type { Rights } from '../../../platform/access/relations.ts'

/** Who may let the engine read the needs of their college: whoever records needs there. It decides nothing and marks nothing as read. */
export const suggestionRights = { make: ['at college:office', 'at college:lead', 'at college:teacher', 'at college:administrator'], count: ['at college:any'] } as const satisfies Rights
