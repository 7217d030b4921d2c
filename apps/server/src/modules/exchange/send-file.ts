import type { FastifyReply } from 'fastify'

const types = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const
export type SentFormat = keyof typeof types

/** Sends bytes as a file to be kept, never to be shown: what is in it came from people. */
export const sendFile = (reply: FastifyReply, file: Readonly<{ name: string; bytes: Uint8Array | NodeJS.ReadableStream; format?: SentFormat }>): FastifyReply =>
  reply
    .type(types[file.format ?? 'xlsx'])
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('cache-control', 'private, no-store')
    .send(file.bytes instanceof Uint8Array ? Buffer.from(file.bytes) : file.bytes)
