import { type Campus, campuses, type Department, departments } from '@guildhall/contract/directory'
import { Button, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import classes from '../parts/college.module.css'
import { CampusDialog, DepartmentDialog } from '../parts/structure-dialogs.tsx'
import { useKeepsCollege } from '../parts/use-keeps-college.ts'

type Open = { campus: Campus | undefined } | { department: Department | undefined }

/** Campuses and departments of the college: short lists, changed in place. */
export function StructurePage() {
  const w = useWords()
  const read = useText()
  const title = w('college.structure')
  usePageTitle(title)
  const keeps = useKeepsCollege()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const sites = useAsk(campuses.list, { query: { limit: 200 } })
  const parts = useAsk(departments.list, { query: { limit: 200 } })
  const failed = sites.error ?? parts.error
  if (failed) return <ErrorState problem={toProblem(failed)} onRetry={() => void Promise.all([sites.refetch(), parts.refetch()])} />
  if (!sites.data || !parts.data) return <Skeleton height={320} />
  const change = (name: string, target: Open) => <Button className={classes['push'] ?? ''} size="compact-sm" variant="subtle" aria-label={w('college.change-name', { name })} onClick={() => setOpen(target)}>{w('college.change')}</Button>
  return (
    <>
      <PageHead title={title} />
      <Panel>
        <PanelPart title={w('college.campuses')} aside={keeps ? <Button size="compact-sm" variant="default" onClick={() => setOpen({ campus: undefined })}>{w('college.add-campus')}</Button> : null}>
          {sites.data.items.length === 0 ? <EmptyState isPart title={w('college.campus-none')} /> : (
            <ul className={classes['lines']}>
              {sites.data.items.map((one) => (
                <li key={one.id}><b><ContentText text={one.name} /></b><span>{one.address}</span><span className={classes['meta']}>{w('college.n-departments', { n: one.departments })}</span>{one.allowed.includes('change') ? change(read(one.name)?.text ?? '', { campus: one }) : null}</li>
              ))}
            </ul>
          )}
        </PanelPart>
        <PanelPart title={w('college.departments')} aside={keeps ? <Button size="compact-sm" variant="default" onClick={() => setOpen({ department: undefined })}>{w('college.add-department')}</Button> : null}>
          {parts.data.items.length === 0 ? <EmptyState isPart title={w('college.department-none')} /> : (
            <ul className={classes['lines']}>
              {parts.data.items.map((one) => (
                <li key={one.id}><b><ContentText text={one.name} /></b><span className={classes['meta']}>{one.code}</span>{one.campus ? <span><ContentText text={one.campus.name} tag={false} /></span> : null}<To url={`/classes?departmentId=${one.id}`} className={classes['meta']}>{w('college.n-classes', { n: one.classes })}</To>{one.allowed.includes('change') ? change(read(one.name)?.text ?? '', { department: one }) : null}</li>
              ))}
            </ul>
          )}
        </PanelPart>
      </Panel>
      {open && 'campus' in open ? <CampusDialog {...(open.campus ? { campus: open.campus } : {})} onClose={close} /> : null}
      {open && 'department' in open ? <DepartmentDialog {...(open.department ? { department: open.department } : {})} sites={sites.data.items} onClose={close} /> : null}
    </>
  )
}
