import type { ConceptPage } from '@guildhall/contract/taxonomy'
import type { LocalizedText } from '@guildhall/kernel'
import type { Context } from '../../../platform/context.ts'
import { look } from '../../../platform/database/doors.ts'
import { notFound } from '../../../platform/http/refused.ts'
import { conceptRows, presentConcept } from './concept-rows.ts'
import { readPath } from './path.queries.ts'
import { readAround } from './related.queries.ts'

/** One concept with everything that is said of it, the way down to it, and the first of what stands around it. */
export const getConcept = (ctx: Context, id: string): Promise<ConceptPage> =>
  look(ctx, async (trx) => {
    const row = await conceptRows(trx).select(['concepts.alternatives', 'concepts.description', 'concepts.tasks']).where('concepts.id', '=', id).executeTakeFirst()
    if (!row) throw notFound()
    const { alternatives, description, tasks, ...rest } = row
    const { parents, children, relations } = await readAround(trx, row.ofId, row.code)
    return {
      ...presentConcept(rest), alternatives: alternatives as ConceptPage['alternatives'], description: description as LocalizedText, tasks: tasks as ConceptPage['tasks'], // safe: written by the import alone
      path: await readPath(trx, row.ofId, row.code), parents, children, relations,
    }
  })
