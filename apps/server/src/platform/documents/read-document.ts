import { BadFile } from '../exchange-io/bad-file.ts'
import { looksLikeZip } from '../exchange-io/zip.ts'
import { readHtml } from './html-text.ts'
import { findPostings, type Posting } from './job-posting.ts'
import { keepText } from './kept-text.ts'
import { createLineWriter } from './line-writer.ts'
import { readDocx } from './read-docx.ts'
import { readPdf } from './read-pdf.ts'
import { decodeDocument, readPlain } from './read-text.ts'

export const documentFormats = ['text', 'docx', 'html', 'pdf', 'job-posting'] as const
export type DocumentFormat = (typeof documentFormats)[number]
/** What a document says. `cut`: it says more than the engine takes. */
export type DocumentText = Readonly<{ format: DocumentFormat; text: string; title: string | undefined; cut: boolean }>

/** A document of words is small; what is larger holds pictures. */
export const mostDocumentBytes = 20 << 20

/**
 * Reads an advert, minutes or a report, by its content and never by its name.
 * @throws BadFile
 */
export async function readDocument(bytes: Uint8Array): Promise<DocumentText> {
  if (bytes.length === 0) throw new BadFile('file-empty')
  if (bytes.length > mostDocumentBytes) throw new BadFile('too-large', { megabytes: mostDocumentBytes >> 20 })
  const read = await readAny(bytes)
  const kept = keepText(read.text)
  if (!/[\p{L}\p{N}]/u.test(kept.text)) throw new BadFile('document-without-text')
  return { format: read.format, title: read.title, ...kept }
}

type Read = Omit<DocumentText, 'cut'>

async function readAny(bytes: Uint8Array): Promise<Read> {
  if (looksLikeZip(bytes)) return { format: 'docx', ...readDocx(bytes) }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11) throw new BadFile('old-document')
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-')) return { format: 'pdf', ...tidied(await readPdf(bytes)) }
  if (start.startsWith('{\\rtf')) throw new BadFile('old-document')
  const text = decodeDocument(bytes)
  if (/^\s*[[{]\s*(?:[[{]\s*)*["}\]]/.test(text.slice(0, 1000))) return readJson(text)
  return isHtml(text.slice(0, 20_000)) ? readPage(text) : { format: 'text', text: readPlain(text), title: undefined }
}

/** Lines of a PDF are made even as all others are. */
const tidied = ({ text, title }: Omit<Read, 'format'>) => ({ text: readPlain(text), title })

const isHtml = (start: string) => /^\s*<(?:!doctype\s+html|\?xml|!--|[a-z])/i.test(start) && /<(?:!doctype\s+html|html|head|body|p|div|ul|ol|li|br|table|h[1-6]|span|section|article|script|main)\b/i.test(start)

function readPage(html: string): Read {
  // A page has no need of entities of its own; whoever declares some means to let them grow.
  if (/<!ENTITY/i.test(html.slice(0, 100_000))) throw new BadFile('document-doctype')
  const page = readHtml(html)
  const postings = page.data.flatMap(postingsOf)
  if (postings.length) return fromPostings(postings)
  return { format: 'html', text: page.text, title: page.heading ?? page.title }
}

/** A page whose data is broken is still a page. */
function postingsOf(data: string): Posting[] {
  try {
    return findPostings(JSON.parse(data.replace(/^\s*<!--|-->\s*$|^\s*\/\/\s*<!\[CDATA\[|\/\/\s*\]\]>\s*$/g, '')))
  } catch {
    return []
  }
}

function readJson(text: string): Read {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new BadFile('broken-json')
  }
  const postings = findPostings(json)
  if (!postings.length) throw new BadFile('json-without-posting')
  return fromPostings(postings)
}

/** Several adverts of one page are one text, each under its title. */
function fromPostings(postings: readonly Posting[]): Read {
  const [first] = postings
  if (postings.length === 1) return { format: 'job-posting', text: first!.text, title: first!.title }
  const writer = createLineWriter()
  for (const one of postings) {
    writer.gap()
    for (const line of [...(one.title ? [one.title] : []), ...one.text.split('\n')]) {
      writer.text(line)
      writer.line()
    }
  }
  return { format: 'job-posting', text: writer.end(), title: first!.title }
}
