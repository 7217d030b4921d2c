import type { Answer, Ask, Endpoint, Refusal } from '@guildhall/contract/http'
import { keepPreviousData, queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { call } from './client.ts'

/** Where the cache keeps an answer: first the path, so that a write can refresh everything below a path. */
export const askKey = (endpoint: Endpoint, ask: unknown) => [endpoint.path, endpoint.method, ask] as const

export const askOptions = <E extends Endpoint>(endpoint: E, ask: Ask<E>) =>
  queryOptions<Answer<E>, Refusal, Answer<E>, ReturnType<typeof askKey>>({
    queryKey: askKey(endpoint, ask),
    queryFn: ({ signal }) => call(endpoint, ask, { signal }),
  })

/**
 * The answer of a reading endpoint, typed by it. `keepPrevious` leaves the old rows standing while the next ones come; `every` asks again after so many
 * milliseconds, for as long as the answer says that something is still under way.
 * @example const organisation = useAsk(organisations.one, { params: { id } })
 */
export function useAsk<E extends Endpoint>(
  endpoint: E,
  ask: Ask<E>,
  options: { enabled?: boolean; keepPrevious?: boolean; every?: (answer: Answer<E> | undefined) => number | false } = {},
): UseQueryResult<Answer<E>, Refusal> {
  const { every } = options
  return useQuery<Answer<E>, Refusal, Answer<E>, ReturnType<typeof askKey>>({
    ...askOptions(endpoint, ask),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(every ? { refetchInterval: (query) => every(query.state.data) } : {}),
  })
}
