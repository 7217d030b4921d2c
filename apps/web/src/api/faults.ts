import type { Fault } from '@guildhall/contract/http'

/** @example pathOfPointer('/body/name/zh') // 'name.zh' */
export const pathOfPointer = (pointer: string): string =>
  pointer
    .replace(/^\/(body\/)?/, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')

type Issue = Readonly<{ path: readonly PropertyKey[]; code?: string | undefined; message: string }>

/** What a schema of the contract found wrong, in the same shape as the server says it. A message that is a code (`text-needed`) is the better name. */
export const toFaults = (issues: readonly Issue[]): Fault[] =>
  issues.map((issue) => ({
    at: `/${issue.path.map(String).join('/')}`,
    code: issue.code === 'custom' && /^[a-z][a-z-]+$/.test(issue.message) ? issue.message : (issue.code ?? 'custom'),
  }))

/** What is wrong with an entry that was left empty is that it is missing, whatever form the schema wanted. */
export const sayMissing = (faults: readonly Fault[], body: unknown): Fault[] =>
  faults.map((fault) => {
    if (!fault.code.startsWith('invalid')) return fault
    let value = body
    for (const part of pathOfPointer(fault.at).split('.'))
      value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined
    return value === '' || value === undefined || value === null ? { ...fault, code: 'too_small' } : fault
  })

/** The field a fault belongs to: its own, or the nearest one above or below it that the form shows. */
export function fieldOfFault(path: string, fields: readonly string[]): string | undefined {
  if (fields.includes(path)) return path
  return fields.find((field) => field.startsWith(`${path}.`)) ?? fields.find((field) => path.startsWith(`${field}.`))
}
