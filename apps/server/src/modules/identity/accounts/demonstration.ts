import type { Answer } from '@guildhall/contract/http'
import type { DemonstrationAccount, Role, sessions } from '@guildhall/contract/identity'
import type { OrganisationKind } from '../../../platform/access/actor.ts'
import type { Context } from '../../../platform/context.ts'

/** The password of every demonstration account. It opens nothing in a real installation: there are no such accounts. */
export const demonstrationPassword = 'guildhall-demo'

/** The accounts that the sign-in page offers; none in a real installation. */
export async function listDemonstrationAccounts(ctx: Context): Promise<Answer<typeof sessions.demonstration>> {
  if (!ctx.house.demonstration) return { items: [], password: null }
  const rows = await ctx.house.db
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .innerJoin('memberships', 'memberships.personId', 'people.id')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisationId')
    .select(['accounts.email', 'people.name', 'memberships.roles', 'organisations.name as organisation', 'organisations.kind as organisationKind'])
    .where('accounts.demonstration', '=', true)
    .where('memberships.endedAt', 'is', null)
    .orderBy('organisations.number')
    .orderBy('accounts.createdAt')
    .orderBy('accounts.id')
    .limit(100)
    .execute()
  const items = rows.map(({ roles, organisationKind, ...row }): DemonstrationAccount => ({ ...row, role: roles[0] as Role, organisationKind: organisationKind as OrganisationKind })) // safe: checked where written
  return { items, password: demonstrationPassword }
}
