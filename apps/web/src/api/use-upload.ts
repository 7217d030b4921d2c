import { type Answer, type Ask, createCaller, type Endpoint, type Refusal } from '@guildhall/contract/http'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { newKey } from './client.ts'
import { registerOf } from './use-act.ts'

/** A write that carries a file. `ask` holds the fields beside it. Afterwards the register of the endpoint is read anew, and those named in `refresh`. */
export function useUpload<E extends Endpoint>(
  endpoint: E,
  options: { refresh?: readonly string[]; onDone?: (answer: Answer<E>) => void } = {},
) {
  const client = useQueryClient()
  return useMutation<Answer<E>, Refusal, { ask: Ask<E>; file: File }>({
    mutationKey: [endpoint.path],
    mutationFn: ({ ask, file }) => createCaller({ newKey })(endpoint, ask, { file, fileName: file.name }),
    onSuccess: async (answer) => {
      const stale = [registerOf(endpoint.path), ...(options.refresh ?? [])]
      await client.invalidateQueries({ predicate: (query) => stale.some((path) => String(query.queryKey[0]).startsWith(path)) })
      options.onDone?.(answer)
    },
  })
}
