import { type Member, type people, rolesOfKind } from '@guildhall/contract/directory'
import type { Role } from '@guildhall/contract/identity'
import type { InterfaceLanguage } from '@guildhall/kernel'
import { say } from '@guildhall/words'
import { sql } from 'kysely'
import type { z } from 'zod'
import { can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, asHouse, ids } from '../../../platform/database/doors.ts'
import { conflict, fault, notAllowed } from '../../../platform/http/refused.ts'
import { postMail } from '../../../platform/mail/mail.ts'
import { addPerson, endSessionsFor, findAccount, inviteAccount, setMembership } from '../../identity/index.ts'
import { indexLearnersOf } from '../learners/learners.store.ts'
import { ownOrganisation, readMember } from './people.queries.ts'
import { memberThing } from './people.thing.ts'

const { rights } = memberThing
type Limits = { departments?: string[] | undefined; majors?: string[] | undefined; classes?: string[] | undefined }

/**
 * Adds a person to my organisation. Somebody who has an account of the installation already gets a further organisation, and a mail that
 * says so; everybody else gets an account and a link to set its password.
 */
export const invitePerson = (ctx: Context, given: z.output<typeof people.invite.body>): Promise<Member> =>
  act(ctx, async (trx) => {
    const id = await addMember(ctx, trx, given)
    await indexLearnersOf(ctx, trx, ownOrganisation(ctx))
    return readMember(ctx, trx, id)
  })

/** The same within the transaction of somebody who adds many: the caller indexes the learners once for all of them. */
export async function addMember(ctx: Context, trx: Trx, given: z.output<typeof people.invite.body>, by: { by?: 'import' } = {}): Promise<string> {
  const organisationId = ownOrganisation(ctx)
  if (!can(rights, 'invite', ctx.actor, { organisation: organisationId })) throw notAllowed()
  demandRoles(ctx, given.roles)
  await demandMayAppoint(ctx, trx, organisationId, given.roles)
  await demandLimits(trx, organisationId, given)
  const known = await findAccount(trx, { email: given.email })
  if (known) await refuseTwice(trx, known.personId, organisationId)
  const personId = known?.personId ?? (await asHouse(trx, () => addPerson(ctx, trx, { name: given.name, email: given.email, language: given.language ?? languageOf(ctx) }))).personId
  await setMembership(ctx, trx, { personId, organisationId, roles: given.roles, ...limitsOf(given), ...(given.position ? { position: given.position } : {}) })
  await tell(ctx, trx, personId)
  const { id } = await trx.selectFrom('memberships').select('id').where('personId', '=', personId).where('organisationId', '=', organisationId).executeTakeFirstOrThrow()
  await keepAction(ctx, trx, { homeId: organisationId, kind: memberThing.kind, id, action: 'invited', body: { roles: given.roles, ...limitsOf(given), ...by }, parties: [organisationId] })
  return id
}

/** Changes roles, limits and position. An organisation keeps at least one administrator. */
export const changeMember = (ctx: Context, id: string, given: z.output<typeof people.change.body>): Promise<Member> =>
  act(ctx, async (trx) => {
    await writeMember(ctx, trx, id, given)
    await indexLearnersOf(ctx, trx, ownOrganisation(ctx))
    return readMember(ctx, trx, id)
  })

/** The same within the transaction of somebody who changes many: the caller indexes the learners once for all of them. */
export async function writeMember(ctx: Context, trx: Trx, id: string, given: z.output<typeof people.change.body>, by: { by?: 'import' } = {}): Promise<void> {
  const before = await demand(ctx, trx, id, 'change')
  const organisationId = ownOrganisation(ctx)
  if (given.roles) demandRoles(ctx, given.roles)
  await demandMayAppoint(ctx, trx, organisationId, [...before.roles, ...(given.roles ?? [])])
  await demandLimits(trx, organisationId, given)
  if (given.roles && !given.roles.includes('administrator')) await keepAnAdministrator(trx, organisationId, before)
  const { roles, position, departments, majors, classes } = given
  // Somebody whose roles are changed after the end comes back.
  await trx
    .updateTable('memberships')
    .set({
      ...(roles ? { roles, endedAt: null } : {}), ...(position === undefined ? {} : { position }), ...(departments ? { departments: ids(departments) } : {}), ...(majors ? { majors: ids(majors) } : {}), ...(classes ? { classes: ids(classes) } : {}),
    })
    .where('id', '=', id)
    .execute()
  await keepAction(ctx, trx, { homeId: organisationId, kind: memberThing.kind, id, action: 'changed', body: { ...given, ...by }, parties: [organisationId] })
}

/** Mails the invitation again; the earlier link stops working. */
export const inviteAgain = (ctx: Context, id: string): Promise<Member> =>
  act(ctx, async (trx) => {
    const member = await demand(ctx, trx, id, 'invite-again')
    await tell(ctx, trx, member.personId)
    await keepAction(ctx, trx, { homeId: ownOrganisation(ctx), kind: memberThing.kind, id, action: 'invited-again', parties: [ownOrganisation(ctx)] })
    return member
  })

/** Ends what a person is here. Their sessions for this organisation end at once; what they did stays signed by them. */
export const endMembership = (ctx: Context, id: string): Promise<Member> =>
  act(ctx, async (trx) => {
    const before = await demand(ctx, trx, id, 'end')
    const organisationId = ownOrganisation(ctx)
    await demandMayAppoint(ctx, trx, organisationId, before.roles)
    await keepAnAdministrator(trx, organisationId, before)
    await trx.updateTable('memberships').set({ endedAt: ctx.now }).where('id', '=', id).execute()
    await endSessionsFor(trx, before.personId, organisationId)
    await indexLearnersOf(ctx, trx, organisationId)
    await keepAction(ctx, trx, { homeId: organisationId, kind: memberThing.kind, id, action: 'ended', parties: [organisationId] })
    // Who ended their own membership is no longer in: the row is read as it now stands, by what was true when they acted.
    return { ...before, state: 'ended' as const, endedAt: ctx.now, allowed: before.allowed.filter((action) => action === 'change') }
  })

async function demand(ctx: Context, trx: Trx, id: string, action: keyof typeof rights): Promise<Member> {
  const row = await readMember(ctx, trx, id)
  if (can(rights, action, ctx.actor, { organisation: ownOrganisation(ctx) }) && !row.allowed.includes(action)) throw conflict('not-in-this-state')
  if (!row.allowed.includes(action)) throw notAllowed()
  return row
}

const languageOf = (ctx: Context): InterfaceLanguage => ctx.actor.language

const limitsOf = ({ departments, majors, classes }: Limits) => ({ ...(departments ? { departments } : {}), ...(majors ? { majors } : {}), ...(classes ? { classes } : {}) })

function demandRoles(ctx: Context, given: readonly Role[]): void {
  const kind = ctx.actor.kind === 'person' ? ctx.actor.organisationKind : 'college'
  const possible: readonly Role[] = rolesOfKind[kind]
  if (given.some((role) => !possible.includes(role))) throw fault('/roles', 'role-not-here')
}

/** Where an organisation has an administrator, only an administrator makes or unmakes another: HR does not raise itself. */
async function demandMayAppoint(ctx: Context, trx: Trx, organisationId: string, roles: readonly string[]): Promise<void> {
  if (!isAdministrator({ roles }) || (ctx.actor.kind === 'person' && isAdministrator(ctx.actor))) return
  const there = await trx.selectFrom('memberships').select('id').where('organisationId', '=', organisationId).where('endedAt', 'is', null).where(sql<boolean>`'administrator' = any(roles)`).limit(1).executeTakeFirst()
  if (there) throw fault('/roles', 'only-administrator')
}

/** A limit names what the organisation itself has; row-level security hides everything else. */
async function demandLimits(trx: Trx, homeId: string, given: Limits): Promise<void> {
  for (const name of ['departments', 'majors', 'classes'] as const) {
    const wanted = [...new Set(given[name] ?? [])]
    if (!wanted.length) continue
    const { n } = await trx.selectFrom(name).select(sql<number>`count(*)::int`.as('n')).where('homeId', '=', homeId).where('id', 'in', wanted).executeTakeFirstOrThrow()
    if (n !== wanted.length) throw fault(`/${name}`, 'not-of-this-organisation')
  }
}

async function refuseTwice(trx: Trx, personId: string, organisationId: string): Promise<void> {
  const there = await trx.selectFrom('memberships').select('id').where('personId', '=', personId).where('organisationId', '=', organisationId).where('endedAt', 'is', null).executeTakeFirst()
  if (there) throw fault('/email', 'is-here-already')
}

/** Whether a member keeps the organisation's accounts: one at least has to remain. */
export const isAdministrator = ({ roles }: Readonly<{ roles: readonly string[] }>): boolean => roles.includes('administrator')

async function keepAnAdministrator(trx: Trx, organisationId: string, member: Member): Promise<void> {
  if (!isAdministrator(member) || member.state === 'ended') return
  // Two administrators who end each other at the same moment: the second waits here and is refused.
  const others = await trx.selectFrom('memberships').select('id').where('organisationId', '=', organisationId).where('endedAt', 'is', null).where(sql<boolean>`'administrator' = any(roles)`).orderBy('id').forUpdate().execute()
  if (!others.some((one) => one.id !== member.id)) throw conflict('last-administrator')
}

/** An account that nobody has opened gets a link; somebody who has one is told what was added to it. */
export async function tell(ctx: Context, trx: Trx, personId: string, organisationId = ownOrganisation(ctx)): Promise<void> {
  const account = await findAccount(trx, { personId })
  if (!account || account.disabledAt) return
  const organisation = await trx.selectFrom('organisations').select('name').where('id', '=', organisationId).executeTakeFirstOrThrow()
  const language = account.language as InterfaceLanguage // safe: written from the list of languages
  const name = Object.values(organisation.name)[0] ?? ''
  if (account.isUnopened) return inviteAccount(ctx, trx, { ...account, language }, name)
  const params = { name: account.name, organisation: name, address: ctx.house.config.publicUrl }
  await postMail(ctx, trx, { to: account.email, language, subject: say('college.mail-added-subject', params, language), body: say('college.mail-added-body', params, language), effectKey: `member:${personId}:${organisationId}:${ctx.now}` })
}
