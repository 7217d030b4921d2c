import { z } from 'zod'
import { ById, Day, endpoint, Id, listQuery, Moment, pageOf } from '../http/index.ts'

export const learnerStatuses = ['enrolled', 'on-leave', 'withdrawn', 'graduated', 'transferred'] as const
export type LearnerStatus = (typeof learnerStatuses)[number]
export const learnerChangeKinds = ['transfer', 'leave', 'return', 'withdrawal', 'graduation'] as const
export type LearnerChangeKind = (typeof learnerChangeKinds)[number]
export const genders = ['female', 'male', 'other'] as const
export const guardianRelations = ['mother', 'father', 'grandparent', 'other'] as const

/** From which statuses a change is possible, and to which it leads. A transfer within the college keeps the learner enrolled. */
const changes = {
  transfer: { from: ['enrolled'], to: 'transferred' },
  leave: { from: ['enrolled'], to: 'on-leave' },
  return: { from: ['on-leave'], to: 'enrolled' },
  withdrawal: { from: ['enrolled', 'on-leave'], to: 'withdrawn' },
  graduation: { from: ['enrolled'], to: 'graduated' },
} as const satisfies Record<LearnerChangeKind, { from: readonly LearnerStatus[]; to: LearnerStatus }>

/**
 * The status after a change; undefined where the change is not possible. Read by server and web alike.
 * @example nextLearnerStatus('enrolled', 'transfer', true) // 'enrolled': into another class of the college
 */
export function nextLearnerStatus(status: LearnerStatus, kind: LearnerChangeKind, staysInCollege: boolean): LearnerStatus | undefined {
  const { from, to } = changes[kind]
  if (!from.some((one) => one === status)) return undefined
  return kind === 'transfer' && staysInCollege ? 'enrolled' : to
}
export const changesFrom = (status: LearnerStatus): LearnerChangeKind[] => learnerChangeKinds.filter((kind) => nextLearnerStatus(status, kind, false) !== undefined)
/** Whether a change may name a class that the learner goes to. */
export const mayNameClass = (kind: LearnerChangeKind): boolean => kind === 'transfer' || kind === 'return'

const Guardian = z.object({ name: z.string().trim().min(1).max(80), relation: z.enum(guardianRelations), phone: z.string().trim().max(40).nullable().optional() })

export const LearnerRow = z
  .object({ id: Id, studentNumber: z.string(), name: z.string(), gender: z.enum(genders).nullable(), class: z.object({ id: Id, name: z.string() }).nullable(), status: z.enum(learnerStatuses), enteredOn: Day.nullable() })
  .meta({ id: 'LearnerRow' })
export type LearnerRow = z.infer<typeof LearnerRow>

const ClassName = z.object({ id: Id, name: z.string() }).nullable()
export const LearnerChange = z
  .object({ id: Id, kind: z.enum(learnerChangeKinds), onDate: Day, from: ClassName, to: ClassName, note: z.string().nullable(), at: Moment, by: z.string().nullable() })
  .meta({ id: 'LearnerChange' })
export type LearnerChange = z.infer<typeof LearnerChange>

export const Learner = LearnerRow.extend({ birthDate: Day.nullable(), leftOn: Day.nullable(), guardians: z.array(Guardian), version: z.number().int(), updatedAt: Moment, changes: z.array(LearnerChange), allowed: z.array(z.string()) }).meta({ id: 'Learner' })
export type Learner = z.infer<typeof Learner>

const fields = {
  studentNumber: z.string().trim().min(1).max(40), name: z.string().trim().min(1).max(80), gender: z.enum(genders).nullable().optional(), birthDate: Day.nullable().optional(),
  enteredOn: Day.nullable().optional(), guardians: z.array(Guardian).max(6).optional(),
}

export const learners = {
  list: endpoint({
    method: 'GET', path: '/api/v1/learners', access: 'session', summary: 'Learners of my college, as far as I may see them',
    query: listQuery({ sort: ['name', 'studentNumber'], filters: { classId: Id.optional(), status: z.enum(learnerStatuses).optional() } }), answer: pageOf(LearnerRow),
  }),
  one: endpoint({ method: 'GET', path: '/api/v1/learners/:id', access: 'session', summary: 'One learner with changes and guardians', params: ById, answer: Learner }),
  add: endpoint({ method: 'POST', path: '/api/v1/learners', access: 'session', summary: 'Add a learner', body: z.object({ ...fields, classId: Id.nullable().optional() }), answer: Learner, status: 201 }),
  change: endpoint({ method: 'PATCH', path: '/api/v1/learners/:id', access: 'session', summary: 'Correct what is known of a learner; class and status change by a recorded change', params: ById, body: z.object(fields).partial().extend({ version: z.number().int() }), answer: Learner }),
  record: endpoint({
    method: 'POST', path: '/api/v1/learners/:id/changes', access: 'session', summary: 'Record a transfer, leave, return, withdrawal or graduation', params: ById,
    body: z.object({ kind: z.enum(learnerChangeKinds), onDate: Day, toClassId: Id.nullable().optional(), note: z.string().trim().max(500).nullable().optional() }), answer: Learner,
  }),
}
