import type { ProposalRoute, ProposalStatus } from '@guildhall/contract/programmes'
import type { Actor } from '../../../platform/access/actor.ts'

export type RouteStep = ProposalRoute['steps'][number]

const statusOfKind = { opinion: 'in-opinion', vote: 'in-vote', approval: 'in-approval' } as const satisfies Record<RouteStep['kind'], ProposalStatus>

/** The status in which a proposal stands at a step; after the last step it is adopted. */
export const statusAt = (route: readonly RouteStep[], step: number): ProposalStatus => {
  const here = route[step]
  return here ? statusOfKind[here.kind] : 'adopted'
}

/** Those for whom a person may act in a step: oneself, and everybody whose deputy one is. */
export const standsFor = (step: RouteStep, personId: string): string[] => [
  ...(step.people.includes(personId) ? [personId] : []),
  ...step.deputies.filter((one) => one.deputyId === personId && step.people.includes(one.personId)).map((one) => one.personId),
]

export type Standing = Readonly<{ homeId: string; createdBy: string | null; route: readonly RouteStep[] | null; step: number | null }>

/** The relations of an actor to a proposal, by which its life cycle decides. */
export function relationsTo(actor: Actor, proposal: Standing): string[] {
  if (actor.kind !== 'person') return []
  const found: string[] = []
  const inside = actor.organisationId === proposal.homeId
  if (inside && actor.personId === proposal.createdBy) found.push('author')
  if (inside && (actor.roles.includes('lead') || actor.roles.includes('administrator'))) found.push('lead')
  if (inside && (actor.roles.includes('office') || actor.roles.includes('administrator'))) found.push('clerk')
  const step = proposal.route && proposal.step !== null ? proposal.route[proposal.step] : undefined
  if (!step) return found
  if (inside && step.chairId === actor.personId) found.push('chair')
  const stands = inside && standsFor(step, actor.personId).length > 0
  if (step.kind === 'opinion' && (stands || step.organisations.includes(actor.organisationId))) found.push('asked')
  if (step.kind === 'vote' && stands) found.push('member')
  if (step.kind === 'approval' && stands) found.push('approver')
  return found
}

/** What is wrong with a route, at its place; undefined where nothing is. A vote needs members, an approval somebody who decides. */
export function findRouteFault(steps: readonly RouteStep[]): { at: string; code: string } | undefined {
  for (const [index, step] of steps.entries()) {
    const at = `/steps/${index}`
    if (step.kind === 'opinion' && !step.people.length && !step.organisations.length) return { at: `${at}/people`, code: 'step-needs-people' }
    if (step.kind !== 'opinion' && !step.people.length) return { at: `${at}/people`, code: 'step-needs-people' }
    if (step.kind !== 'opinion' && step.organisations.length) return { at: `${at}/organisations`, code: 'only-opinions-from-outside' }
    if (step.quorum !== null && step.quorum > step.people.length) return { at: `${at}/quorum`, code: 'quorum-above-members' }
    if (step.deputies.some((one) => !step.people.includes(one.personId))) return { at: `${at}/deputies`, code: 'deputy-of-nobody' }
  }
  return undefined
}
