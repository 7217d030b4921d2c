import type { Problem } from '@guildhall/contract/http'
import { problemText } from '../api/problem-text.ts'
import classes from './form-problem.module.css'
import { useLanguage, useWords } from './language.tsx'

/** Above the button of a form: what was refused, with a link to each field that is wrong. Announced when it appears. */
export function FormProblem({ problem, wrong }: { problem: Problem | undefined; wrong: readonly { id: string; text: string }[] }) {
  return (
    <div role="alert" className={problem ? classes['problem'] : undefined}>
      {problem ? <Refused problem={problem} wrong={wrong} /> : null}
    </div>
  )
}

function Refused({ problem, wrong }: { problem: Problem; wrong: readonly { id: string; text: string }[] }) {
  const { language } = useLanguage()
  const w = useWords()
  return (
    <>
      <p>{problemText(problem, language)}</p>
      {wrong.length > 0 ? (
        <ul>
          {wrong.map((one) => (
            <li key={one.id}>
              <a
                href={`#${one.id}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(one.id)?.focus()
                }}
              >
                {one.text}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {problem.requestId ? (
        <p className={classes['code']}>{w('web.request-code', { code: problem.code, requestId: problem.requestId })}</p>
      ) : null}
    </>
  )
}
