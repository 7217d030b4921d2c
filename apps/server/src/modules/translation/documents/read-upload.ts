import type { DocumentText } from '@guildhall/contract/translation'
import { readDocumentApart } from '../../../platform/documents/read-document-apart.ts'
import { mostDocumentBytes } from '../../../platform/documents/read-document.ts'
import { BadFile } from '../../../platform/exchange-io/bad-file.ts'
import type { UploadedFile } from '../../../platform/http/mount.ts'
import { Refused } from '../../../platform/http/refused.ts'

/** The text of an uploaded advert or report. Its bytes stay in memory for as long as they are read: nothing of it is kept. */
export async function readUpload(file: UploadedFile): Promise<DocumentText> {
  const bytes = await bytesOf(file.stream)
  try {
    const { text, format, cut, title } = await readDocumentApart(bytes)
    return { text, name: plainName(file.name), format, cut, title: title ?? null }
  } catch (error) {
    throw error instanceof BadFile ? new Refused(422, `file.${error.code}`, { params: { ...error.params } }) : error
  }
}

async function bytesOf(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream) {
    size += piece.length
    // Read on to its end without keeping it: a connection that is cut off tells the person nothing.
    if (size <= mostDocumentBytes) pieces.push(Buffer.from(piece as Buffer)) // safe: an upload's stream gives bytes
    else pieces.length = 0
  }
  if (size > mostDocumentBytes) throw new Refused(413, 'too-large', { params: { limit: `${mostDocumentBytes >> 20} MB` } })
  return Buffer.concat(pieces)
}

const plainName = (name: string) => (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(-200)
