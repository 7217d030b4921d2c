import { regions } from '@guildhall/contract/directory'
import { Button, Select, Skeleton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { useContractForm } from '../../../api/use-contract-form.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { useRegions } from '../../../ui/use-regions.ts'
import classes from '../parts/organisation.module.css'

/** The regions of the installation as a tree; who runs it adds what is missing. */
export function RegionsPage() {
  const w = useWords()
  const read = useText()
  const [isAdding, setAdding] = useState(false)
  const title = w('directory.regions')
  usePageTitle(title)
  const asked = useAsk(regions.list, { query: { limit: 200 } })
  const placed = useRegions()
  const add = asked.data?.allowed.includes('add') ? <Button onClick={() => setAdding(true)}>{w('directory.add-region')}</Button> : undefined
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  return (
    <>
      <PageHead title={title} actions={add} />
      <Panel>
        {asked.data ? null : <Skeleton height={160} />}
        {asked.data && placed.length === 0 ? (
          <EmptyState title={w('directory.no-regions')} action={add}>
            {w('directory.no-regions-how')}
          </EmptyState>
        ) : null}
        <ul className={classes['regions']}>
          {placed.map((one) => (
            <li key={one.id} style={{ paddingInlineStart: `${one.depth * 24}px` }}>
              <To url={`/organisations?regionId=${one.id}`}>{read(one.name)?.text ?? one.path}</To> <small>{one.code}</small>
            </li>
          ))}
        </ul>
      </Panel>
      {isAdding ? <AddRegion onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function AddRegion({ onClose }: { onClose: () => void }) {
  const w = useWords()
  const notice = useNotice()
  const placed = useRegions()
  const form = useContractForm(regions.add, {
    draft: 'region.new',
    initial: { zh: '', en: '', de: '', code: '', parentId: '' },
    labels: { zh: w('directory.name.zh'), en: w('directory.name.en'), de: w('directory.name.de'), name: w('directory.region'), code: w('directory.region-code'), parentId: w('directory.region-above') },
    toAsk: ({ zh, en, de, code, parentId }) => ({ body: { name: Object.fromEntries(Object.entries({ zh, en, de }).filter(([, text]) => text.trim() !== '')), code, parentId: parentId || null } }),
    onDone: () => {
      onClose()
      notice({ text: w('directory.region-added') })
    },
  })
  return (
    <ConfirmAct opened onClose={onClose} title={w('directory.add-region')} effect={<FormProblem problem={form.problem} wrong={form.wrong} />} verb={w('directory.add-region')} isPending={form.isPending} onConfirm={form.submit}>
      <TextInput {...form.field('zh')} autoComplete="off" lang="zh" />
      <TextInput {...form.field('en')} autoComplete="off" lang="en" />
      <TextInput {...form.field('de')} autoComplete="off" lang="de" />
      <TextInput {...form.field('code')} autoComplete="off" maxLength={20} description={w('directory.region-code-how')} />
      <Select {...form.field('parentId')} value={form.values.parentId || null} searchable clearable data={placed.map((one) => ({ value: one.id, label: one.path }))} onChange={(value) => form.setValue('parentId', value ?? '')} />
    </ConfirmAct>
  )
}
