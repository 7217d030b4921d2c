import { useEffect, useRef } from 'react'
import { usePreferences } from './preferences.tsx'

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || target.getAttribute('role') === 'combobox')

/** Single keys of a page. Silent in fields, while an input method composes, with a modifier held, under an open dialog, and where the person switched them off. */
export function useKeys(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>, isOn = true) {
  const { preferences } = usePreferences()
  const latest = useRef(keys)
  latest.current = keys
  const listens = isOn && preferences.singleKeys
  useEffect(() => {
    if (!listens) return
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.keyCode === 229) return
      if (isField(event.target) && !(event.target as HTMLElement).matches('input[type=checkbox]')) return
      if (document.querySelector('[aria-modal="true"]')) return
      latest.current[event.key]?.(event)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [listens])
}
