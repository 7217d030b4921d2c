export { type ExportFormat, type ExportListName, exportFormats, exportLists } from './export-lists.ts'
export { exportedLists, listExports, mostExported, mostExportedAtOnce } from './exports.ts'
export { Import, type ImportTargetName, importEncodings, importRowStates, ImportRow, ImportRun, importStates, imports, importTargets, type RowFault } from './imports.ts'
