import { defineThing } from '../../../platform/things/thing.ts'

const keepers = ['college:administrator', 'college:office'] as const

/** A school year of a college with its calendar. */
export const schoolYearThing = defineThing({ kind: 'school-year', numberPrefix: 'SY', urlOf: (id) => `/school-years/${id}`, rights: { read: ['college:any'], add: keepers, change: keepers } })
