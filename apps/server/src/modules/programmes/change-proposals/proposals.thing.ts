import { defineThing } from '../../../platform/things/thing.ts'

/** A change proposal. What may be done with one is said by its life cycle (in the contract); here only who may read and begin one. */
export const proposalThing = defineThing({
  kind: 'change-proposal',
  numberPrefix: 'CP',
  urlOf: (id) => `/change-proposals/${id}`,
  station: 'decision',
  rights: { read: ['college:any', 'asked:any'], add: ['at college:teacher', 'at college:lead', 'at college:administrator'], 'set-route': ['at college:lead', 'at college:administrator'] },
})
