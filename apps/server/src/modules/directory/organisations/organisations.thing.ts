import { defineThing } from '../../../platform/things/thing.ts'

/** An organisation. `self` = the organisation itself; whoever keeps the register of a college may enter enterprises and vet them. */
export const organisationThing = defineThing({
  kind: 'organisation',
  numberPrefix: 'O',
  urlOf: (id) => `/organisations/${id}`,
  rights: {
    read: ['anyone'],
    add: ['at college:office', 'at college:administrator', 'at college:lead', 'at association:delegate', 'at association:administrator', 'operator'],
    change: ['self:administrator', 'self:office', 'self:hr', 'self:owner', 'keeper:office', 'keeper:administrator', 'operator'],
    vet: ['at college:office', 'at college:administrator', 'at authority:supervisor'],
    'invite-first': ['at college:office', 'at college:administrator', 'operator'],
    withdraw: ['keeper:office', 'keeper:administrator', 'operator'],
  },
})
