import crypto from 'node:crypto'
import fs from 'node:fs'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import path from 'node:path'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import statics from '@fastify/static'
import swagger from '@fastify/swagger'
import type { InterfaceLanguage } from '@guildhall/kernel'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError, jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Actor } from '../access/actor.ts'
import type { House } from '../context.ts'
import { findUnreadable } from './readable.ts'
import { Refused, toProblem } from './refused.ts'

export type ServerOptions = Readonly<{
  house: House
  /** Who is this? From a cookie, a bearer token or a link. Undefined: nobody we know. */
  findActor: (request: FastifyRequest) => Promise<Actor | undefined>
  /** Built web app; absent in tests of modules. */
  web?: string
}>

/** The thin server: limits, headers, the gate (nothing leaves that breaks the contract), problems, OpenAPI, the built web app. */
export async function buildServer({ house, findActor, web }: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    trustProxy: house.config.trustProxy,
    genReqId: () => crypto.randomUUID(),
    bodyLimit: 2 << 20,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => answerProblem(house, error as FastifyError, request as FastifyRequest, reply as FastifyReply),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorate('mounted', [])
  app.setErrorHandler((error, request, reply) => answerProblem(house, error as FastifyError, request, reply))

  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Guildhall', version: '1', description: 'From an enterprise\'s own words to a decision on a course, and back.' } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'"], connectSrc: ["'self'"],
        manifestSrc: ["'self'"], workerSrc: ["'self'"], formAction: ["'self'"], frameAncestors: ["'none'"], baseUri: ["'none'"],
      },
    },
    hsts: house.config.publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: 200 << 20, files: 1, fields: 20, fieldSize: 1 << 20 } })
  readForms(app)

  app.addHook('onRequest', async (request) => {
    const now = house.clock.now()
    const language = languageOf(request)
    request.ctx = { house, actor: { kind: 'public', language }, now, requestId: request.id }
    const actor = await findActor(request)
    if (actor) request.ctx = { ...request.ctx, actor }
    refuseForeignOrigin(request)
  })
  app.addHook('preValidation', async (request) => {
    for (const part of [request.params, request.query, request.body]) {
      const fault = findUnreadable(part)
      if (fault) throw new Refused(400, 'invalid', { faults: [fault] })
    }
  })
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode >= 500) return
    house.log('info', 'request', { id: request.id, method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
  })

  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  if (web && fs.existsSync(path.join(web, 'index.html'))) await serveWeb(app, house, web)
  else app.setNotFoundHandler((request, reply) => answerProblem(house, new Refused(404, 'not-found'), request, reply))
  return app
}

/** Plain pages send forms; their fields arrive as an object, bounded. */
function readForms(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 64 << 10 }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body as string)))
  })
}

/** A cookie travels with requests of other sites too: unsafe methods must come from our own pages, or carry a bearer token instead. */
function refuseForeignOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.headers.authorization) return
  const origin = request.headers.origin
  const site = request.headers['sec-fetch-site']
  const foreign = origin ? hostOf(origin) !== request.headers.host : site !== undefined && site !== 'same-origin' && site !== 'none'
  if (foreign) throw new Refused(403, 'foreign-origin')
}

const hostOf = (origin: string) => URL.parse(origin)?.host

/** What is no HTTP at all, or has headers beyond any measure, never becomes a request: it is answered on the bare connection. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const refused = error.code === 'HPE_HEADER_OVERFLOW' ? new Refused(431, 'too-large', { params: { limit: '16 kB' } }) : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? new Refused(408, 'invalid') : new Refused(400, 'invalid')
  const body = JSON.stringify(toProblem(refused, crypto.randomUUID(), 'zh-CN'))
  socket.end(`HTTP/1.1 ${refused.status} ${STATUS_CODES[refused.status]}\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`)
}

const languageOf = (request: FastifyRequest): InterfaceLanguage => {
  const wished = request.cookies?.['gh-language'] ?? request.headers['accept-language'] ?? ''
  return wished.startsWith('de') ? 'de' : wished.startsWith('en') ? 'en' : 'zh-CN'
}

function answerProblem(house: House, error: FastifyError | Refused, request: FastifyRequest, reply: FastifyReply) {
  const refused = toRefused(house, error, request)
  const language = request.ctx?.actor.language ?? languageOf(request) // before the first hook there is no context yet
  if (refused.status === 429 || refused.status === 503) reply.header('retry-after', String(refused.params['seconds'] ?? 5))
  return reply
    .code(refused.status)
    .type('application/problem+json')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(toProblem(refused, request.id, language))
}

function toRefused(house: House, error: FastifyError | Refused, request: FastifyRequest): Refused {
  if (error instanceof Refused) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const faults = error.validation.map((one) => {
      const issue = (one.params as { issue?: { code?: string; message?: string } } | undefined)?.issue
      const custom = issue?.code === 'custom' && /^[a-z][a-z-]+$/.test(issue.message ?? '')
      return { at: one.instancePath || '/', code: custom ? issue!.message! : (issue?.code ?? one.keyword ?? 'custom') }
    })
    return new Refused(400, 'invalid', { faults })
  }
  const { constraint, statusCode, code } = error as FastifyError & { constraint?: string }
  if (isResponseSerializationError(error)) {
    house.log('error', 'answer broke the contract', { id: request.id, route: request.routeOptions?.url, issues: JSON.stringify(error.cause.issues).slice(0, 2000) })
    return new Refused(500, 'answer-broke-contract')
  }
  if (constraint && code === '23505') return new Refused(409, 'conflict', { params: { rule: constraint } })
  if (constraint && code === '23514') return new Refused(422, 'invalid', { faults: [{ at: '/', code: constraint }] })
  if (code === '23503') return new Refused(422, 'invalid', { faults: [{ at: '/', code: 'unknown-reference' }] })
  // Class 22: a value that the contract let through and a column cannot hold. Nothing was written; the contract should say it.
  if (/^22[0-9A-Z]{3}$/.test(code ?? '')) {
    house.log('warn', 'the contract let a value through', { id: request.id, route: request.routeOptions?.url, code })
    return new Refused(400, 'invalid', { faults: [{ at: '/', code: 'custom' }] })
  }
  if (statusCode === 413 || code === 'FST_REQ_FILE_TOO_LARGE') return new Refused(413, 'too-large', { params: { limit: '2 MB' } })
  if (statusCode === 415) return new Refused(415, 'unsupported-type', { params: { expected: 'application/json' } })
  if (statusCode === 404) return new Refused(404, 'not-found')
  if (statusCode && statusCode < 500) return new Refused(statusCode, 'invalid')
  if (code === 'ECONNREFUSED' || code === '57P01' || code === '57P03' || code === '08006') return new Refused(503, 'busy', { params: { seconds: 5 } })
  house.log('error', 'request failed', { id: request.id, route: request.routeOptions?.url, error: error.stack ?? error.message })
  return new Refused(500, 'broken')
}

async function serveWeb(app: FastifyInstance, house: House, web: string): Promise<void> {
  await app.register(statics, {
    root: web, wildcard: false, immutable: true, maxAge: '1y', preCompressed: true,
    setHeaders: (reply, file) => { if (file.endsWith('.html') || file.endsWith('sw.js')) reply.header('cache-control', 'no-cache') },
  })
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/')
    return page ? reply.sendFile('index.html') : answerProblem(house, new Refused(404, 'not-found'), request, reply)
  })
}
