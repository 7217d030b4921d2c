import { Button, CloseButton } from '@mantine/core'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useWords } from './language.tsx'
import classes from './notices.module.css'

type Notice = Readonly<{ id: number; text: string; undo?: () => void }>
const Context = createContext<(notice: Omit<Notice, 'id'>) => void>(() => {})

/** Says what happened and what comes next, politely, one notice at a time. With `undo`, ten seconds to take it back. Never for errors: those stand where they arose. */
export const useNotice = () => useContext(Context)

export function NoticesProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<Notice>()
  const show = useCallback((next: Omit<Notice, 'id'>) => setNotice({ ...next, id: Date.now() }), [])
  const hide = useCallback(() => setNotice(undefined), [])
  return (
    <Context.Provider value={show}>
      {children}
      <div className={`${classes['place']} no-print`} role="status" aria-live="polite">
        {notice ? <UndoNotice key={notice.id} notice={notice} onGone={hide} /> : null}
      </div>
    </Context.Provider>
  )
}

/** Stays ten seconds; waits while the pointer or the focus is on it, so that nobody loses the chance by reading slowly. */
function UndoNotice({ notice, onGone }: { notice: Notice; onGone: () => void }) {
  const w = useWords()
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(onGone, 10_000)
    return () => clearTimeout(timer)
  }, [isHeld, onGone])
  const hold = useMemo(
    () => ({
      onPointerEnter: () => setHeld(true),
      onPointerLeave: () => setHeld(false),
      onFocus: () => setHeld(true),
      onBlur: () => setHeld(false),
    }),
    [],
  )
  return (
    <div className={classes['notice']} {...hold}>
      <span className={classes['text']}>{notice.text}</span>
      {notice.undo ? (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            notice.undo?.()
            onGone()
          }}
        >
          {w('web.undo')}
        </Button>
      ) : null}
      <CloseButton size="sm" aria-label={w('web.close')} onClick={onGone} />
    </div>
  )
}
