import { majors, programmes } from '@guildhall/contract/programmes'
import { Button, NumberInput, Select } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { useUpload } from '../../../api/use-upload.ts'
import { FileField } from '../../../ui/file-field.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { AddMajor } from '../../../ui/add-major.tsx'
import { CheckedProgramme } from '../parts/checked-programme.tsx'
import classes from '../parts/imports.module.css'

/** Takes a training programme from the college's own Excel: first what it would change, then, once, the taking. */
export function ProgrammeUploadPage() {
  const w = useWords()
  const read = useText()
  const notice = useNotice()
  const navigate = useNavigate()
  usePageTitle(w('imports.programme.title'), w('programmes.majors'))
  const [file, setFile] = useState<File>()
  const [majorId, setMajor] = useState<string | null>(null)
  const [cohort, setCohort] = useState<number>()
  const known = useAsk(majors.list, { query: { closed: 'no', limit: 100 } })
  // Who may change a major may enter one; where there is none yet, the server decides.
  const mayAdd =
    known.data !== undefined && (known.data.items.length === 0 || known.data.items.some((one) => one.allowed.includes('change')))
  const check = useUpload(programmes.check)
  const take = useAct(programmes.take, {
    refresh: ['/api/v1/majors', '/api/v1/programmes'],
    onDone: (taken) => {
      notice({ text: w('imports.programme.taken', { number: taken.number }) })
      void navigate({ to: '/programmes/$id', params: { id: taken.id } })
    },
  })
  const checked = check.data
  const major = majorId ?? checked?.major.id ?? null
  const year = cohort ?? checked?.cohort ?? undefined
  // What a file would change depends on the programme it meets, so another major or cohort reads it anew.
  const look = (chosen: File, at: { majorId?: string | null; cohort?: number | undefined } = {}) => {
    setFile(chosen)
    check.mutate({
      ask: { body: { ...(at.majorId ? { majorId: at.majorId } : {}), ...(at.cohort ? { cohort: at.cohort } : {}) } },
      file: chosen,
    })
  }
  const isReady = checked !== undefined && checked.faults.length === 0 && major !== null && year !== undefined && !check.isPending
  return (
    <>
      <PageHead crumbs={[{ label: w('programmes.majors'), url: '/majors' }]} title={w('imports.programme.title')} />
      <Panel>
        <PanelPart title={w('imports.programme.which')}>
          <FileField
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            file={file}
            isBusy={check.isPending}
            onFile={(chosen) => {
              setMajor(null)
              setCohort(undefined)
              look(chosen)
            }}
          />
          <FormProblem problem={(check.error ?? take.error)?.problem} wrong={[]} />
        </PanelPart>
        {checked ? (
          <>
            <PanelPart title={w('imports.programme.major')}>
              {checked.major.id === null && major === null ? (
                <>
                  {checked.major.name ? (
                    <p className={classes['note']}>
                      {w('imports.programme.major-unknown', { name: checked.major.name, code: checked.major.code ?? '–' })}
                    </p>
                  ) : null}
                  {mayAdd ? (
                    <AddMajor
                      key={checked.importId}
                      found={checked.major}
                      onAdded={(id) => {
                        setMajor(id)
                        if (file) look(file, { majorId: id, cohort: year })
                      }}
                    />
                  ) : null}
                </>
              ) : null}
              <div className={classes['fields']}>
                <Select
                  label={w('imports.programme.major')}
                  searchable
                  allowDeselect={false}
                  value={major}
                  onChange={(value) => {
                    setMajor(value)
                    if (file) look(file, { majorId: value, cohort: year })
                  }}
                  data={(known.data?.items ?? []).map((one) => ({ value: one.id, label: `${read(one.name)?.text ?? ''} ${one.code}` }))}
                />
                <NumberInput
                  label={w('imports.programme.cohort')}
                  allowDecimal={false}
                  hideControls
                  thousandSeparator=""
                  value={year ?? ''}
                  onChange={(value) => setCohort(typeof value === 'number' ? value : undefined)}
                  onBlur={() => {
                    if (file && cohort !== undefined && cohort >= 1990 && cohort <= 2100) look(file, { majorId: major, cohort })
                  }}
                />
              </div>
            </PanelPart>
            <CheckedProgramme checked={checked} />
            <div className={classes['foot']}>
              <Button
                disabled={!isReady}
                loading={take.isPending}
                onClick={() => {
                  if (isReady && major !== null && year !== undefined)
                    take.mutate({ body: { importId: checked.importId, majorId: major, cohort: year } })
                }}
              >
                {w('imports.programme.take')}
              </Button>
              {checked.faults.length > 0 ? <span className={classes['note']}>{w('imports.programme.cannot-take')}</span> : null}
            </div>
          </>
        ) : null}
      </Panel>
    </>
  )
}
