import { defineThing } from '../../../platform/things/thing.ts'

const keepers = ['college:administrator', 'college:office'] as const

/** A class of a college. */
export const classThing = defineThing({ kind: 'class', numberPrefix: 'CL', urlOf: (id) => `/classes/${id}`, rights: { read: ['college:any'], add: keepers, change: keepers, archive: keepers } })
