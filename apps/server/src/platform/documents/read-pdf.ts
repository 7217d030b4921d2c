import { getDocumentProxy } from 'unpdf'
import { BadFile } from '../exchange-io/bad-file.ts'
import { longestText } from './kept-text.ts'
import { linesOfPage, type PdfLine, textOfPages } from './pdf-lines.ts'
import { refuseDenseStreams } from './pdf-streams.ts'

/** More pages than any advert, minutes or report has that fits into the text we keep. */
const mostPages = 60

/**
 * The text of a PDF, its lines joined to sentences again. Pictures, forms and scripts are never opened.
 * @throws BadFile `broken-pdf`, `locked-pdf`, or `pdf-without-text` where its pages are pictures
 */
export async function readPdf(bytes: Uint8Array): Promise<{ text: string; title: undefined }> {
  refuseDenseStreams(bytes)
  const pages: PdfLine[][] = []
  try {
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, useSystemFonts: false, disableFontFace: true, enableXfa: false, stopAtErrors: false, maxImageSize: 1 })
    let size = 0
    for (let number = 1; number <= Math.min(pdf.numPages, mostPages) && size < longestText * 2; number++) {
      const page = await pdf.getPage(number)
      const lines = linesOfPage((await page.getTextContent()).items)
      pages.push(lines)
      size += lines.reduce((sum, line) => sum + line.text.length, 0)
      page.cleanup()
    }
  } catch (why) {
    const name = why instanceof Error ? why.name : ''
    // Out of memory is no fault of the file's form: the limits of the worker speak then.
    if (why instanceof RangeError) throw why
    throw new BadFile(name === 'PasswordException' ? 'locked-pdf' : 'broken-pdf')
  }
  const text = textOfPages(pages)
  if (!/[\p{L}\p{N}]/u.test(text)) throw new BadFile('pdf-without-text')
  return { text, title: undefined }
}
