import { quality, translations, type TranslationOut } from '@guildhall/contract/translation'
import { type ContentLanguage, contentLanguages, type Reason } from '@guildhall/kernel'
import { Button, Checkbox, Select, Textarea } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../../../api/session.tsx'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { copyText } from '../../../ui/copy-rows.ts'
import { saveAs, toCsv } from '../../../ui/export-list.ts'
import { FromFile } from '../../../ui/from-file.tsx'
import { Findings } from '../../../ui/findings.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useCodeWords, useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { actionOf, type ProposedOutcome } from '../../../ui/outcome-slots.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Reasons } from '../../../ui/reasons.tsx'
import { Spans } from '../../../ui/spans-text.tsx'
import { readStored, writeStored } from '../../../ui/stored.ts'
import { PageHead } from '../../../ui/thing-page.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { StatementPart } from '../parts/statement-part.tsx'
import classes from '../parts/translate.module.css'

type Statement = TranslationOut['statements'][number]
const draftName = 'draft.translate'
const compareName = 'translate.compare'

/** Any text, translated without being kept: what is asked, which competences, which outcomes, and the words each came from. */
export function TranslatePage() {
  const w = useWords()
  const read = useText()
  const code = useCodeWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const mayState = ['college', 'enterprise'].includes(useSession().actingFor?.organisationKind ?? '')
  const [text, setText] = useState(() => readStored(draftName, 'session') ?? '')
  const [language, setLanguage] = useState<ContentLanguage | null>(null)
  const [active, setActive] = useState<string>()
  const [asked, setAsked] = useState('')
  const [isCompared, setCompared] = useState(() => readStored(compareName, 'local') === 'yes')
  usePageTitle(w('translation.try'))
  const run = useAct(translations.try, { refresh: [] })
  const found = run.data?.translation
  const sure = useAsk(quality.figures, {}).data?.items.find((one) => one.figure === 'sure-precision')
  const translate = () => {
    writeStored(draftName, text, 'session')
    setAsked(text)
    run.mutate({ body: { text, ...(language ? { language } : {}) } })
  }
  const rows = found?.statements.flatMap((statement) => statement.outcomes.map((outcome) => ({ statement, outcome }))) ?? []
  const columns = outcomeColumns(w, code, (value) => read(value)?.text ?? '', asked)
  const copy = async () => {
    const lines = rows.map(({ outcome }) => read(outcome.text)?.text ?? read(actionOf(outcome))?.text ?? '')
    notice({ text: (await copyText(lines.join('\n'))) ? w('web.rows-copied', { n: lines.length }) : w('web.rows-not-copied') })
  }
  const spans = found?.statements.map((one, index) => ({ id: `statement-${index}`, number: index + 1, from: one.start, to: one.end, used: one.outcomes.length > 0 || one.links.length > 0 })) ?? []
  return (
    <>
      <PageHead title={w('translation.try')} />
      <Panel>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() && !run.isPending) translate()
          }}
        >
          <FormProblem problem={run.error?.problem} wrong={[]} />
          <Textarea label={w('translation.text')} description={w('translation.text-how')} autosize minRows={5} maxRows={16} maxLength={20_000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <FromFile text={text} onText={setText} />
          <div className={classes['acts']}>
            <Select label={w('needs.language')} clearable placeholder={w('needs.language-found')} value={language} onChange={(value) => setLanguage(contentLanguages.find((one) => one === value) ?? null)} data={contentLanguages.map((value) => ({ value, label: w(`language.${value}`) }))} />
            <Button type="submit" loading={run.isPending} disabled={!text.trim()}>
              {w('translation.run')}
            </Button>
            {found && rows.length > 0 ? (
              <>
                <Button variant="default" onClick={() => void copy()}>{w('translation.copy')}</Button>
                <Button variant="default" onClick={() => saveAs(`${w('translation.try')}.csv`, toCsv(columns, rows))}>{w('web.export')}</Button>
              </>
            ) : null}
            {found && mayState ? (
              <Button
                variant="subtle"
                onClick={() => {
                  writeStored('draft.need', asked, 'session')
                  void navigate({ to: '/needs/new' })
                }}
              >
                {w('translation.as-need')}
              </Button>
            ) : null}
          </div>
        </form>
        {found ? (
          <div className={classes['bench']} aria-live="polite">
            <section className={classes['said']}>
              <Spans text={asked} lang={found.language} spans={spans} active={active} onActive={setActive} targetOf={(span) => span.id} />
              <p className={classes['meta']}>{w('translation.summary', { statements: found.statements.length, outcomes: rows.length, language: w(`language.${found.language}`) })}</p>
              {found.reasons?.length ? <Reasons reasons={found.reasons as readonly Reason[]} /> : null}
              <Findings findings={run.data?.findings ?? []} text={asked} language={found.language} />
              {sure ? <p className={classes['meta']}>{w('translation.sure-rate', { percent: Math.round(sure.value * 100) })}</p> : null}
              <p className={classes['meta']}>{w('needs.engine', { engine: run.data?.engine ?? '' })} · <To url="/quality">{w('quality.title')}</To></p>
            </section>
            <section>
              {rows.length > 0 ? <Checkbox mb="sm" className="no-print" label={w('translation.compare')} checked={isCompared} onChange={(event) => { setCompared(event.currentTarget.checked); writeStored(compareName, event.currentTarget.checked ? 'yes' : 'no', 'local') }} /> : null}
              {found.statements.map((statement, index) => (
                <StatementPart key={statement.start} id={`statement-${index}`} number={index + 1} statement={statement} text={asked} language={found.language} isCompared={isCompared} isActive={active === `statement-${index}`} onActive={() => setActive(`statement-${index}`)} />
              ))}
              {found.statements.length === 0 ? <p>{w('translation.nothing')}</p> : null}
            </section>
          </div>
        ) : null}
      </Panel>
    </>
  )
}

type Row = Readonly<{ statement: Statement; outcome: ProposedOutcome }>

/** What leaves as a file: one outcome a row, with the words it came from. */
const outcomeColumns = (w: ReturnType<typeof useWords>, code: ReturnType<typeof useCodeWords>, say: (value: ProposedOutcome['text']) => string, text: string) => [
  { head: w('needs.said'), text: ({ outcome }: Row) => text.slice(outcome.span.start, outcome.span.end) },
  { head: w('needs.slot.action'), text: ({ outcome }: Row) => say(actionOf(outcome)) },
  { head: w('needs.slot.object'), text: ({ outcome }: Row) => say(outcome.object.value) },
  { head: w('needs.slot.condition'), text: ({ outcome }: Row) => (outcome.condition ? say(outcome.condition.value) : '') },
  { head: w('needs.slot.standard'), text: ({ outcome }: Row) => (outcome.standard ? say(outcome.standard.value.text) : '') },
  { head: w('needs.slot.level'), text: ({ outcome }: Row) => String(outcome.level.value) },
  { head: w('needs.slot.evidence'), text: ({ outcome }: Row) => code(`evidence.${outcome.evidence.value.form}`) },
  { head: w('needs.competence'), text: ({ outcome }: Row) => outcome.links[0]?.label ?? '' },
]
