import type { Role } from '@guildhall/contract/identity'
import { addPerson, demonstrationPassword, hashPassword, setMembership } from '../src/modules/identity/index.ts'
import type { OrganisationKind, PersonActor } from '../src/platform/access/actor.ts'
import { type Context, type House, systemContext } from '../src/platform/context.ts'

/** A named role of the demonstration region. */
export type SeedPerson = Readonly<{
  key: string
  name: string
  roles: readonly Role[]
  position?: string
  language?: 'zh-CN' | 'en' | 'de'
  email?: string
  /** Not offered on the sign-in page, which names one person a role; signs in with the same password. */
  isExtra?: boolean
}>
export type SeededPerson = SeedPerson & Readonly<{ personId: string; organisationId: string; organisationKind: OrganisationKind }>

let passwordHash: Promise<string> | undefined

/** Makes people with accounts of an organisation; one hash serves all, as all have the demonstration's password. */
export async function seedPeople(
  house: House,
  organisation: { id: string; kind: OrganisationKind; domain: string },
  people: readonly SeedPerson[],
): Promise<SeededPerson[]> {
  passwordHash ??= hashPassword(demonstrationPassword)
  const hash = await passwordHash
  const ctx = systemContext(house, 'seed')
  return house.db.transaction().execute(async (trx) => {
    const made: SeededPerson[] = []
    for (const person of people) {
      const { personId } = await addPerson(ctx, trx, {
        name: person.name,
        email: person.email ?? `${person.key}@${organisation.domain}`,
        language: person.language ?? 'zh-CN',
        passwordHash: hash,
        demonstration: !person.isExtra,
      })
      await setMembership(ctx, trx, {
        personId,
        organisationId: organisation.id,
        roles: person.roles,
        ...(person.position ? { position: person.position } : {}),
      })
      made.push({ ...person, personId, organisationId: organisation.id, organisationKind: organisation.kind })
    }
    return made
  })
}

/** A context in which a seeded person acts, at the seed clock's time. */
export const asPerson = (house: House, person: SeededPerson): Context => ({
  house,
  requestId: 'seed',
  now: house.clock.now(),
  actor: {
    kind: 'person',
    personId: person.personId,
    accountId: person.personId,
    sessionId: person.personId,
    name: person.name,
    organisationId: person.organisationId,
    organisationKind: person.organisationKind,
    roles: person.roles,
    departments: [],
    majors: [],
    classes: [],
    operator: false,
    language: person.language ?? 'zh-CN',
  } satisfies PersonActor,
})

/** The clock that a seed sets on from story to story. */
export type SeedClock = { set: (to: string) => void }
