import { type CompositionEvent, type KeyboardEvent, useMemo } from 'react'

type KeyLike = Readonly<{ isComposing: boolean; keyCode: number }>

/**
 * Knows whether a key belongs to an input method. Three signs are needed: `isComposing`, key code 229, and, for browsers that end the composition
 * before they report the Enter that ended it, the tick after `compositionend`.
 */
export function createComposingGuard(nextTick: (then: () => void) => void) {
  let composing = false
  let justEnded = false
  return {
    begin: () => {
      composing = true
    },
    end: () => {
      composing = false
      justEnded = true
      nextTick(() => {
        justEnded = false
      })
    },
    holds: (event: KeyLike) => composing || justEnded || event.isComposing || event.keyCode === 229,
  }
}

/** Spread on a form or field: an Enter that chooses a character never submits. */
export function useComposingGuard() {
  return useMemo(() => {
    const guard = createComposingGuard((then) => setTimeout(then, 0))
    return {
      holds: guard.holds,
      handlers: {
        onCompositionStart: (_: CompositionEvent) => guard.begin(),
        onCompositionEnd: (_: CompositionEvent) => guard.end(),
        onKeyDownCapture: (event: KeyboardEvent) => {
          if (event.key === 'Enter' && guard.holds(event.nativeEvent)) event.preventDefault()
        },
      },
    }
  }, [])
}
