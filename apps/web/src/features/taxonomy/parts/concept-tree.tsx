import type { ConceptPage, TaxonomyRow } from '@guildhall/contract/taxonomy'
import { IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { ContentText } from '../../../ui/content-text.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import classes from './concept-tree.module.css'
import { findByTyping, idOfKey, keysOnWay, moveByKey, type TreeRow } from './tree-rows.ts'
import { useTree } from './use-tree.ts'

/** Letters typed within this time belong together. */
const typingPause = 700

/** Scrolls the pane, never the page, so that a line stands in its middle. */
function showWithin(line: Element | null | undefined) {
  let pane = line?.parentElement
  while (pane && getComputedStyle(pane).overflowY !== 'auto') pane = pane.parentElement
  if (!line || !pane) return
  pane.scrollTop += line.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 2
}

/** The catalogues as one tree, asked level by level. One stop of the Tab key; the arrows go on from there. What is read at the right is opened and marked here. */
export function ConceptTree(props: { shelves: readonly TaxonomyRow[]; withRetired: boolean; concept: ConceptPage | undefined; urlOf: (id: string) => string; onChoose: (id: string) => void }) {
  const w = useWords()
  const read = useText()
  const tree = useTree(props.shelves, props.withRetired)
  const { rows, openAll } = tree
  const [focusKey, setFocusKey] = useState<string>()
  const list = useRef<HTMLDivElement>(null)
  const place = useRef(0)
  const typed = useRef({ text: '', at: 0 })
  // A line that is gone (its rest was loaded, its branch closed) leaves the focus to the one that took its place.
  const at = rows.findIndex((row) => row.key === focusKey)
  const current = rows[at >= 0 ? at : Math.min(place.current, rows.length - 1)]
  if (at >= 0) place.current = at

  const { concept } = props
  const way = useMemo(() => (concept ? keysOnWay(concept.taxonomy.id, [...concept.path.map((one) => one.id), concept.id]) : undefined), [concept])
  const isSeen = concept !== undefined && rows.some((row) => row.kind === 'concept' && row.node.id === concept.id)
  const shown = useRef<string>(undefined)
  useEffect(() => {
    // Opened once for each concept: what somebody closes afterwards stays closed.
    if (!way || shown.current === way.at(-1)) return
    if (!isSeen) openAll(way.slice(0, -1))
    else {
      shown.current = way.at(-1)
      const key = rows.find((row) => row.key === way.at(-1))?.key ?? rows.find((row) => row.kind === 'concept' && row.node.id === concept?.id)?.key
      if (list.current?.contains(document.activeElement)) return
      setFocusKey(key)
      if (key) showWithin(list.current?.querySelector(`[data-key="${CSS.escape(key)}"]`))
    }
  }, [way, isSeen, openAll, rows, concept])

  const focus = (key: string) => {
    setFocusKey(key)
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus()
  }
  const hasFocus = () => list.current?.contains(document.activeElement) ?? false
  // The focus follows a line that was only drawn now.
  useEffect(() => {
    if (!current || !hasFocus()) return
    const element = list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(current.key)}"]`)
    if (element && element !== document.activeElement) element.focus()
  })

  const choose = (row: TreeRow) => {
    if (row.kind === 'concept') props.onChoose(row.node.id)
    else if (row.kind === 'shelf') tree.toggle(row.key)
    else if (row.kind === 'more') tree.loadMore(row.parent!)
    else if (row.kind === 'broken') tree.retry(row.parent!)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const move = moveByKey(rows, current?.key, event.key)
    if (move) {
      event.preventDefault()
      if (move.toggle) tree.toggle(move.toggle)
      if (move.choose && current) choose(current)
      if (move.focus) focus(move.focus)
      return
    }
    if (event.key.length !== 1) return
    event.preventDefault()
    const now = Date.now()
    typed.current = { text: now - typed.current.at < typingPause ? typed.current.text + event.key : event.key, at: now }
    const textsOf = (row: TreeRow) => (row.kind === 'concept' ? [read(row.node.label)?.text ?? row.node.code, row.node.notation ?? ''] : row.kind === 'shelf' ? [read(row.shelf.name)?.text ?? ''] : [])
    const found = findByTyping(rows, current?.key, typed.current.text, textsOf)
    if (found) focus(found)
  }
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element // safe: a click comes from an element
    const row = rows.find((one) => one.key === target.closest<HTMLElement>('[data-key]')?.dataset['key'])
    // A link opened in a new tab is the browser's business.
    if (!row || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    focus(row.key)
    if (target.closest('[data-toggle]')) tree.toggle(row.key)
    else choose(row)
  }

  return (
    <div ref={list} role="tree" aria-label={w('concepts.tree')} className={classes['tree']} onKeyDown={onKey} onClick={onClick}>
      {rows.map((row) => (
        <div
          key={row.key}
          data-key={row.key}
          role="treeitem"
          aria-level={row.level}
          aria-posinset={row.place}
          aria-setsize={row.size}
          aria-selected={row.kind === 'concept' && row.node.id === concept?.id}
          {...(row.kind === 'shelf' || (row.kind === 'concept' && row.node.below > 0) ? { 'aria-expanded': row.isOpen } : {})}
          tabIndex={row.key === current?.key ? 0 : -1}
          className={classes['row']}
          data-kind={row.kind}
          style={{ paddingInlineStart: `${(row.level - 1) * 18}px` }}
          onFocus={(event) => event.target === event.currentTarget && setFocusKey(row.key)}
        >
          <Line row={row} urlOf={props.urlOf} />
        </div>
      ))}
    </div>
  )
}

function Line({ row, urlOf }: { row: TreeRow; urlOf: (id: string) => string }) {
  const w = useWords()
  const formats = useFormats()
  if (row.kind === 'waiting') return <span className={classes['note']}>{w('web.loading')} …</span>
  if (row.kind === 'empty') return <span className={classes['note']}>{w('concepts.branch-empty')}</span>
  if (row.kind === 'more') return <span className={classes['act']}>{w('concepts.load-more', { n: row.rest })}</span>
  if (row.kind === 'broken') return <span className={classes['act']}>{w('concepts.branch-broken')}</span>
  const isParent = row.kind === 'shelf' || row.node.below > 0
  return (
    <>
      <span className={classes['toggle']} data-toggle={isParent || undefined} data-open={row.isOpen || undefined} aria-hidden>
        {isParent ? <IconChevronRight size={16} stroke={1.75} /> : null}
      </span>
      {row.kind === 'shelf' ? (
        <span className={classes['label']}>
          <strong>
            <ContentText text={row.shelf.name} />
          </strong>
          <span className={classes['note']}> {[row.shelf.version, formats.number(row.shelf.concepts)].filter(Boolean).join(' · ')}</span>
        </span>
      ) : (
        <a href={urlOf(idOfKey(row.key))} tabIndex={-1} className={classes['label']}>
          {row.node.notation ? <span className={classes['code']}>{row.node.notation} </span> : null}
          <ContentText text={row.node.label} tag={false} />
          {row.node.below > 0 ? <span className={classes['note']} title={w('concepts.below-n', { n: row.node.below })}> {formats.number(row.node.below)}</span> : null}
        </a>
      )}
    </>
  )
}
