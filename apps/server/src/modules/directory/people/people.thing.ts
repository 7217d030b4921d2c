import { defineThing } from '../../../platform/things/thing.ts'

/**
 * What a person is at an organisation. Kept by its own administrators, in an enterprise by HR or the owner as well: few of them have anybody else.
 * `organisation` = the one of the membership.
 */
const keepers = ['organisation:administrator', 'organisation:hr', 'organisation:owner'] as const

export const memberThing = defineThing({
  kind: 'membership',
  numberPrefix: 'P',
  urlOf: (id) => `/people?open=${id}`,
  rights: {
    read: [...keepers, 'organisation:office'],
    invite: keepers,
    change: keepers,
    'invite-again': keepers,
    end: keepers,
  },
})
