import { addressOf, type Ask, type Endpoint, Problem, Refusal } from '@guildhall/contract/http'
import { saveAs } from '../ui/export-list.ts'

const nameIn = (disposition: string | null): string | undefined => {
  const name = disposition?.match(/filename\*=UTF-8''([^;]+)/)?.[1]
  return name ? decodeURIComponent(name) : undefined
}

/** Fetches a file of the house and hands it to the person; a refusal comes as one, instead of a page full of JSON. Answers the name of the file. */
export async function download<E extends Endpoint>(endpoint: E, ask: Ask<E>): Promise<string> {
  const response = await fetch(addressOf(endpoint, ask), { credentials: 'same-origin' }).catch(() => undefined)
  if (response?.ok) {
    const name = nameIn(response.headers.get('content-disposition')) ?? 'file'
    saveAs(name, await response.blob())
    return name
  }
  const problem = Problem.safeParse(await response?.json().catch(() => undefined))
  throw new Refusal(problem.data ?? { type: 'about:blank', title: 'broken', status: response?.status ?? 0, code: response ? 'broken' : 'unreachable', requestId: '' })
}
