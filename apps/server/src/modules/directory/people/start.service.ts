import { type start, startSteps } from '@guildhall/contract/directory'
import type { Answer } from '@guildhall/contract/http'
import { sql } from 'kysely'
import type { z } from 'zod'
import { everyone } from '../../../platform/access/actor.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { dayOf } from '../../../platform/clock/clock.ts'
import { type Context, newId } from '../../../platform/context.ts'
import { act, look } from '../../../platform/database/doors.ts'
import { nextNumber } from '../../../platform/things/thing.ts'
import { addPerson, asWelcome, claimAccountLink, demandGoodPassword, describeAccountLink, hashPassword, openSession, setMembership } from '../../identity/index.ts'
import { insertCampus } from '../departments/campuses.service.ts'
import { indexOrganisation, insertOrganisation } from '../organisations/organisations.store.ts'
import { organisationThing } from '../organisations/organisations.thing.ts'
import { ownOrganisation } from './people.queries.ts'

/** The first administrator: person, account, first college with its campus, in one transaction; the link is used up with it. Signs in. */
export async function beginInstallation(ctx: Context, token: string, given: z.output<typeof start.begin.body>, agent: string): Promise<Awaited<ReturnType<typeof openSession>>> {
  const house = asWelcome(ctx)
  demandGoodPassword(given.password, [given.name, given.email.split('@')[0] ?? ''])
  // Hashing costs: done only for a link that holds, and before the transaction, in which the link is claimed for good.
  const shown = await describeAccountLink(ctx, token)
  const passwordHash = shown.state === 'open' ? await hashPassword(given.password) : ''
  const accountId = await act(house, async (trx) => {
    await claimAccountLink(house, trx, token, ['first-administrator'])
    const person = await addPerson(house, trx, { name: given.name, email: given.email, language: given.language ?? ctx.actor.language, passwordHash, operator: true })
    const id = newId(house)
    const number = await nextNumber(house, trx, organisationThing, everyone)
    const empty = { shortName: null, creditCode: null, providerKind: null, size: null, industry: null, regionId: null, address: null, website: null, phone: null }
    await insertOrganisation(house, trx, { ...empty, id, number, kind: 'college', name: given.college, createdBy: id })
    await indexOrganisation(house, trx, { id, number, name: given.college, shortName: null, creditCode: null })
    await setMembership(house, trx, { personId: person.personId, organisationId: id, roles: ['administrator', 'lead', 'office'] })
    await insertCampus(house, trx, id, { name: given.campus, address: null })
    await keepAction(house, trx, { homeId: id, kind: organisationThing.kind, id, action: 'added', body: { kind: 'college', name: given.college, first: true }, parties: [id, everyone] })
    return person.accountId!
  })
  return openSession(ctx, accountId, 'browser', agent)
}

type Counts = Record<'hasCode' | 'hasPlace' | 'campuses' | 'departments' | 'years' | 'people' | 'classes' | 'learners' | 'majors' | 'programmes' | 'routes' | 'enterprises' | 'links', number>

/** A credit code is a Chinese thing: a college without a Chinese name is not asked for one. What is set up, each step computed from rows: nothing is ticked by hand, and what was undone shows as open again. */
export const listStartSteps = (ctx: Context): Promise<Answer<typeof start.steps>> =>
  look(ctx, async (trx) => {
    const home = ownOrganisation(ctx)
    const count = (table: string, more = sql``) => sql`(select count(*)::int from ${sql.table(table)} where home_id = ${home} ${more})`
    const { rows } = await sql<Counts>`select
      (select count(*)::int from organisations where id = ${home} and (credit_code is not null or name ->> 'zh' is null)) as "hasCode",
      (select count(*)::int from organisations where id = ${home} and (address is not null or region_id is not null)) as "hasPlace",
      ${count('campuses')} as campuses, ${count('departments')} as departments,
      ${count('school_years', sql`and ends >= ${dayOf(ctx.now)} and jsonb_array_length(calendar -> 'terms') > 0`)} as years,
      (select count(*)::int from memberships where organisation_id = ${home} and ended_at is null) as people,
      ${count('classes', sql`and archived_at is null`)} as classes, ${count('learners')} as learners,
      ${count('majors')} as majors, ${count('training_programmes')} as programmes,
      ${count('proposal_routes')} as routes, (select count(*)::int from organisations where kind = 'enterprise' and withdrawn_at is null) as enterprises,
      (select count(*)::int from contact_links where college_id = ${home}) as links`.execute(trx)
    const have = rows[0]!
    const done: Readonly<Record<(typeof startSteps)[number], readonly [boolean, string, Partial<Counts>]>> = {
      college: [have.hasCode > 0 && have.hasPlace > 0, `/organisations/${home}/edit`, {}],
      campuses: [have.campuses > 0 && have.departments > 0, '/college', { campuses: have.campuses, departments: have.departments }],
      'school-year': [have.years > 0, '/school-years', { years: have.years }],
      people: [have.people > 1, '/people', { people: have.people }],
      classes: [have.classes > 0 && have.learners > 0, '/classes', { classes: have.classes, learners: have.learners }],
      programme: [have.majors > 0 && have.programmes > 0, '/majors', { majors: have.majors, programmes: have.programmes }],
      route: [have.routes > 0, '/settings/proposal-route', { routes: have.routes }],
      link: [have.links > 0, '/contact-links', { links: have.links, enterprises: have.enterprises }],
    }
    const items = startSteps.map((step) => ({ step, isDone: done[step][0], url: done[step][1], counts: done[step][2] as Record<string, number> })) // safe: only figures are in it
    return { items, isFinished: items.every((one) => one.isDone), sendsMail: ctx.house.config.smtpUrl !== undefined }
  })
