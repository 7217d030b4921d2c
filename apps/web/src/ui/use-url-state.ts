import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type Trail, toTrail } from './keyset.ts'
import { toUrlState, type UrlState, writeUrlState } from './url-state.ts'

declare module '@tanstack/react-router' {
  interface HistoryState {
    trail?: Trail
  }
}

/** The search part of this page's address, and how to change it without jumping to the top. Filters, page and open panel live here. */
export function useUrlState() {
  const router = useRouter()
  const search = useRouterState({ select: (state) => state.location.search as Record<string, unknown> }) // safe: our own parser gives a flat record
  const history = useRouterState({ select: (state) => state.location.state })
  const state = useMemo(() => toUrlState(search), [search])
  const trail = useMemo(() => toTrail(history.trail), [history])
  const go = useCallback(
    (next: UrlState, options: { replace?: boolean; trail?: Trail; toTop?: boolean } = {}) =>
      void router.navigate({
        href: `${router.state.location.pathname}${writeUrlState(next)}`,
        replace: options.replace ?? false,
        resetScroll: options.toTop ?? false,
        state: { trail: options.trail ?? [] },
      }),
    [router],
  )
  return { state, trail, go }
}
