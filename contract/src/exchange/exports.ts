import { z } from 'zod'
import { classes, learners, organisations } from '../directory/index.ts'
import { ById, type Endpoint, endpoint, Id } from '../http/index.ts'
import { needs, visits } from '../needs/index.ts'
import { changeProposals, majors, programmes } from '../programmes/index.ts'
import { outcomes } from '../translation/index.ts'
import { exportFormats, exportLists, type ExportListName } from './export-lists.ts'

/** So many rows are written while the caller waits; more are background work. */
export const mostExportedAtOnce = 2000
/** So many rows a file holds at most; who needs more narrows the list. */
export const mostExported = 50_000

const Format = z.enum(exportFormats).default('xlsx')
type ExportQuery<Query extends z.ZodObject> = z.ZodObject<Omit<Query['shape'], 'after' | 'limit'> & { format: typeof Format }>

/** The query of the list, without its pages, and the format. */
const exportOf = <const Name extends ExportListName, Query extends z.ZodObject>(name: Name, list: Endpoint & { query: Query }) => {
  const { after: _after, limit: _limit, ...shape } = list.query.shape
  const query = z.object({ ...shape, format: Format }) as unknown as ExportQuery<Query> // safe: the very shape, without the two
  return endpoint({ method: 'GET', path: `/api/v1/exports/${name}`, access: 'session', summary: `The list of ${name} as a file: exactly the view that the query names`, query, answer: z.unknown(), download: true })
}

/** The list behind each export. */
export const exportedLists = { organisations: organisations.list, needs: needs.list, outcomes: outcomes.list, majors: majors.list, programmes: programmes.list, 'change-proposals': changeProposals.list, visits: visits.list, classes: classes.list, learners: learners.list } as const satisfies Record<ExportListName, Endpoint>

export const listExports = {
  lists: endpoint({ method: 'GET', path: '/api/v1/exports', access: 'session', summary: 'Lists that I may take out of the house as a file', answer: z.object({ items: z.array(z.object({ list: z.enum(exportLists) })) }) }),
  organisations: exportOf('organisations', organisations.list),
  needs: exportOf('needs', needs.list),
  outcomes: exportOf('outcomes', outcomes.list),
  majors: exportOf('majors', majors.list),
  programmes: exportOf('programmes', programmes.list),
  'change-proposals': exportOf('change-proposals', changeProposals.list),
  visits: exportOf('visits', visits.list),
  classes: exportOf('classes', classes.list),
  learners: exportOf('learners', learners.list),
  start: endpoint({
    method: 'POST', path: '/api/v1/exports', access: 'session', summary: 'Write a long list as background work; a line in the inbox leads to the file',
    /** `query`: the list's own query, as its address says it. */
    body: z.object({ list: z.enum(exportLists), format: z.enum(exportFormats).default('xlsx'), query: z.record(z.string().max(40), z.string().max(500)).default({}) }), answer: z.object({ jobId: Id }), status: 202,
  }),
  file: endpoint({ method: 'GET', path: '/api/v1/exports/:id/file', access: 'session', summary: 'A written list, for who asked for it', params: ById, answer: z.unknown(), download: true }),
}
