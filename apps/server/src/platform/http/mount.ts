import type { Endpoint } from '@guildhall/contract/http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { hashOf, Replayed } from '../database/doors.ts'
import { notAllowed, Refused, signInFirst } from './refused.ts'

type Out<S> = S extends z.ZodType ? z.output<S> : undefined
type Params<E extends Endpoint> = E extends { params: z.ZodObject } ? Out<E['params']> : undefined
type Query<E extends Endpoint> = E extends { query: z.ZodObject } ? Out<E['query']> : undefined
type Body<E extends Endpoint> = E extends { body: z.ZodType } ? Out<E['body']> : undefined

/** One part of a multipart body. */
export type UploadedFile = Readonly<{ name: string; type: string; stream: NodeJS.ReadableStream }>

/** What a handler is given: the parsed parts of the request, and the context in which it acts. */
export type Given<E extends Endpoint> = Readonly<{
  params: Params<E>
  query: Query<E>
  body: Body<E>
  ctx: Context
  file: E extends { upload: true } ? UploadedFile : undefined
  request: FastifyRequest
  reply: FastifyReply
}>

export type Handler<E extends Endpoint> = (given: Given<E>) => Promise<E extends { download: true } ? FastifyReply : z.input<E['answer']>>

declare module 'fastify' {
  interface FastifyRequest {
    ctx: Context
  }
  interface FastifyInstance {
    /** Everything mounted, for the access sweep and OpenAPI. */
    mounted: Endpoint[]
  }
}

/** Mounts an endpoint of the contract on a handler. The door is checked here; what the actor may do with a row, the service asks. */
export function mount<const E extends Endpoint>(app: FastifyInstance, endpoint: E, handle: Handler<E>): void {
  app.mounted.push(endpoint)
  const status = endpoint.status ?? 200
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: {
      summary: endpoint.summary,
      tags: [endpoint.path.split('/')[3] ?? 'platform'],
      ...(endpoint.params && { params: endpoint.params }),
      ...(endpoint.query && { querystring: endpoint.query }),
      ...(endpoint.body && !endpoint.upload && { body: endpoint.body }),
      ...(!endpoint.download && { response: { [status]: endpoint.answer } }),
    },
    handler: async (request, reply) => {
      knock(endpoint, request)
      const upload = endpoint.upload ? await readUpload(endpoint, request) : undefined
      const body: unknown = upload ? upload.fields : request.body
      const ctx = withIdempotency(request, endpoint, body)
      const given = { params: request.params, query: request.query, body, ctx, file: upload?.file, request, reply } as unknown as Given<E> // safe: parsed by the endpoint's schemas
      try {
        const answer = await handle(given)
        if (endpoint.download) return reply
        return reply.code(status).send(answer)
      } catch (error) {
        if (error instanceof Replayed) return reply.code(status).header('idempotency-replayed', 'true').send(error.answer)
        throw error
      }
    },
  })
}

function knock(endpoint: Endpoint, request: FastifyRequest): void {
  const actor = request.ctx.actor
  if (endpoint.access === 'public') return
  if (endpoint.access === 'session' && actor.kind !== 'person') throw signInFirst()
  if (endpoint.access === 'link' && actor.kind !== 'link') throw notAllowed()
}

function withIdempotency(request: FastifyRequest, endpoint: Endpoint, body: unknown): Context {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || endpoint.method === 'GET' || endpoint.upload || request.ctx.actor.kind === 'public') return request.ctx
  if (key.length > 100) throw new Refused(400, 'invalid', { faults: [{ at: 'idempotency-key', code: 'too_big' }] })
  return { ...request.ctx, idempotency: { key, hash: hashOf(`${endpoint.method} ${request.url} ${JSON.stringify(body ?? null)}`) } }
}

async function readUpload(endpoint: Endpoint, request: FastifyRequest): Promise<{ fields: unknown; file: UploadedFile }> {
  if (!request.isMultipart()) throw new Refused(415, 'unsupported-type', { params: { expected: 'multipart/form-data' } })
  const part = await request.file()
  if (!part) throw new Refused(400, 'invalid', { faults: [{ at: '/file', code: 'too_small' }] })
  const raw = Object.fromEntries(
    Object.entries(part.fields).flatMap(([name, value]) => (value && !Array.isArray(value) && value.type === 'field' ? [[name, value.value]] : [])),
  )
  const parsed = endpoint.body ? endpoint.body.safeParse(raw) : { success: true as const, data: undefined }
  if (!parsed.success) throw new Refused(400, 'invalid', { faults: parsed.error.issues.map((issue) => ({ at: `/${issue.path.join('/')}`, code: issue.code ?? 'custom' })) })
  return { fields: parsed.data, file: { name: part.filename, type: part.mimetype, stream: part.file } }
}

/** The answer of an endpoint that has nothing to tell but that it was done. */
export const done = { ok: true } as const
