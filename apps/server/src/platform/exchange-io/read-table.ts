import { BadFile } from './bad-file.ts'
import { type CsvOptions, readCsv } from './csv.ts'
import type { Table } from './table.ts'
import { readXlsx } from './xlsx-read.ts'
import { looksLikeZip } from './zip.ts'

/** The old binary workbook, and every workbook with a password. */
const looksLikeOle = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11

/** TRUST § 4: a workbook of at most 50 MB. */
const mostBytes = 50 << 20

/**
 * Reads a file of rows, by its content and never by its name: a workbook, or CSV with encoding and delimiter detected unless told.
 * @throws BadFile
 */
export function readTable(bytes: Uint8Array, options: CsvOptions = {}): Table {
  if (bytes.length === 0) throw new BadFile('file-empty')
  if (bytes.length > mostBytes) throw new BadFile('too-large', { megabytes: mostBytes >> 20 })
  return looksLikeZip(bytes) || looksLikeOle(bytes) ? readXlsx(bytes) : readCsv(bytes, options)
}
