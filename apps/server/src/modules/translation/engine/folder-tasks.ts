/** What can be asked of an index over a folder (EVALUATION). `title-similarity` brings its own list and stands apart. */
export const folderTasks = ['skill', 'competence-de', 'occupation', 'occupation-ad', 'occupation-zh', 'major-zh'] as const
export type FolderTask = (typeof folderTasks)[number]
