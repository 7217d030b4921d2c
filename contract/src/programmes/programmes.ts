import { z } from 'zod'
import { ById, Day, Done, endpoint, Id, LocalizedTextOut, LocalizedTextSchema, listQuery, Moment, pageOf } from '../http/index.ts'

export const majorLevels = ['secondary', 'associate', 'bachelor'] as const
export const programmeStates = ['draft', 'in-force', 'closed'] as const

const cohort = z.number().int().min(1990).max(2100)

export const Major = z
  .object({
    id: Id, code: z.string(), name: LocalizedTextOut, majorGroup: z.string().nullable(), level: z.enum(majorLevels), years: z.number(), lead: z.object({ id: Id, name: z.string() }).nullable(), closedAt: Moment.nullable(), version: z.number().int(), allowed: z.array(z.string()),
    /** The programmes, youngest cohort first. */
    programmes: z.array(z.object({ id: Id, number: z.string(), cohort: z.number().int(), state: z.enum(programmeStates) })),
    /** Counts that open their rows: asked and taught for the youngest programme, needs not read yet, proposals under way. */
    asked: z.number().int(), taught: z.number().int(), unread: z.number().int(), proposals: z.number().int(),
  })
  .meta({ id: 'Major' })
export type Major = z.infer<typeof Major>

export const majors = {
  list: endpoint({ method: 'GET', path: '/api/v1/majors', access: 'session', summary: 'Majors of my college', query: listQuery({ sort: ['name', 'code'], filters: { closed: z.enum(['yes', 'no']).optional() } }), answer: pageOf(Major) }),
  one: endpoint({ method: 'GET', path: '/api/v1/majors/:id', access: 'session', summary: 'One major', params: ById, answer: Major }),
  add: endpoint({ method: 'POST', path: '/api/v1/majors', access: 'session', summary: 'Add a major', body: z.object({ code: z.string().trim().min(1).max(20), name: LocalizedTextSchema, majorGroup: z.string().trim().max(80).nullable().optional(), level: z.enum(majorLevels), years: z.number().min(0.5).max(6).default(3), leadId: Id.nullable().optional() }), answer: Major, status: 201 }),
  change: endpoint({ method: 'PATCH', path: '/api/v1/majors/:id', access: 'session', summary: 'Change a major', params: ById, body: z.object({ version: z.number().int(), name: LocalizedTextSchema.optional(), majorGroup: z.string().trim().max(80).nullable().optional(), years: z.number().min(0.5).max(6).optional(), leadId: Id.nullable().optional() }), answer: Major }),
}

export const Unit = z
  .object({
    id: Id, position: z.number().int(), name: z.string(), content: z.string(), hoursTheory: z.number(), hoursPractice: z.number(),
    describedBy: z.string().nullable(), describedAt: Moment.nullable(), recordedHours: z.number(), copiedFrom: Id.nullable(),
    outcomes: z.array(z.object({ id: Id, number: z.string(), text: LocalizedTextOut, depth: z.enum(['touched', 'taught', 'assessed']), assessment: z.string().nullable() })),
  })
  .meta({ id: 'Unit' })
export type Unit = z.infer<typeof Unit>

const Course = z
  .object({
    versionId: Id, courseId: Id, code: z.string(), name: LocalizedTextOut, number: z.number().int(), fromCohort: z.number().int(), category: z.string(), nature: z.string(), credits: z.number(), hoursTheory: z.number(), hoursPractice: z.number(), assessment: z.string(), terms: z.array(z.string()),
    proposalId: Id.nullable(), copiedFrom: Id.nullable(), units: z.array(Unit),
  })
  .meta({ id: 'Course' })

export const ProgrammeRow = z
  .object({ id: Id, number: z.string(), title: LocalizedTextOut, major: z.object({ id: Id, code: z.string(), name: LocalizedTextOut }), cohort: z.number().int(), state: z.enum(programmeStates), courses: z.number().int(), hours: z.number(), credits: z.number(), updatedAt: Moment })
  .meta({ id: 'ProgrammeRow' })
export type ProgrammeRow = z.infer<typeof ProgrammeRow>

export const Programme = ProgrammeRow.extend({ aims: z.string().nullable(), courseList: z.array(Course), copiedFrom: z.object({ id: Id, cohort: z.number().int() }).nullable(), version: z.number().int(), allowed: z.array(z.string()) }).meta({ id: 'Programme' })
export type Programme = z.infer<typeof Programme>

const CheckedSheet = z
  .object({
    importId: Id, title: z.string(), major: z.object({ code: z.string().nullable(), name: z.string().nullable(), id: Id.nullable() }), cohort: z.number().int().nullable(),
    courses: z.number().int(), units: z.number().int(), hours: z.number(), credits: z.number(),
    rows: z.array(z.object({ code: z.string(), name: z.string(), state: z.enum(['new', 'changed', 'same']), hours: z.number(), credits: z.number() })),
    warnings: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })), faults: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
  })
  .meta({ id: 'CheckedProgrammeSheet' })

export const programmes = {
  list: endpoint({ method: 'GET', path: '/api/v1/programmes', access: 'session', summary: 'Training programmes', query: listQuery({ sort: ['updatedAt', 'cohort'], filters: { majorId: Id.optional(), cohort: z.coerce.number().int().optional() } }), answer: pageOf(ProgrammeRow) }),
  one: endpoint({ method: 'GET', path: '/api/v1/programmes/:id', access: 'session', summary: 'A training programme with its courses and units', params: ById, answer: Programme }),
  check: endpoint({ method: 'POST', path: '/api/v1/programmes/check', access: 'session', summary: 'Read an Excel training programme; nothing is written yet', upload: true, body: z.object({ majorId: z.string().optional(), cohort: z.coerce.number().int().optional() }), answer: CheckedSheet }),
  take: endpoint({ method: 'POST', path: '/api/v1/programmes/take', access: 'session', summary: 'Take a checked training programme', body: z.object({ importId: Id, majorId: Id, cohort }), answer: Programme, status: 201 }),
  export: endpoint({ method: 'GET', path: '/api/v1/programmes/:id/sheet', access: 'session', summary: 'The programme as Excel, in the shape colleges use', params: ById, answer: z.unknown(), download: true }),
  rollOver: endpoint({ method: 'POST', path: '/api/v1/programmes/:id/roll-over', access: 'session', summary: 'Copy for a later cohort; links and ancestry stay', params: ById, body: z.object({ cohort }), answer: Programme, status: 201 }),
  putInForce: endpoint({ method: 'POST', path: '/api/v1/programmes/:id/in-force', access: 'session', summary: 'The programme holds for its cohort', params: ById, answer: Programme }),
}

export const units = {
  suggest: endpoint({
    method: 'GET', path: '/api/v1/units/:id/suggestions', access: 'session', summary: 'Outcomes that the unit’s text seems to carry: a suggestion, nothing more', params: ById,
    answer: z.object({ items: z.array(z.object({ id: Id, number: z.string(), text: LocalizedTextOut, score: z.number(), matched: z.array(z.string()) })) }),
  }),
  describe: endpoint({
    method: 'PUT', path: '/api/v1/units/:id/outcomes', access: 'session', summary: 'Say which outcomes a unit carries (perhaps none): from then on it is described', params: ById,
    body: z.object({ outcomes: z.array(z.object({ outcomeId: Id, depth: z.enum(['touched', 'taught', 'assessed']).default('taught'), assessment: z.string().trim().max(300).nullable().optional() })).max(60) }), answer: Unit,
  }),
  carryNone: endpoint({
    method: 'POST', path: '/api/v1/programmes/:id/units-without-outcomes', access: 'session', summary: 'Say of many units at once that they carry none of the agreed outcomes, or take it back', params: ById,
    body: z.object({ unitIds: z.array(Id).min(1).max(500), none: z.boolean().default(true) }), answer: Programme,
  }),
}

const TeachingRecord = z.object({ id: Id, class: z.object({ id: Id, name: z.string() }), unit: z.object({ id: Id, name: z.string() }), term: z.string(), hours: z.number(), taughtBy: z.string(), side: z.enum(['college', 'enterprise']), onDate: Day.nullable(), at: Moment }).meta({ id: 'TeachingRecord' })
export const teachingRecords = {
  list: endpoint({ method: 'GET', path: '/api/v1/teaching-records', access: 'session', summary: 'What was really taught', query: listQuery({ sort: ['at'], filters: { unitId: Id.optional(), classId: Id.optional() } }), answer: pageOf(TeachingRecord) }),
  add: endpoint({ method: 'POST', path: '/api/v1/teaching-records', access: 'session', summary: 'Record teaching', body: z.object({ classId: Id, unitId: Id, term: z.string().trim().min(1).max(20), hours: z.number().positive().max(500), taughtBy: z.string().trim().min(1).max(80), side: z.enum(['college', 'enterprise']).default('college'), onDate: Day.nullable().optional() }), answer: TeachingRecord, status: 201 }),
  withdraw: endpoint({ method: 'POST', path: '/api/v1/teaching-records/:id/withdraw', access: 'session', summary: 'A record was wrong', params: ById, answer: Done }),
}
