import type { Fault, Problem } from '@guildhall/contract/http'
import type { InterfaceLanguage } from '@guildhall/kernel'
import { findWords, type Params } from '@guildhall/words'

/**
 * An expected refusal on its way out. Engines and processes answer refusals as values; inside a door one is thrown, because
 * unwinding is what rolls the transaction back (decision 0003).
 */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly params: Params
  readonly faults: readonly Fault[]
  readonly current: unknown
  constructor(status: number, code: string, more: { params?: Params; faults?: readonly Fault[]; current?: unknown } = {}) {
    super(code)
    this.status = status
    this.code = code
    this.params = more.params ?? {}
    this.faults = more.faults ?? []
    this.current = more.current
  }
}

export const notFound = () => new Refused(404, 'not-found')
export const notAllowed = () => new Refused(403, 'not-allowed')
export const signInFirst = () => new Refused(401, 'sign-in')
export const conflict = (code: string, params: Params = {}) => new Refused(409, code, { params })
/** One entry of the input cannot be taken. `at` is its JSON pointer, `/creditCode`. */
export const fault = (at: string, code: string, params: Params = {}) => new Refused(422, 'invalid', { faults: [{ at, code, params: { ...params } }] })
/** Two people edited the same thing: the version that holds now goes along. */
export const stale = (current: unknown) => new Refused(409, 'stale', { current })

/** A refusal as Problem Details (RFC 9457), its title in the reader's language. */
export function toProblem(refused: Refused, requestId: string, language: InterfaceLanguage): Problem {
  const params = { requestId, ...refused.params }
  return {
    type: `/problems/${refused.code}`,
    title: findWords(`problem.${refused.code}`, params, language) ?? findWords(refused.code, params, language) ?? refused.code,
    status: refused.status,
    code: refused.code,
    ...(Object.keys(refused.params).length ? { params: { ...refused.params } } : {}),
    ...(refused.faults.length ? { faults: [...refused.faults] } : {}),
    ...(refused.current === undefined ? {} : { current: refused.current }),
    requestId,
  }
}
