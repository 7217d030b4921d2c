import type { organisationKinds } from '@guildhall/contract/directory'
import type { Role } from '@guildhall/contract/identity'
import type { InterfaceLanguage } from '@guildhall/kernel'

export type OrganisationKind = (typeof organisationKinds)[number]

/** A party that every signed-in person carries: rows that the whole installation may read (agreed outcomes, published figures) name it. */
export const everyone = '00000000-0000-7000-8000-000000000001'

/** Somebody signed in, acting for one organisation. A right may be limited to departments, majors, classes; an empty list is no limit. */
export type PersonActor = Readonly<{
  kind: 'person'
  personId: string
  accountId: string
  sessionId: string
  name: string
  organisationId: string
  organisationKind: OrganisationKind
  roles: readonly Role[]
  departments: readonly string[]
  majors: readonly string[]
  classes: readonly string[]
  operator: boolean
  language: InterfaceLanguage
}>
/** The holder of a personal link: rights to the link's objects for its purpose, no more. */
export type LinkActor = Readonly<{ kind: 'link'; linkId: string; organisationId: string; purpose: string; name: string; language: InterfaceLanguage }>
/** The house itself: jobs, seeds, the first administrator. */
export type SystemActor = Readonly<{ kind: 'system'; language: InterfaceLanguage }>
/** Nobody we know. */
export type PublicActor = Readonly<{ kind: 'public'; language: InterfaceLanguage }>
export type Actor = PersonActor | LinkActor | SystemActor | PublicActor

/** What row-level security compares with a row's `parties`. */
export function partiesOf(actor: Actor): readonly string[] {
  switch (actor.kind) {
    case 'person': return [actor.organisationId, actor.personId, everyone]
    case 'link': return [actor.organisationId, everyone]
    case 'system': case 'public': return []
  }
}

/** Who acted, as the kept actions name them. */
export const signatureOf = (actor: Actor) => ({
  personId: actor.kind === 'person' ? actor.personId : null,
  organisationId: actor.kind === 'person' || actor.kind === 'link' ? actor.organisationId : null,
  linkId: actor.kind === 'link' ? actor.linkId : null,
})
