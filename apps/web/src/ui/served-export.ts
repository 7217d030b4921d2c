import { type ExportFormat, type ExportListName, listExports } from '@guildhall/contract/exchange'
import { type Ask, createCaller, Refusal } from '@guildhall/contract/http'
import { newKey } from '../api/client.ts'
import { download } from '../api/download.ts'
import type { ListState } from './url-state.ts'

/** Has the server write a list as a file: at once, or, where it is long, as background work that ends in the inbox. */
export async function save(list: ExportListName, { filters, q, sort }: ListState, format: ExportFormat): Promise<'in-background' | { name: string }> {
  const query = Object.fromEntries(Object.entries({ ...filters, q, sort }).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''))
  try {
    return { name: await download(listExports[list], { query: { ...query, format } } as Ask<(typeof listExports)[typeof list]>) } // safe: names come from the list's own filters and sorts; the server checks them
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.code !== 'export-as-job') throw error
    await createCaller({ newKey })(listExports.start, { body: { list, format, query } })
    return 'in-background'
  }
}
