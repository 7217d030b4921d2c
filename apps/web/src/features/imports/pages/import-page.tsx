import { type Import, imports } from '@guildhall/contract/exchange'
import { Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useCodeWords, useWords } from '../../../ui/language.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { ColumnsPart, LeftOut } from '../parts/columns-part.tsx'
import type { Chosen } from '../parts/doubtful.ts'
import { ImportActs } from '../parts/import-acts.tsx'
import { ImportState, isBusy } from '../parts/import-state.tsx'
import { ImportSteps } from '../parts/import-steps.tsx'
import classes from '../parts/imports.module.css'
import { RowsPart } from '../parts/rows-part.tsx'

/** One import: what its rows would do, what in them is to be mended, the taking, and what came of it. */
export function ImportPage() {
  const { id } = useParams({ from: '/signed-in/imports/$id' })
  const asked = useAsk(imports.one, { params: { id } }, { every: (one) => (one && isBusy(one) ? 1000 : false) })
  const w = useWords()
  usePageTitle(asked.data?.fileName || w('imports.pasted'), w('imports.title'))
  if (asked.isError && !asked.data) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton height={320} />
  return <Opened key={id} one={asked.data} />
}

function Opened({ one }: { one: Import }) {
  const w = useWords()
  const words = useCodeWords()
  const formats = useFormats()
  const client = useQueryClient()
  const [chosen, choose] = useState<Chosen>(new Set())
  // The rows are as old as the import that was seen with them: another state, other rows.
  const seen = `${one.state} ${one.taken}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: `seen` is what the effect waits for
  useEffect(() => {
    void client.invalidateQueries({ queryKey: [imports.rows.path] })
  }, [client, seen])
  const isTaken = one.state !== 'checked'
  return (
    <>
      <PageHead crumbs={[{ label: w('imports.title'), url: '/imports' }]} title={one.fileName || w('imports.pasted')} state={<ImportState state={one.state} />} />
      <Panel>
        <ImportSteps at={isTaken ? 'take' : 'check'} />
        <p className={classes['note']}>{[w(`imports.target.${one.target}`), one.by?.name, formats.dayAndTime(one.takenAt ?? one.at)].filter(Boolean).join(' · ')}</p>
        {one.faults.length > 0 ? (
          <PanelPart title={w('imports.faults', { n: one.faults.length })}>
            <ul className={classes['findings']}>
              {one.faults.map((fault) => (
                <li key={`${fault.code} ${fault.column} ${JSON.stringify(fault.params)}`}>{words(`import-fault.${fault.code}`, fault.params)}</li>
              ))}
            </ul>
          </PanelPart>
        ) : null}
        {isTaken ? null : <ColumnsPart key={one.id} one={one} />}
        {isTaken ? null : <LeftOut one={one} />}
        <RowsPart one={one} chosen={chosen} choose={choose} />
        <ImportActs one={one} chosen={chosen} />
      </Panel>
    </>
  )
}
