import { type Answer, type Ask, createCaller, type Endpoint, Refusal } from '@guildhall/contract/http'
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { newKey } from './client.ts'

/** The paths whose answers a write makes old: its own register. @example registerOf('/api/v1/organisations/:id/vetting') // '/api/v1/organisations' */
export const registerOf = (path: string): string => path.split('/').slice(0, 4).join('/')

/**
 * A write, typed by its endpoint. Sending the same thing again after the network failed carries the same key, so that it is done once;
 * a second click while the first is under way does nothing. Afterwards the register of the endpoint is read anew, and those named in `refresh`.
 * @example const vet = useAct(organisations.vet)
 */
export function useAct<E extends Endpoint>(
  endpoint: E,
  options: { refresh?: readonly string[]; onDone?: (answer: Answer<E>, ask: Ask<E>) => void } = {},
): UseMutationResult<Answer<E>, Refusal, Ask<E>> {
  const client = useQueryClient()
  const open = useRef<{ ask: string; key: string } | undefined>(undefined)
  return useMutation<Answer<E>, Refusal, Ask<E>>({
    mutationKey: [endpoint.path],
    mutationFn: async (ask) => {
      const text = JSON.stringify(ask)
      const attempt = open.current?.ask === text ? open.current : { ask: text, key: newKey() }
      open.current = attempt
      try {
        const answer = await createCaller({ newKey: () => attempt.key })(endpoint, ask)
        open.current = undefined
        return answer
      } catch (error) {
        // The server refused: the next try is a new one. No answer, or a server that broke: it may have been done, so the key stays.
        if (error instanceof Refusal && error.problem.status >= 400 && error.problem.status < 500) open.current = undefined
        throw error
      }
    },
    onSuccess: async (answer, ask) => {
      const stale = [registerOf(endpoint.path), ...(options.refresh ?? [])]
      await client.invalidateQueries({ predicate: (query) => stale.some((path) => String(query.queryKey[0]).startsWith(path)) })
      options.onDone?.(answer, ask)
    },
  })
}
