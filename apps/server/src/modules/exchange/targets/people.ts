import { organisationKinds } from '@guildhall/contract/directory'
import type { ImportTarget } from '../../../platform/exchange-io/import-target.ts'
import { peopleTarget } from '../../directory/index.ts'

/**
 * People of any organisation, by e-mail, filled by whoever keeps its people.
 * There is no taking back: the invitations are mails that have gone, and what somebody did with a role since is signed by them. A membership is ended on its page, one person at a time.
 */
export const people: ImportTarget<'people'> = { ...peopleTarget, name: 'people', rights: { import: [...organisationKinds.map((kind) => `at ${kind}:administrator` as const), 'at enterprise:hr', 'at enterprise:owner'] } }
