import { z } from 'zod'
import { Day, endpoint, Id, LocalizedTextOut, Moment } from '../http/index.ts'

const asked = z.object({
  /** Distinct enterprises in the period; copies and repeated adverts of one enterprise count once. */
  enterprises: z.number().int(), needs: z.number().int(), since: Day.nullable(), last: Day.nullable(),
})

/** One outcome between what is asked and what is taught. `gap` = asked, and no described unit of the cohort's programme carries it. */
export const GapRow = z
  .object({
    outcome: z.object({ id: Id, number: z.string(), text: LocalizedTextOut, level: z.number().int() }), asked,
    taught: z.enum(['recorded', 'planned', 'not']), assessed: z.boolean(),
    state: z.enum(['gap', 'taught', 'not-assessed', 'unasked']),
    places: z.array(z.object({ unitId: Id, unit: z.string(), courseVersionId: Id, course: LocalizedTextOut, depth: z.enum(['touched', 'taught', 'assessed']), hours: z.number(), recordedHours: z.number(), throughOutcomeId: Id.nullable() })),
    proposals: z.array(z.object({ id: Id, number: z.string(), status: z.string() })),
  })
  .meta({ id: 'GapRow' })
export type GapRow = z.infer<typeof GapRow>

export const Gap = z
  .object({
    programme: z.object({ id: Id, number: z.string(), title: LocalizedTextOut, cohort: z.number().int() }), from: Day, until: Day, items: z.array(GapRow),
    /** What is not known yet, and so is no gap: units nobody has described, needs nobody has read; and translated needs that no major was given, which no programme counts. */
    notYetDescribed: z.number().int(), units: z.number().int(), notYetRead: z.number().int(), withoutMajor: z.number().int(), needsRead: z.number().int(), asOf: Moment,
  })
  .meta({ id: 'Gap' })
export type Gap = z.infer<typeof Gap>

export const gaps = {
  ofProgramme: endpoint({
    method: 'GET', path: '/api/v1/programmes/:id/gap', access: 'session', summary: 'Asked against taught, outcome by outcome', params: z.object({ id: Id }),
    query: z.object({ from: Day.optional(), until: Day.optional() }), answer: Gap,
  }),
}

export const Matrix = z
  .object({
    programme: z.object({ id: Id, number: z.string(), title: LocalizedTextOut, cohort: z.number().int() }),
    columns: z.array(z.object({ courseVersionId: Id, code: z.string(), name: LocalizedTextOut, hours: z.number(), described: z.number().int(), units: z.number().int() })),
    rows: z.array(z.object({ outcome: z.object({ id: Id, number: z.string(), text: LocalizedTextOut, level: z.number().int() }), asked, state: z.enum(['gap', 'taught', 'not-assessed', 'unasked']), cells: z.array(z.object({ courseVersionId: Id, depth: z.enum(['touched', 'taught', 'assessed']), hours: z.number(), recorded: z.boolean(), units: z.array(z.object({ id: Id, name: z.string() })) })), assessments: z.array(z.string()) })),
    asOf: Moment,
  })
  .meta({ id: 'Matrix' })
export type Matrix = z.infer<typeof Matrix>

export const matrices = {
  ofProgramme: endpoint({ method: 'GET', path: '/api/v1/programmes/:id/matrix', access: 'session', summary: 'Outcome × course', params: z.object({ id: Id }), query: z.object({ from: Day.optional(), until: Day.optional() }), answer: Matrix }),
}
