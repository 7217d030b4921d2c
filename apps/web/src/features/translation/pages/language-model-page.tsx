import { type LanguageModel, languageModel } from '@guildhall/contract/translation'
import { Button, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Facts, Panel, PanelPart } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'

/** Whether a language model may be asked, by whom, where it stands, and who agreed to it: nothing leaves the house before. */
export function LanguageModelPage() {
  const w = useWords()
  const asked = useAsk(languageModel.state, {})
  usePageTitle(w('model.title'))
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton height={320} aria-label={w('web.loading')} />
  return (
    <>
      <PageHead title={w('model.title')} />
      <Panel>
        <p>{w('model.what')}</p>
        {asked.data.endpoint && asked.data.model ? <Agreement state={asked.data} endpoint={asked.data.endpoint} model={asked.data.model} /> : <EmptyState isPart title={w('model.none')}>{w('model.none-how')}</EmptyState>}
      </Panel>
    </>
  )
}

function Agreement({ state, endpoint, model }: { state: LanguageModel; endpoint: string; model: string }) {
  const w = useWords()
  const formats = useFormats()
  const notice = useNotice()
  const [isAgreeing, setAgreeing] = useState(false)
  const refresh = ['/api/v1/language-model'] as const
  const agree = useAct(languageModel.agree, { refresh, onDone: () => { setAgreeing(false); notice({ text: w('model.agreed-now') }) } })
  const revoke = useAct(languageModel.revoke, { refresh, onDone: () => notice({ text: w('model.revoked-now') }) })
  const { consent } = state
  const isThis = consent?.endpoint === endpoint && consent.model === model
  const said = !consent ? w('model.not-agreed') : isThis ? w('model.agreed', { person: consent.person ?? '', at: formats.dayAndTime(consent.at) }) : w('model.other', { model: consent.model, endpoint: consent.endpoint })
  return (
    <PanelPart title={w('model.consent')}>
      <Facts facts={[{ label: w('model.model'), value: model }, { label: w('model.endpoint'), value: endpoint }, { label: w('model.consent'), value: said }, { label: w('model.used'), value: w('model.used-of', { n: state.usedToday, of: state.dailyLimit }) }]} />
      <FormProblem problem={revoke.error?.problem} wrong={[]} />
      {state.allowed.includes('agree') ? (
        <p>
          {isThis ? <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate({})}>{w('model.revoke')}</Button> : <Button onClick={() => setAgreeing(true)}>{w('model.agree')}</Button>}
        </p>
      ) : (
        <p>{w('model.only-lead')}</p>
      )}
      <ConfirmAct opened={isAgreeing} onClose={() => setAgreeing(false)} title={`${w('model.agree')}: ${model}`} effect={<><FormProblem problem={agree.error?.problem} wrong={[]} /><p>{w('model.agree-effect')}</p><p>{w('model.endpoint')}: {endpoint}</p></>} verb={w('model.agree')} isPending={agree.isPending} onConfirm={() => agree.mutate({ body: { endpoint, model } })} />
    </PanelPart>
  )
}
