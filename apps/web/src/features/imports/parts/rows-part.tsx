import { type Import, imports, importRowStates } from '@guildhall/contract/exchange'
import { Button, Checkbox, Skeleton, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import { PanelPart } from '../../../ui/panel.tsx'
import { type Chosen, isChosen, turnChosen } from './doubtful.ts'
import classes from './imports.module.css'
import { MendRow } from './mend-row.tsx'
import { useRegisters } from './registers.ts'
import { ShownRow } from './shown-row.tsx'
import { StateTabs } from './state-tabs.tsx'

const rowsAtOnce = 50

/** What to look at first: what is wrong, then what is doubtful; if all is well, what is new. */
const firstShown = ['wrong', 'doubtful', 'new', 'changed', 'same'] as const

/** The rows of an import by what they would do; wrong ones are mended where they stand, doubtful ones picked. */
export function RowsPart({ one, chosen, choose }: { one: Import; chosen: Chosen; choose: (chosen: Chosen) => void }) {
  const w = useWords()
  const formats = useFormats()
  const [picked, pick] = useState<(typeof importRowStates)[number]>()
  const [trail, setTrail] = useState<readonly (string | undefined)[]>([])
  const shown = picked && one.counts[picked] > 0 ? picked : (firstShown.find((state) => one.counts[state] > 0) ?? 'new')
  const after = trail.at(-1)
  const asked = useAsk(imports.rows, { params: { id: one.id }, query: { state: shown, limit: rowsAtOnce, ...(after ? { after } : {}) } }, { keepPrevious: true })
  const fields = useRegisters().data?.items.find(({ target }) => target === one.target)?.fields ?? []
  const inFile = new Set(one.columns.flatMap(({ field }) => field ?? []))
  const columns = fields.filter(({ key, required }) => inFile.has(key) || required)
  const page = asked.data
  const canPick = shown === 'doubtful' && one.allowed.includes('take')
  const canMend = one.allowed.includes('mend') && (shown === 'wrong' || shown === 'doubtful')
  if (Object.values(one.counts).every((n) => n === 0)) return null
  return (
    <PanelPart title={w('imports.rows')}>
      <StateTabs
        counts={importRowStates.map((state) => [state, one.counts[state]] as const)}
        chosen={shown}
        onChoose={(state) => {
          pick(state)
          setTrail([])
        }}
      />
      {canPick ? <Checkbox mb="xs" label={w('imports.doubtful-all', { n: one.counts.doubtful })} checked={chosen === 'all'} onChange={(event) => choose(event.currentTarget.checked ? 'all' : new Set())} /> : null}
      {asked.isError && !page ? <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} /> : null}
      {!page && !asked.isError ? <Skeleton height={200} /> : null}
      {page ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls sideways is reached by keyboard
        <section className={classes['scroll']} aria-label={w('imports.rows')} tabIndex={0}>
          <table className={classes['table']} data-stale={asked.isPlaceholderData || undefined}>
            <caption>
              <VisuallyHidden>{w(`imports.state.${shown}`)}</VisuallyHidden>
            </caption>
            <thead>
              <tr>
                <th scope="col">{w('imports.row')}</th>
                {columns.map(({ key, label }) => (
                  <th key={key} scope="col">
                    {label}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {page.items.map((row) =>
                canMend && !row.takenAt ? (
                  <MendRow key={`${row.row} ${row.state}`} importId={one.id} row={row} columns={columns} />
                ) : (
                  <ShownRow key={row.row} target={one.target} row={row} columns={columns} />
                ),
              )}
            </tbody>
          </table>
        </section>
      ) : null}
      {page && canPick ? (
        <div className={classes['picks']}>
          {page.items.filter((row) => !row.takenAt).map(({ row }) => (
            <Checkbox key={row} label={w('imports.doubtful-one', { row })} checked={isChosen(chosen, row)} disabled={chosen === 'all'} onChange={() => chosen !== 'all' && choose(turnChosen(chosen, row))} />
          ))}
        </div>
      ) : null}
      {page && (trail.length > 0 || page.next !== null) ? (
        <div className={classes['foot']}>
          <span className={classes['note']}>{w('web.rows-of', { from: trail.length * rowsAtOnce + 1, to: trail.length * rowsAtOnce + page.items.length, total: formats.number(one.counts[shown]) })}</span>
          <Button variant="default" size="xs" disabled={trail.length === 0} onClick={() => setTrail(trail.slice(0, -1))}>
            {w('web.previous-page')}
          </Button>
          <Button variant="default" size="xs" disabled={page.next === null} onClick={() => setTrail([...trail, page.next ?? undefined])}>
            {w('web.next-page')}
          </Button>
        </div>
      ) : null}
    </PanelPart>
  )
}
