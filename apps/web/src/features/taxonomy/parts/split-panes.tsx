import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../../../ui/language.tsx'
import { readStored, writeStored } from '../../../ui/stored.ts'
import classes from './split-panes.module.css'

const [least, most, usual, step] = [260, 720, 400, 24] as const
const within = (width: number) => Math.round(Math.min(most, Math.max(least, width)))

/** A finder at the left and what was chosen at the right, each scrolling by itself. The line between them can be drawn, or moved with the arrow keys; its place is kept for the person. On a narrow page one of the two has the page. */
export function SplitPanes({ name, left, right, shows, of }: { name: string; left: ReactNode; right: ReactNode; shows: 'left' | 'right'; of: string | undefined }) {
  const w = useWords()
  const [width, setWidth] = useState(() => within(Number(readStored(`pane.${name}`)) || usual))
  const drag = useRef<{ x: number; width: number }>(undefined)
  const pane = useRef<HTMLDivElement>(null)
  const leftAt = useRef(0)
  const before = useRef(of)
  // Another thing at the right is read from its top. Where it has the page, the list is found again where it was left.
  useLayoutEffect(() => {
    if (before.current === of) return
    const isNarrow = getComputedStyle(pane.current!).overflowY === 'visible'
    if (!isNarrow) pane.current!.scrollTop = 0
    else {
      window.scrollTo(0, of === undefined ? leftAt.current : 0)
    }
    before.current = of
  }, [of])
  // Kept while the list is there: once it has gone, the page is shorter and the place lost.
  useEffect(() => {
    if (shows !== 'left') return
    const note = () => {
      leftAt.current = window.scrollY
    }
    window.addEventListener('scroll', note, { passive: true })
    return () => window.removeEventListener('scroll', note)
  }, [shows])
  const keep = (next: number) => {
    setWidth(within(next))
    writeStored(`pane.${name}`, String(within(next)))
  }
  const onKey = (event: KeyboardEvent) => {
    const next = { ArrowLeft: width - step, ArrowRight: width + step, Home: least, End: most }[event.key]
    if (next === undefined) return
    event.preventDefault()
    keep(next)
  }
  const onDown = (event: PointerEvent<HTMLElement>) => {
    drag.current = { x: event.clientX, width }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onMove = (event: PointerEvent) => {
    if (drag.current) setWidth(within(drag.current.width + event.clientX - drag.current.x))
  }
  const onUp = () => {
    if (!drag.current) return
    drag.current = undefined
    keep(width)
  }
  return (
    <div className={classes['panes']} data-shows={shows} style={{ '--left': `${width}px` } as Record<string, string>}>
      <div className={classes['left']}>{left}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a line that moves is a separator with a value, which hr is not */}
      <div
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={w('concepts.resize')}
        aria-valuemin={least}
        aria-valuemax={most}
        aria-valuenow={width}
        className={`${classes['line']} no-print`}
        onKeyDown={onKey}
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerCancel={onUp}
        onDoubleClick={() => keep(usual)}
      />
      <div ref={pane} className={classes['right']}>{right}</div>
    </div>
  )
}
