import { BadFile } from './bad-file.ts'
import { attributeOf, isOn, readXml, unescapeText } from './xlsx-xml.ts'
import type { Zip } from './zip.ts'

export type SheetPart = Readonly<{ name: string; hidden: boolean; path: string }>
export type Format = Readonly<{ code: string; date: boolean }>
export type WorkbookParts = Readonly<{
  sheets: readonly SheetPart[]
  from1904: boolean
  formats: readonly Format[]
  shared: readonly string[]
  linked: boolean
}>

/** Everything of a workbook that its sheets refer to. @throws BadFile */
export function readParts(zip: Zip): WorkbookParts {
  if (zip.names.some((name) => /vbaProject\.bin$|\/macrosheets\//i.test(name))) throw new BadFile('macros')
  const { path: workbookPath } = relations(zip, '', '_rels/.rels').find((one) => one.type.endsWith('/officeDocument')) ?? {
    path: 'xl/workbook.xml',
  }
  const workbook = zip.read(workbookPath)
  if (!workbook) throw new BadFile('not-a-workbook')
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1)
  const related = relations(zip, folder, `${folder}_rels/${workbookPath.slice(folder.length)}.rels`)
  const pathOf = (kind: string, usual: string) => related.find((one) => one.type.endsWith(kind))?.path ?? `${folder}${usual}`
  const sheets: SheetPart[] = []
  let from1904 = false
  readXml(workbook, {
    open(name, a) {
      if (name === 'workbookPr') from1904 = isOn(a['date1904'])
      if (name !== 'sheet') return
      const path = related.find((one) => one.id === attributeOf(a, 'id'))
      // Chart sheets hold no rows.
      if (path?.type.endsWith('/worksheet'))
        sheets.push({ name: a['name'] ?? '', hidden: a['state'] === 'hidden' || a['state'] === 'veryHidden', path: path.path })
    },
  })
  return {
    sheets,
    from1904,
    formats: readFormats(zip.read(pathOf('/styles', 'styles.xml'))),
    shared: readShared(zip.read(pathOf('/sharedStrings', 'sharedStrings.xml'))),
    linked: zip.names.some((name) => name.includes('externalLinks/')),
  }
}

function relations(zip: Zip, folder: string, path: string): { id: string; type: string; path: string }[] {
  const found: { id: string; type: string; path: string }[] = []
  const bytes = zip.read(path)
  if (!bytes) return found
  readXml(bytes, {
    open(name, a) {
      if (name !== 'Relationship' || a['TargetMode'] === 'External') return
      const target = a['Target'] ?? ''
      found.push({ id: a['Id'] ?? '', type: a['Type'] ?? '', path: target.startsWith('/') ? target.slice(1) : resolve(folder, target) })
    },
  })
  return found
}

function resolve(folder: string, target: string): string {
  const parts = folder.split('/').filter(Boolean)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Numbers of the built-in formats that show a date or a time (ECMA-376 § 18.8.30, with those of the Chinese editions). */
const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])

function readFormats(bytes: Uint8Array | undefined): Format[] {
  const formats: Format[] = []
  if (!bytes) return formats
  const codes = new Map<number, string>()
  let within = false
  readXml(bytes, {
    open(name, a) {
      if (name === 'numFmt') codes.set(Number(a['numFmtId']), a['formatCode'] ?? '')
      if (name === 'cellXfs') within = true
      if (name !== 'xf' || !within) return
      const id = Number(a['numFmtId'] ?? 0)
      const code = codes.get(id)
      formats.push({
        code: code ?? (id === 49 ? '@' : id === 0 ? '' : `#${id}`),
        date: code === undefined ? builtInDates.has(id) : showsDate(code),
      })
    },
    close(name) {
      if (name === 'cellXfs') within = false
    },
  })
  return formats
}

/** @example showsDate('yyyy"年"m"月"') // true; showsDate('0.00E+00') // false */
export function showsDate(code: string): boolean {
  // Excel keeps formats below 256 characters; a longer one is made to slow us down.
  if (code.length > 255) return false
  const bare = code.replace(/"[^"]*"|\\.|\[[^\][]*\]|_.|\*./g, '').replace(/general|E[+-]/gi, '')
  return /[ymdhs年月日]/i.test(bare) || /\[[hms]+\]/i.test(code)
}

function readShared(bytes: Uint8Array | undefined): string[] {
  const shared: string[] = []
  if (!bytes) return shared
  let text = ''
  let inText = false
  let phonetic = 0
  readXml(bytes, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') inText = true
      else if (name === 'rPh') phonetic++
    },
    text(piece) {
      // Readings above the characters are no part of the text.
      if (inText && phonetic === 0) text += piece
    },
    close(name) {
      if (name === 'si') shared.push(unescapeText(text))
      else if (name === 't') inText = false
      else if (name === 'rPh') phonetic--
    },
  })
  return shared
}
