import { defineThing } from '../../platform/things/thing.ts'

const curriculum = ['college:lead', 'college:administrator'] as const

/** A major of a college. */
export const majorThing = defineThing({ kind: 'major', numberPrefix: 'M', urlOf: (id) => `/majors/${id}`, rights: { read: ['college:any'], add: ['at college:lead', 'at college:administrator', 'at college:office'], change: curriculum } })

/** The training programme of a major for an entry cohort. */
export const programmeThing = defineThing({
  kind: 'programme', numberPrefix: 'TP', urlOf: (id) => `/programmes/${id}`, station: 'unit',
  rights: { read: ['college:any'], import: ['at college:lead', 'at college:administrator', 'at college:office'], 'roll-over': curriculum, 'put-in-force': curriculum, describe: ['college:teacher', 'college:lead'], propose: ['college:teacher', 'college:lead'], record: ['college:teacher', 'college:lead', 'college:office'] },
})
