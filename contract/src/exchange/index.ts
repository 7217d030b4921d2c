export { type ExportFormat, type ExportListName, exportedLists, exportFormats, exportLists, listExports, mostExported, mostExportedAtOnce } from './exports.ts'
export { Import, type ImportTargetName, importEncodings, importRowStates, ImportRow, ImportRun, importStates, imports, importTargets, type RowFault } from './imports.ts'
