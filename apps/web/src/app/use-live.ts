import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** What of the house's state stands behind which registers of the cache. */
const registers = { inbox: ['/api/v1/inbox'], jobs: ['/api/v1/jobs', '/api/v1/imports', '/api/v1/exports'] } as const
type State = Readonly<Record<keyof typeof registers, string>>

/** The registers that a new state makes old. The first state only says where things stand. */
export const listStale = (before: State | undefined, after: State): string[] =>
  before === undefined ? [] : (['inbox', 'jobs'] as const).flatMap((name) => (before[name] === after[name] ? [] : registers[name]))

/**
 * Hears when something changed for me and reads it anew through the ordinary doors. Only while the page is looked at: a browser keeps few
 * connections to one host, and ten forgotten tabs would take them all. What happened meanwhile shows in the first state after coming back.
 */
export function useLive(actingFor: string | undefined): void {
  const client = useQueryClient()
  // Acting for another organisation is another session: its state is heard from the start.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the organisation is not read, but opens the ear anew
  useEffect(() => {
    if (!('EventSource' in window)) return
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let last: State | undefined
    let wait = 5000
    const close = () => {
      clearTimeout(timer)
      source?.close()
      source = undefined
    }
    const open = () => {
      if (source || document.hidden) return
      source = new EventSource('/api/v1/live')
      source.onmessage = (event) => {
        wait = 5000
        const state = JSON.parse(String(event.data)) as State // safe: our own server's words
        const stale = listStale(last, state)
        last = state
        if (stale.length > 0)
          void client.invalidateQueries({ predicate: (query) => stale.some((path) => String(query.queryKey[0]).startsWith(path)) })
      }
      source.onerror = () => {
        // A lost connection comes back by itself; a refusal does not, and is asked again ever more rarely.
        if (source?.readyState !== EventSource.CLOSED) return
        close()
        timer = setTimeout(open, wait)
        wait = Math.min(wait * 2, 300_000)
      }
    }
    const onSight = () => (document.hidden ? close() : open())
    document.addEventListener('visibilitychange', onSight)
    open()
    return () => {
      document.removeEventListener('visibilitychange', onSight)
      close()
    }
  }, [client, actingFor])
}
