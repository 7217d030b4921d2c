import { BadFile, type BadFileCode } from '../exchange-io/bad-file.ts'
import { attributeOf, readXml, unescapeText } from '../exchange-io/xlsx-xml.ts'
import { openZip, usualLimits, type Zip } from '../exchange-io/zip.ts'
import { type ParagraphStyle, readStyles } from './docx-styles.ts'
import { createLineWriter } from './line-writer.ts'

/** Deleted and moved-away words, the second copy of a text box for old programs, readings above characters, and what describes an earlier state. */
const left = new Set(['del', 'moveFrom', 'Fallback', 'rt', 'pPrChange', 'rPrChange', 'comment'])

type Paragraph = { style: string; list: string | undefined; parts: string[] }

/**
 * The text of a Word document as its reader sees it: paragraphs, line breaks, items of lists, rows of tables. Headers, footers, notes and comments lie in other
 * parts and are not opened; deleted words are left out, inserted ones are in.
 * @throws BadFile
 */
export function readDocx(bytes: Uint8Array): { text: string; title: string | undefined } {
  const zip = openZip(bytes, { ...usualLimits, nested: 'unread' })
  const main = findMain(zip)
  if (!main) throw new BadFile('not-a-document')
  return asDocument(() => {
    const stylesPart = zip.read(`${main.folder}styles.xml`)
    return readBody(zip.read(main.name)!, stylesPart ? readStyles(stylesPart) : new Map())
  })
}

function readBody(part: Uint8Array, styles: ReadonlyMap<string, ParagraphStyle>): { text: string; title: string | undefined } {
  const writer = createLineWriter()
  const paragraphs: Paragraph[] = []
  let title: string | undefined
  let [skipped, inRun, isHidden, inText] = [0, false, false, false]
  const add = (text: string) => paragraphs.at(-1)?.parts.push(text)
  readXml(part, {
    open(name, attributes) {
      if (skipped > 0 || left.has(name)) {
        skipped++
        return
      }
      const value = () => attributeOf(attributes, 'val')
      const paragraph = paragraphs.at(-1)
      if (name === 'p') paragraphs.push({ style: '', list: undefined, parts: [] })
      else if (name === 'tbl') writer.openTable()
      else if (name === 'tr') writer.row()
      else if (name === 'tc') writer.cell()
      else if (name === 'pStyle' && paragraph) paragraph.style = value()
      else if (name === 'numId' && paragraph) paragraph.list = value()
      else if (name === 'r') [inRun, isHidden] = [true, false]
      else if (name === 'vanish' && inRun) isHidden = value() !== '0' && value() !== 'false'
      else if (name === 't') inText = true
      else if (inRun && !isHidden) add(marks[name] ?? '')
    },
    text(text) {
      if (inText && skipped === 0 && !isHidden) add(unescapeText(text))
    },
    close(name) {
      if (skipped > 0) {
        skipped--
        return
      }
      if (name === 't') inText = false
      else if (name === 'r') inRun = false
      else if (name === 'tbl') writer.closeTable()
      else if (name === 'p') {
        const paragraph = paragraphs.pop()
        if (!paragraph || writer.isFull()) return
        const style = styles.get(paragraph.style)
        const text = paragraph.parts.join('')
        if (style?.isTitle) title ??= text.replace(/\s+/g, ' ').trim().slice(0, 200) || undefined
        if (style?.isHeading) writer.gap()
        if (!style?.isHeading && (paragraph.list === undefined ? style?.isItem : paragraph.list !== '0')) writer.item()
        const lines = text.split('\n')
        for (const line of lines) {
          writer.text(line)
          writer.line()
        }
        if (!text.trim() && !paragraph.list) writer.gap()
      }
    },
  })
  return { text: writer.end(), title }
}

const marks: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

/** The part that the package itself calls its document; `word/document.xml` where it says nothing. */
function findMain(zip: Zip): { name: string; folder: string } | undefined {
  let name = 'word/document.xml'
  const relations = zip.read('_rels/.rels')
  if (relations)
    asDocument(() =>
      readXml(relations, {
        open: (tag, attributes) => {
          if (tag === 'Relationship' && attributeOf(attributes, 'Type').endsWith('/officeDocument')) name = attributeOf(attributes, 'Target').replace(/^\//, '')
        },
      }),
    )
  if (!zip.names.includes(name) || !/^word\//.test(name)) return undefined
  return { name, folder: name.slice(0, name.lastIndexOf('/') + 1) }
}

/** The readers of XML speak of workbooks; here it is a document. */
function asDocument<T>(read: () => T): T {
  const codes: Partial<Record<BadFileCode, BadFileCode>> = { 'broken-xml': 'broken-document', doctype: 'document-doctype' }
  try {
    return read()
  } catch (why) {
    if (why instanceof BadFile && codes[why.code]) throw new BadFile(codes[why.code]!)
    throw why
  }
}
