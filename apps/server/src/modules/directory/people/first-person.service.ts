import type { organisations, rolesOfKind } from '@guildhall/contract/directory'
import type { Role } from '@guildhall/contract/identity'
import type { z } from 'zod'
import { keepAction } from '../../../platform/actions/actions.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, asHouse } from '../../../platform/database/doors.ts'
import { conflict, notAllowed } from '../../../platform/http/refused.ts'
import { addPerson, endInvitation, findAccount, setMembership } from '../../identity/index.ts'
import { presenceAt, readOrganisation } from '../organisations/organisations.queries.ts'
import { organisationThing } from '../organisations/organisations.thing.ts'
import { tell } from './people.service.ts'

/** Beside keeping the accounts, the first person does what such an organisation mostly does here. */
const firstRoles = { college: ['office'], enterprise: ['hr'], authority: ['supervisor'], certifier: ['examiner'], association: ['delegate'] } as const satisfies { [Kind in keyof typeof rolesOfKind]: readonly Role[] }

/**
 * Invites the first person of an organisation where nobody has come yet; an invitation that nobody opened (a mistyped address) ends with it. Once somebody came, it keeps its people
 * itself, and nobody else can add one: whoever could would read its words.
 */
export const inviteFirstPerson = (ctx: Context, id: string, given: z.output<typeof organisations.firstPerson.body>): Promise<z.output<typeof organisations.firstPerson.answer>> =>
  act(ctx, async (trx) => {
    const one = await readOrganisation(ctx, trx, id)
    await trx.selectFrom('organisations').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
    if ((await presenceAt(trx, id)) === 'here') throw conflict('has-people-already')
    if (!one.allowed.includes('invite-first')) throw notAllowed()
    await asHouse(trx, () => endUnopened(ctx, trx, id))
    const known = await findAccount(trx, { email: given.email })
    const personId = known?.personId ?? (await asHouse(trx, () => addPerson(ctx, trx, { name: given.name, email: given.email, language: given.language ?? ctx.actor.language }))).personId
    await asHouse(trx, () => setMembership(ctx, trx, { personId, organisationId: id, roles: ['administrator', ...firstRoles[one.kind]] }))
    await tell(ctx, trx, personId, id)
    await keepAction(ctx, trx, { homeId: id, kind: organisationThing.kind, id, action: 'first-person', parties: [id, ctx.actor.kind === 'person' ? ctx.actor.organisationId : null] })
    return readOrganisation(ctx, trx, id)
  })

/** Whoever was invited and never came goes out, and their link with them. */
async function endUnopened(ctx: Context, trx: Trx, id: string): Promise<void> {
  const ended = await trx.updateTable('memberships').set({ endedAt: ctx.now }).where('organisationId', '=', id).where('endedAt', 'is', null).returning('personId').execute()
  for (const { personId } of ended) await endInvitation(ctx, trx, personId)
}
