/** Lists that leave as a file. */
export const exportLists = ['organisations', 'needs', 'outcomes', 'majors', 'programmes', 'change-proposals', 'visits', 'classes', 'learners'] as const
export type ExportListName = (typeof exportLists)[number]
export const exportFormats = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]
