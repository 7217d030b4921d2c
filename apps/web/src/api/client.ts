import { createCaller, Refusal } from '@guildhall/contract/http'
import { makeId } from '@guildhall/kernel'
import { QueryClient } from '@tanstack/react-query'

/** An id for one attempt to write. `crypto.randomUUID` is absent where the page came over plain HTTP, so the kernel makes it. */
export const newKey = (): string => makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10)))

/** Asks the server. Writes go through `useAct`, which gives each attempt its key. */
export const call = createCaller()

const isPassing = (error: unknown) => error instanceof Refusal && ['unreachable', 'busy'].includes(error.problem.code)

export const createQueryClient = (onSignedOut: () => void) => {
  const client = new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (count, error) => count < 2 && isPassing(error), retryDelay: (count) => 500 * 2 ** count },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  const watch = (error: unknown) => {
    if (error instanceof Refusal && error.problem.code === 'sign-in') onSignedOut()
  }
  client.getQueryCache().config.onError = watch
  client.getMutationCache().config.onError = watch
  return client
}
