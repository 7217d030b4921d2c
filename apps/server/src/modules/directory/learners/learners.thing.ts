import { defineThing } from '../../../platform/things/thing.ts'

const keepers = ['college:administrator', 'college:office'] as const

/**
 * A learner: personal data. `college` = the home; `class` = somebody who teaches the class of the learner, see `readersOf`.
 * Enterprises, other colleges and authorities have no relation to it at all.
 */
export const learnerThing = defineThing({
  kind: 'learner',
  numberPrefix: 'L',
  urlOf: (id) => `/learners/${id}`,
  rights: {
    read: [...keepers, 'college:lead', 'class:self'],
    add: keepers,
    change: [...keepers, 'class:self'],
    record: [...keepers, 'class:self'],
  },
})
