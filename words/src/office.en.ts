/** Sentences of the homes of each role, of taxonomies, imports and visits. */
export const officeEn = {
} as const
