import { type SecondOpinion, secondOpinions, type Workbench } from '@guildhall/contract/needs'
import { languageModel } from '@guildhall/contract/translation'
import { Button, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useCodeWords, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Reasons } from '../../../ui/reasons.tsx'
import classes from './needs.module.css'

type Translation = Workbench['translation']
const refresh = ['/api/v1/needs', '/api/v1/inbox', '/api/v1/language-model'] as const

/** Asks a language model about an opened need, where one is set up and the college agreed; what is sent is read first. Says what came of it. */
export function SecondOpinionPart({ needId, translation }: { needId: string; translation: Translation }) {
  const w = useWords()
  const [isOpen, setOpen] = useState(false)
  const model = useAsk(languageModel.state, {}).data
  const said = heardIn(translation)
  if (said.length > 0) return <Reasons reasons={said} />
  if (!model?.consent || model.consent.endpoint !== model.endpoint || model.consent.model !== model.model) return null
  return (
    <p>
      <Button size="compact-sm" variant="default" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {w('model.opinion')}
      </Button>
      {isOpen ? <SecondOpinionDialog needId={needId} onClose={() => setOpen(false)} /> : null}
    </p>
  )
}

/** What a model had to do with the proposal, each reason once. */
const heardIn = (translation: Translation) => {
  const all = translation.statements.flatMap((one) => one.reasons).filter((one) => one.code.startsWith('model-'))
  return [...new Map(all.map((one) => [one.code, { code: one.code, params: one.params ?? {} }])).values()]
}

function SecondOpinionDialog({ needId, onClose }: { needId: string; onClose: () => void }) {
  const w = useWords()
  const notice = useNotice()
  const preview = useAsk(secondOpinions.preview, { params: { id: needId } })
  const ask = useAct(secondOpinions.ask, {
    refresh,
    onDone: () => {
      onClose()
      notice({ text: w('model.opinion-now') })
    },
  })
  const problem = ask.error?.problem ?? (preview.error ? toProblem(preview.error) : undefined)
  const shown = preview.data
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={w('model.opinion')}
      effect={<FormProblem problem={problem} wrong={[]} />}
      verb={w('model.opinion-send')}
      isPending={ask.isPending}
      isReady={(shown?.questions ?? 0) > 0}
      onConfirm={() => ask.mutate({ params: { id: needId } })}
    >
      {shown ? <Sent shown={shown} /> : problem ? null : <Skeleton height={120} aria-label={w('web.loading')} />}
    </ConfirmAct>
  )
}

function Sent({ shown }: { shown: SecondOpinion }) {
  const w = useWords()
  const code = useCodeWords()
  if (shown.questions === 0) return <p>{w('model.opinion-none')}</p>
  const hidden = shown.hidden.map((one) => `${code(`model.hidden.${one.kind}`)} ${one.n}`).join(', ')
  return (
    <>
      <p>{w('model.opinion-text')}</p>
      <blockquote className={classes['sent']}>{shown.text}</blockquote>
      <p className={classes['hint']}>{hidden ? w('model.opinion-hidden', { list: hidden }) : w('model.opinion-nothing-hidden')}</p>
      <p className={classes['hint']}>{w('model.opinion-to', { model: shown.model, endpoint: shown.endpoint, n: shown.questions })}</p>
    </>
  )
}
