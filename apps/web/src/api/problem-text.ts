import { type Fault, type Problem, Refusal } from '@guildhall/contract/http'
import type { InterfaceLanguage } from '@guildhall/kernel'
import { findWords } from '../ui/open-books.ts'

/** Any error as a problem: a refusal as the server said it; anything else is our own bug and says so. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem
  return { type: 'about:blank', title: 'broken', status: 0, code: 'page-broken', requestId: '' }
}

/** A problem as a sentence: what, where, remedy. A code without words shows itself. */
export function problemText(problem: Problem, language: InterfaceLanguage): string {
  const params = { ...problem.params, requestId: problem.requestId }
  return (
    findWords(`problem.${problem.code}`, params, language) ??
    findWords(problem.code, params, language) ?? // a file's own refusals: file.not-a-zip, programme-sheet.no-header
    findWords('web.problem-unknown', { code: problem.code }, language) ??
    problem.code
  )
}

/** A fault as the end of a sentence that begins with the field's name. */
export const faultText = (fault: Fault, language: InterfaceLanguage): string =>
  findWords(`fault.${fault.code}`, fault.params ?? {}, language) ?? findWords('fault.custom', {}, language) ?? fault.code
