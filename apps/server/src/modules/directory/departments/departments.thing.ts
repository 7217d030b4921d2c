import { defineThing } from '../../../platform/things/thing.ts'

const keepers = ['college:administrator', 'college:office'] as const

/** A site of a college. */
export const campusThing = defineThing({ kind: 'campus', numberPrefix: 'CA', urlOf: () => '/college', rights: { read: ['college:any'], add: keepers, change: keepers } })

/** A department of a college. */
export const departmentThing = defineThing({ kind: 'department', numberPrefix: 'DE', urlOf: () => '/college', rights: { read: ['college:any'], add: keepers, change: keepers } })
