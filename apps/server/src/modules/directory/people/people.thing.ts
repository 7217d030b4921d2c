import { defineThing } from '../../../platform/things/thing.ts'

/** What a person is at an organisation. Kept by its own administrators; `organisation` = the one of the membership. */
export const memberThing = defineThing({
  kind: 'membership',
  numberPrefix: 'P',
  urlOf: (id) => `/people?open=${id}`,
  rights: {
    read: ['organisation:administrator', 'organisation:office'],
    invite: ['organisation:administrator'],
    change: ['organisation:administrator'],
    'invite-again': ['organisation:administrator'],
    end: ['organisation:administrator'],
  },
})
