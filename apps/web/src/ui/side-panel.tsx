import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useWords } from './language.tsx'
import classes from './side-panel.module.css'

/** A row's thing beside its list (a sheet on a phone). Does not hold the focus: the list stays usable. ← → step, Escape closes. The page keeps what is open in the address. */
export function SidePanel(props: {
  openId: string
  onClose: () => void
  onStep: (by: -1 | 1) => void
  canStep: (by: -1 | 1) => boolean
  children: ReactNode
}) {
  const w = useWords()
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    ref.current?.focus({ preventScroll: true })
  }, [])
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') props.onClose()
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
    if (isTyping || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowLeft' && props.canStep(-1)) props.onStep(-1)
    if (event.key === 'ArrowRight' && props.canStep(1)) props.onStep(1)
  }
  return (
    <aside ref={ref} tabIndex={-1} className={`${classes['panel']} no-print`} aria-label={w('web.side-panel')} onKeyDown={onKey}>
      <div className={classes['bar']}>
        <ActionIcon
          variant="subtle"
          color="qing"
          size="lg"
          aria-label={w('web.previous-row')}
          disabled={!props.canStep(-1)}
          onClick={() => props.onStep(-1)}
        >
          <IconChevronLeft size={20} stroke={1.75} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="qing"
          size="lg"
          aria-label={w('web.next-row')}
          disabled={!props.canStep(1)}
          onClick={() => props.onStep(1)}
        >
          <IconChevronRight size={20} stroke={1.75} />
        </ActionIcon>
        <span className={classes['space']} />
        <ActionIcon variant="subtle" color="qing" size="lg" aria-label={w('web.close')} onClick={props.onClose}>
          <IconX size={20} stroke={1.75} />
        </ActionIcon>
      </div>
      <div className={classes['body']} key={props.openId}>
        {props.children}
      </div>
    </aside>
  )
}
