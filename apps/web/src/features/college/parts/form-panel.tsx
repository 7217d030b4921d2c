import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { useContractForm } from '../../../api/use-contract-form.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { To } from '../../../ui/to.tsx'
import { TwoVersions } from '../../../ui/two-versions.tsx'
import classes from './college.module.css'

type FormLook = Pick<ReturnType<typeof useContractForm>, 'form' | 'problem' | 'wrong' | 'draftAt' | 'discardDraft' | 'isPending' | 'keepMine' | 'takeTheirs'> & Readonly<{ other: { clashes: readonly string[] } | undefined }>

/** A form on the page's panel: the kept draft, what was refused, the fields, both versions where somebody was faster, one main button. */
export function FormPanel({ form, verb, back, said, children }: { form: FormLook; verb: string; back: string; said?: (path: string) => { label: string; mine: string; theirs: string }; children: ReactNode }) {
  const w = useWords()
  const formats = useFormats()
  return (
    <Panel>
      <form {...form.form}>
        {form.draftAt ? (
          <div className={classes['draft']} role="status">
            {w('web.draft-restored', { at: formats.dayAndTime(form.draftAt) })}
            <Button variant="subtle" size="compact-sm" onClick={form.discardDraft}>{w('web.discard-draft')}</Button>
          </div>
        ) : null}
        <div className={classes['problem']}><FormProblem problem={form.problem} wrong={form.wrong} /></div>
        {form.other && said ? <div className={classes['problem']}><TwoVersions fields={form.other.clashes.map(said)} onKeepMine={form.keepMine} onTakeTheirs={form.takeTheirs} /></div> : null}
        {children}
        <div className={classes['foot']}>
          {form.other ? null : <Button type="submit" loading={form.isPending}>{verb}</Button>}
          <Button variant="default" renderRoot={(rest) => <To url={back} {...rest} />}>{w('web.cancel')}</Button>
        </div>
      </form>
    </Panel>
  )
}
