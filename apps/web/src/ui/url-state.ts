/** The search part of an address as plain words: `?kind=enterprise&after=…`. Nothing is quoted, so an address can be read aloud and typed. */
export type UrlState = Readonly<Record<string, string>>

export function readUrlState(text: string): UrlState {
  const state: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(text)) if (value !== '') state[name] = value
  return state
}

export function writeUrlState(state: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(state))
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** Takes any search that a router hands over; what is not a word is dropped. */
export const toUrlState = (search: Readonly<Record<string, unknown>>): UrlState =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
    ),
  )

const paging = ['after', 'open', 'sort', 'limit', 'q']

/** What a list is asked for: filters by name, words, sort, place. */
export type ListState = Readonly<{
  q: string
  sort: string | undefined
  after: string | undefined
  open: string | undefined
  limit: number
  filters: UrlState
}>

export function toListState(state: UrlState, usualSort?: string): ListState {
  const limit = Number(state['limit'])
  return {
    q: state['q'] ?? '',
    sort: state['sort'] ?? usualSort,
    after: state['after'],
    open: state['open'],
    limit: [20, 50, 100, 200].includes(limit) ? limit : 50,
    filters: Object.fromEntries(Object.entries(state).filter(([name]) => !paging.includes(name))),
  }
}

/** A change of a list's address. Anything but going on to the next page begins again at the first. */
export function changeListState(state: UrlState, change: Readonly<Record<string, string | undefined>>): UrlState {
  const goesOn = 'after' in change || ('open' in change && Object.keys(change).length === 1)
  const next: Record<string, string | undefined> = { ...state, ...(goesOn ? {} : { after: undefined }), ...change }
  return toUrlState(next)
}

/** How many filters are set, words counted as one. */
export const countFilters = (list: ListState): number => Object.keys(list.filters).length + (list.q ? 1 : 0)

/** The next sort of a column: up, down, as usual. */
export const turnSort = (now: string | undefined, column: string): string | undefined =>
  now === column ? `-${column}` : now === `-${column}` ? undefined : column
