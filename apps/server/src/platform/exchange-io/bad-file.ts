/** Why a file as a whole cannot be read. `words` has one sentence for each (`file.<code>`). */
export const badFileCodes = [
  'not-a-zip',
  'broken-directory',
  'broken-entry',
  'too-many-entries',
  'encrypted',
  'zip64',
  'bad-name',
  'two-of-one-name',
  'too-large',
  'too-dense',
  'overlapping',
  'nested',
  'unknown-method',
  'wrong-size',
  'wrong-checksum',
  'lied-about-size',
  'not-a-workbook',
  'old-workbook',
  'macros',
  'doctype',
  'broken-xml',
  'too-many-rows',
  'too-many-columns',
  'too-many-cells',
  'wrong-encoding',
  'record-too-long',
  'broken-csv',
  'file-empty',
  'too-slow',
  'not-a-document',
  'old-document',
  'broken-document',
  'document-doctype',
  'document-without-text',
  'document-too-slow',
  'broken-pdf',
  'locked-pdf',
  'pdf-without-text',
  'broken-json',
  'json-without-posting',
] as const
export type BadFileCode = (typeof badFileCodes)[number]

/** A file from outside that is broken or hostile: thrown, as nothing of it can be used. Faults of single rows are values. */
export class BadFile extends Error {
  readonly code: BadFileCode
  readonly params: Readonly<Record<string, string | number>>
  constructor(code: BadFileCode, params: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.name = 'BadFile'
    this.code = code
    this.params = params
  }
}

/** An archive that is broken or hostile. */
export class BadZip extends BadFile {
  override readonly name: string = 'BadZip'
}
