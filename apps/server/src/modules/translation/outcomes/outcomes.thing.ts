import { defineThing } from '../../../platform/things/thing.ts'

/** An agreed learning outcome: everybody of the installation may read it, as it carries no enterprise's name; its college keeps it. */
export const outcomeThing = defineThing({
  kind: 'outcome',
  numberPrefix: 'LO',
  urlOf: (id) => `/outcomes/${id}`,
  station: 'outcome',
  rights: {
    read: ['anyone'],
    add: ['at college:teacher', 'at college:lead', 'at college:administrator'],
    change: ['college:teacher', 'college:lead', 'college:administrator'],
    withdraw: ['college:lead', 'college:administrator'],
  },
})
