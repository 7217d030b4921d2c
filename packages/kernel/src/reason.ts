/**
 * Why something is as it is, or why it was refused. `words` has one sentence a code and language; engines and services speak codes.
 * `source` names what it rests on: a clause, a row, a concept.
 */
export type Reason<Code extends string = string> = Readonly<{
  code: Code
  params?: Readonly<Record<string, string | number | boolean>>
  source?: string
}>

/** An expected refusal is a value, never an exception. */
export type Result<T, R extends Reason = Reason> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; reason: R }>

export const accepted = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })
export const refused = <R extends Reason>(reason: R): { readonly ok: false; readonly reason: R } => ({ ok: false, reason })

/** Ends a `switch` over a closed list: a new member breaks the build here. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
