import type { Role } from '@guildhall/contract/identity'
import type { Actor, OrganisationKind } from './actor.ts'

/**
 * How an actor stands to a row. `college:lead` = a programme lead of the organisation that the row names as its college;
 * `college:any` = anybody of it; `at college:office` = a clerk of any college, for what has no row yet; `anyone` = signed in.
 */
export type Relation = `${string}:${Role | 'any' | 'link' | 'self'}` | `at ${OrganisationKind}:${Role | 'any'}` | 'anyone' | 'operator' | 'system'

/** The organisations or persons that a row names, by what they are to it. */
export type PartiesOfRow = Readonly<Record<string, string | readonly string[] | null | undefined>>

/** Which relation may do what. The one place where rights of a thing are written. */
export type Rights<Action extends string = string> = Readonly<Record<Action, readonly Relation[]>>

/** All relations of an actor to a row. Pure; the tests go through all of them. */
export function relationsOf(actor: Actor, parties: PartiesOfRow): ReadonlySet<Relation> {
  const found = new Set<Relation>()
  if (actor.kind === 'system') found.add('system')
  if (actor.kind === 'public' || actor.kind === 'system') return found
  if (actor.kind === 'person') {
    found.add('anyone')
    if (actor.operator) found.add('operator')
    found.add(`at ${actor.organisationKind}:any`)
    for (const role of actor.roles) found.add(`at ${actor.organisationKind}:${role}`)
  }
  for (const [party, value] of Object.entries(parties)) {
    const ids = value === null || value === undefined ? [] : typeof value === 'string' ? [value] : value
    if (actor.kind === 'person' && ids.includes(actor.personId)) found.add(`${party}:self`)
    if (!ids.includes(actor.organisationId)) continue
    if (actor.kind === 'link') {
      found.add(`${party}:link`)
      continue
    }
    found.add(`${party}:any`)
    for (const role of actor.roles) found.add(`${party}:${role}`)
  }
  return found
}

/** What the actor may do with the row: drawn as buttons, asked again by the service. */
export function allowedOf<Action extends string>(rights: Rights<Action>, actor: Actor, parties: PartiesOfRow): Action[] {
  if (actor.kind === 'system') return Object.keys(rights) as Action[] // safe: the keys of the table are its actions
  const relations = relationsOf(actor, parties)
  return (Object.keys(rights) as Action[]).filter((action) => rights[action].some((relation) => relations.has(relation))) // safe: as above
}

export const can = <Action extends string>(rights: Rights<Action>, action: Action, actor: Actor, parties: PartiesOfRow): boolean =>
  actor.kind === 'system' || rights[action].some((relation) => relationsOf(actor, parties).has(relation))
