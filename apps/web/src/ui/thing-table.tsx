import type { Endpoint, Page } from '@guildhall/contract/http'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconColumns3, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { toProblem } from '../api/problem-text.ts'
import { useAsk } from '../api/use-ask.ts'
import { EmptyState } from './empty-state.tsx'
import { ErrorState } from './error-state.tsx'
import { ExportButton } from './export-button.tsx'
import { useFormats } from './formats.ts'
import { useWords } from './language.tsx'
import { ListFoot } from './list-foot.tsx'
import { type BulkAct, type Column, type Filter, listAsk, type RowOf } from './list-types.ts'
import { Panel } from './panel.tsx'
import { PhoneRows } from './phone-rows.tsx'
import { QueryBar } from './query-bar.tsx'
import { SavedViews } from './saved-views.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { SidePanel } from './side-panel.tsx'
import { readStoredJson, writeStored } from './stored.ts'
import { TableRows } from './table-rows.tsx'
import classes from './thing-table.module.css'
import { changeListState, countFilters, type ListState, toListState, turnSort } from './url-state.ts'
import { useDelayed } from './use-delayed.ts'
import { useKeys } from './use-keys.ts'
import { useSelection } from './use-selection.ts'
import { useUrlState } from './use-url-state.ts'

export type ThingTableProps<E extends Endpoint> = Readonly<{
  endpoint: E
  /** Names the list for what is remembered per person. */
  name: string
  caption: string
  /** What the search field finds by. */
  wordsLabel: string
  columns: readonly Column<RowOf<E>>[]
  filters?: readonly Filter[]
  usualSort?: string
  nameOf: (row: RowOf<E>) => string
  /** What the side panel shows of a row; without it a click does nothing. */
  panel?: (row: RowOf<E> | undefined, id: string) => ReactNode
  /** Filters that make the page what it is (the enterprises among the organisations): alone they narrow nothing. */
  scope?: readonly string[]
  /** Nothing at all yet: what the list is for and the first thing to do. */
  nothingYet: Readonly<{ title: string; text: string; action?: ReactNode }>
  bulk?: readonly BulkAct<RowOf<E>>[]
  /** Asks again after so many milliseconds, while a row is under way. */
  every?: (page: Page<RowOf<E>> | undefined) => number | false
}>

const isNames = (value: unknown): value is string[] => Array.isArray(value)

/** A list of things: query bar, sort, pages, five faces, side panel, selection, keys. All that a link should keep is in the address. */
export function ThingTable<E extends Endpoint>(props: ThingTableProps<E>) {
  type Row = RowOf<E>
  const w = useWords()
  const { state, trail, go } = useUrlState()
  const list = useMemo(() => toListState(state, props.usualSort), [state, props.usualSort])
  const filters = props.filters ?? []
  const asked = useAsk(props.endpoint, listAsk<E>(list, { after: list.after, limit: list.limit }), {
    keepPrevious: true,
    ...(props.every ? { every: (page) => props.every?.(page as Page<Row> | undefined) ?? false } : {}), // safe: the endpoint is a list, see RowOf
  })
  const page = asked.data as Page<Row> | undefined // safe: the endpoint is a list, see RowOf
  const rows = page?.items ?? []

  const isPhone = useMediaQuery('(max-width: 37.49em)', false, { getInitialValueInEffect: false })
  const isLoading = useDelayed(asked.isPending)
  const searchRef = useRef<HTMLInputElement>(null)
  const selection = useSelection<Row>(props.name)
  const [chosenColumns, setChosenColumns] = useState(() => readStoredJson(`columns.${props.name}`, isNames))
  const columns = props.columns.filter(
    (column, index) => index === 0 || (chosenColumns ? chosenColumns.includes(column.name) : !column.optional),
  )

  const change = (next: Readonly<Record<string, string | undefined>>) => go(changeListState(state, next))
  const open = (id: string | undefined) => {
    const before = list.open
    go(changeListState(state, { open: id }), { replace: before !== undefined && id !== undefined, trail })
    if (!id && before) requestAnimationFrame(() => document.getElementById(`row-${before}`)?.focus({ preventScroll: true }))
  }
  const at = (id: string | undefined) => rows.findIndex((row) => row.id === id)
  const canStep = (by: -1 | 1) => rows[at(list.open) + by] !== undefined && at(list.open) >= 0
  const focused = () => rows.find((row) => document.activeElement?.closest('[id^="row-"]')?.id === `row-${row.id}`)
  const move = (by: -1 | 1) => {
    const from = at(focused()?.id ?? list.open)
    const row = rows[from < 0 ? 0 : from + by]
    if (!row) return
    if (list.open) open(row.id)
    document.getElementById(`row-${row.id}`)?.focus()
  }
  useKeys({
    '/': (event) => {
      event.preventDefault()
      searchRef.current?.focus()
    },
    j: () => move(1),
    k: () => move(-1),
    x: () => {
      const row = focused()
      if (row && props.bulk) selection.toggle(row)
    },
    Enter: (event) => {
      const row = focused()
      if (row && props.panel && event.target instanceof HTMLElement && event.target.id === `row-${row.id}`) open(row.id)
    },
  })

  const chooseColumn = (name: string) => {
    const now = columns.map((column) => column.name)
    const next = now.includes(name) ? now.filter((one) => one !== name) : [...now, name]
    setChosenColumns(next)
    writeStored(`columns.${props.name}`, JSON.stringify(next))
  }

  const rowsShown = { caption: props.caption, columns, rows, onOpen: (row: Row) => (props.panel ? open(row.id) : undefined), isLoading }
  const isEmpty = page !== undefined && rows.length === 0
  const isNarrowed = countFilters(list) > (props.scope ?? []).filter((name) => list.filters[name] !== undefined).length
  return (
    <Panel flush>
      <QueryBar list={list} filters={filters} wordsLabel={props.wordsLabel} searchRef={searchRef} onSearch={change}>
        <div className={classes['tools']}>
          {rows.length > 0 ? <ExportButton {...props} list={list} columns={columns} /> : null}
          <SavedViews list={props.name} />
          {isPhone ? null : (
            <>
              <Menu closeOnItemClick={false} position="bottom-end">
                <Menu.Target>
                  <ActionIcon variant="subtle" color="qing" size={36} aria-label={w('web.choose-columns')} title={w('web.choose-columns')}>
                    <IconColumns3 size={20} stroke={1.75} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {props.columns.slice(1).map((column) => (
                    <Menu.CheckboxItem key={column.name} checked={columns.includes(column)} onChange={() => chooseColumn(column.name)}>
                      {column.head}
                    </Menu.CheckboxItem>
                  ))}
                </Menu.Dropdown>
              </Menu>
              <ActionIcon
                variant="subtle"
                color="qing"
                size={36}
                aria-label={w('web.print-list')}
                title={w('web.print-list')}
                onClick={() => window.print()}
              >
                <IconPrinter size={20} stroke={1.75} />
              </ActionIcon>
            </>
          )}
        </div>
      </QueryBar>
      <PrintedConditions list={list} filters={filters} wordsLabel={props.wordsLabel} />
      {asked.isError && page ? <StaleLine at={page.asOf} onRetry={() => void asked.refetch()} /> : null}
      {asked.isError && !page ? <NoRows problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} /> : null}
      {isEmpty && isNarrowed ? <NothingMatches list={list} filters={filters} onDrop={change} /> : null}
      {isEmpty && !isNarrowed ? (
        <EmptyState title={props.nothingYet.title} action={props.nothingYet.action}>
          <p>{props.nothingYet.text}</p>
        </EmptyState>
      ) : null}
      {rows.length > 0 || isLoading ? (
        isPhone ? (
          <PhoneRows {...rowsShown} />
        ) : (
          <TableRows
            {...rowsShown}
            sort={list.sort}
            openId={list.open}
            nameOf={props.nameOf}
            selection={props.bulk ? selection : undefined}
            onSort={(column) => change({ sort: turnSort(list.sort, column) })}
            isStale={asked.isPlaceholderData}
          />
        )
      ) : null}
      {page && rows.length > 0 ? (
        <ListFoot
          list={list}
          trail={trail}
          shown={rows.length}
          count={page.count}
          isMore={page.more}
          next={page.next}
          asOf={page.asOf}
          onGo={(after, next) => go(changeListState(state, { after }), { trail: next, toTop: true })}
          onLimit={(limit) => change({ limit })}
        />
      ) : null}
      {!page && !asked.isError && !isLoading ? <div className={classes['waiting']} /> : null}
      {props.bulk ? (
        <SelectionBar selection={selection} acts={props.bulk} list={list} count={page?.count ?? 0} isMore={page?.more ?? false} />
      ) : null}
      {list.open && props.panel ? (
        <SidePanel openId={list.open} onClose={() => open(undefined)} canStep={canStep} onStep={(by) => open(rows[at(list.open) + by]?.id)}>
          {props.panel(rows[at(list.open)], list.open)}
        </SidePanel>
      ) : null}
    </Panel>
  )
}

/** On paper the query bar is gone: the conditions stand as words. */
function PrintedConditions({ list, filters, wordsLabel }: { list: ListState; filters: readonly Filter[]; wordsLabel: string }) {
  const words = [...(list.q ? [`${wordsLabel}: ${list.q}`] : []), ...conditionsOf(list, filters).map((one) => `${one.label}: ${one.value}`)]
  return words.length > 0 ? <p className="only-print">{words.join(' · ')}</p> : null
}

const conditionsOf = (list: ListState, filters: readonly Filter[]) =>
  filters.flatMap((filter) => {
    const value = list.filters[filter.name]
    return value === undefined
      ? []
      : [{ name: filter.name, label: filter.label, value: filter.choices.find((choice) => choice.value === value)?.label ?? value }]
  })

/** Nothing matches: says which conditions there are and lets each be dropped. */
function NothingMatches({
  list,
  filters,
  onDrop,
}: {
  list: ListState
  filters: readonly Filter[]
  onDrop: (change: Readonly<Record<string, undefined>>) => void
}) {
  const w = useWords()
  const set = conditionsOf(list, filters)
  return (
    <EmptyState
      title={w('web.nothing-matches')}
      action={
        <>
          {list.q ? (
            <Button variant="default" onClick={() => onDrop({ q: undefined })}>
              {w('web.drop-words', { words: list.q })}
            </Button>
          ) : null}
          {set.map((one) => (
            <Button key={one.name} variant="default" onClick={() => onDrop({ [one.name]: undefined })}>
              {w('web.drop-condition', { filter: one.label, value: one.value })}
            </Button>
          ))}
        </>
      }
    >
      <p>{w('web.nothing-matches-how')}</p>
    </EmptyState>
  )
}

/** No rows came: no right to see them, or a failure. */
function NoRows({ problem, onRetry }: { problem: ReturnType<typeof toProblem>; onRetry: () => void }) {
  const w = useWords()
  if (problem.code === 'not-allowed')
    return (
      <EmptyState title={w('web.no-right')}>
        <p>{w('web.no-right-who')}</p>
      </EmptyState>
    )
  return <ErrorState problem={problem} onRetry={onRetry} />
}

/** The rows are old: they stay, and it is said since when. */
function StaleLine({ at, onRetry }: { at: string; onRetry: () => void }) {
  const w = useWords()
  const formats = useFormats()
  return (
    <div className={classes['stale']} role="status">
      <span>{w('web.not-updated-since', { at: formats.time(at) })}</span>
      <Button size="compact-sm" variant="default" onClick={onRetry}>
        {w('web.retry')}
      </Button>
    </div>
  )
}
