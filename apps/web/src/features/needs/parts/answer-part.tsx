import { type Need, needs } from '@guildhall/contract/needs'
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '../../../api/use-act.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import classes from './needs.module.css'

const tones = { yes: 'done', nearly: 'care', no: 'broken' } as const

/** What the enterprise said to an outcome; for the enterprise itself, the question with three buttons. */
export function AnswerPart({ need, outcome, mayAnswer }: { need: Need; outcome: Need['outcomeList'][number]; mayAnswer: boolean }) {
  const w = useWords()
  const notice = useNotice()
  const [words, setWords] = useState('')
  const answer = useAct(needs.answer, {
    refresh: ['/api/v1/inbox', '/api/v1/timeline'],
    onDone: () => notice({ text: w('needs.contact-answered') }),
  })
  return (
    <>
      {outcome.answer ? (
        <p>
          <StateBadge tone={tones[outcome.answer]}>{w(`needs.answered-${outcome.answer}`)}</StateBadge> {outcome.answerWords}
        </p>
      ) : null}
      {mayAnswer ? (
        <>
          <FormProblem problem={answer.error?.problem} wrong={[]} />
          <Textarea
            label={w('needs.contact-question')}
            description={w('needs.contact-words')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={1000}
          />
          <div className={classes['answer']}>
            {(['yes', 'nearly', 'no'] as const).map((one) => (
              <Button
                key={one}
                variant={one === 'yes' ? 'filled' : 'default'}
                loading={answer.isPending}
                onClick={() =>
                  answer.mutate({ params: { id: need.id }, body: { outcomeId: outcome.id, answer: one, words: words || null } })
                }
              >
                {w(`needs.contact-${one}`)}
              </Button>
            ))}
          </div>
        </>
      ) : null}
    </>
  )
}
