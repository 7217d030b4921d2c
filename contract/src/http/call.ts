import type { Answer, Ask, Endpoint } from './endpoint.ts'
import { Problem } from './problem.ts'

/** A refusal as the server said it, or that no answer came (`code: 'unreachable'`, status 0). */
export class Refusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** The address of an endpoint with its path and query filled in. */
export function addressOf<E extends Endpoint>(endpoint: E, ask: Ask<E>): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String((ask.params as Record<string, unknown> | undefined)?.[name] ?? '')))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(ask.query ?? {})) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

export type CallOptions = Readonly<{ base?: string; fetch?: typeof fetch; headers?: () => Record<string, string>; newKey?: () => string }>

/** The whole client: types of what is asked and answered come from the endpoint. Writes carry an idempotency key, so that they may be sent twice. */
export const createCaller =
  (options: CallOptions = {}) =>
  async <E extends Endpoint>(endpoint: E, ask: Ask<E>, more: { file?: Blob; fileName?: string; ifMatch?: string; signal?: AbortSignal } = {}): Promise<Answer<E>> => {
    const headers: Record<string, string> = { accept: 'application/json', ...options.headers?.() }
    if (endpoint.method !== 'GET' && options.newKey) headers['idempotency-key'] = options.newKey()
    if (more.ifMatch) headers['if-match'] = more.ifMatch
    let body: BodyInit | undefined
    if (more.file) {
      const form = new FormData()
      for (const [name, value] of Object.entries((ask.body ?? {}) as Record<string, unknown>)) if (value !== undefined) form.append(name, typeof value === 'string' ? value : JSON.stringify(value))
      form.append('file', more.file, more.fileName ?? 'file')
      body = form
    } else if (ask.body !== undefined) {
      headers['content-type'] = 'application/json'
      body = JSON.stringify(ask.body)
    }
    let response: Response
    try {
      response = await (options.fetch ?? fetch)(`${options.base ?? ''}${addressOf(endpoint, ask)}`, {
        method: endpoint.method, headers, credentials: 'same-origin', ...(body === undefined ? {} : { body }), ...(more.signal ? { signal: more.signal } : {}),
      })
    } catch (error) {
      if (more.signal?.aborted) throw error
      throw new Refusal({ type: 'about:blank', title: 'unreachable', status: 0, code: 'unreachable', requestId: '' })
    }
    const answer: unknown = await response.json().catch(() => undefined)
    if (response.ok) return answer as Answer<E> // safe: the server sends nothing that breaks the endpoint's schema
    const problem = Problem.safeParse(answer)
    throw new Refusal(problem.success ? problem.data : { type: 'about:blank', title: 'broken', status: response.status, code: 'broken', requestId: response.headers.get('x-request-id') ?? '' })
  }
