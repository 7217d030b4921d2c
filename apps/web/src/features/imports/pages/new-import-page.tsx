import { type ImportTargetName, imports } from '@guildhall/contract/exchange'
import { Button, Radio, Skeleton, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { download } from '../../../api/download.ts'
import { toProblem } from '../../../api/problem-text.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useWords } from '../../../ui/language.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { ImportSteps } from '../parts/import-steps.tsx'
import classes from '../parts/imports.module.css'
import { useRegisters } from '../parts/registers.ts'
import { useCheck } from '../parts/use-check.ts'

/** The first step of an import: which register, and the file or the cells. */
export function NewImportPage() {
  const w = useWords()
  const { state, go } = useUrlState()
  usePageTitle(w('imports.new'), w('imports.title'))
  const asked = useRegisters()
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  const registers = asked.data?.items
  const chosen = registers?.find((one) => one.target === state['target']) ?? (registers?.length === 1 ? registers[0] : undefined)
  return (
    <>
      <PageHead crumbs={[{ label: w('imports.title'), url: '/imports' }]} title={w('imports.new')} />
      <Panel>
        <ImportSteps at="source" />
        {registers === undefined ? <Skeleton height={240} /> : null}
        {registers?.length === 0 ? <EmptyState title={w('web.no-right')}>{w('web.no-right-who')}</EmptyState> : null}
        {registers && registers.length > 0 ? (
          <Radio.Group label={w('imports.which')} value={chosen?.target ?? null} onChange={(target) => go({ ...state, target }, { replace: true })}>
            <div className={classes['choices']}>
              {registers.map(({ target }) => (
                <Radio key={target} value={target} label={w(`imports.target.${target}`)} />
              ))}
            </div>
          </Radio.Group>
        ) : null}
        {chosen ? <SourceParts key={chosen.target} {...chosen} /> : null}
      </Panel>
    </>
  )
}

function SourceParts({ target, fields }: { target: ImportTargetName; fields: readonly { key: string; label: string; required: boolean }[] }) {
  const w = useWords()
  const [file, setFile] = useState<File>()
  const [text, setText] = useState('')
  const { check, isPending, problem } = useCheck()
  const template = useMutation({ mutationFn: () => download(imports.template, { params: { target } }) })
  return (
    <>
      <PanelPart title={w('imports.fields-known')}>
        <p>{fields.map((field) => (field.required ? `${field.label} *` : field.label)).join(' · ')}</p>
        <p className={classes['note']}>{w('imports.template-how')}</p>
        <Button variant="default" loading={template.isPending} onClick={() => template.mutate()}>
          {w('imports.template')}
        </Button>
        <FormProblem problem={template.error ? toProblem(template.error) : undefined} wrong={[]} />
      </PanelPart>
      <PanelPart title={w('imports.source')}>
        <FormProblem problem={problem} wrong={[]} />
        <FileField
          accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          file={file}
          isBusy={isPending}
          onFile={(next) => {
            setFile(next)
            check(target, { file: next })
          }}
        />
        <p className={classes['note']}>{w('imports.source-kinds')}</p>
        <Textarea label={w('imports.paste')} description={w('imports.paste-how')} autosize minRows={3} maxRows={10} value={text} onChange={(event) => setText(event.currentTarget.value)} classNames={{ input: classes['cells'] ?? '' }} />
        <div className={classes['foot']}>
          <Button variant="default" disabled={text.trim() === ''} loading={isPending && text !== ''} onClick={() => check(target, { text })}>
            {w('imports.check-pasted')}
          </Button>
        </div>
      </PanelPart>
    </>
  )
}
