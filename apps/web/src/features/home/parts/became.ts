import type { Thread } from '@guildhall/contract/needs'

export type Step =
  | { kind: 'outcomes'; n: number }
  | { kind: 'taught'; n: number }
  | { kind: 'not-taught' }
  | { kind: 'adopted' | 'refused'; at: string }
  | { kind: 'under-way'; number: string }
  | { kind: 'told'; at: string }

const latest = (moments: readonly string[]) => [...moments].sort().at(-1)

/** What became of a need, as far as it came: outcomes, where they are taught, what was decided, when the enterprise was told. */
export function listSteps(thread: Pick<Thread, 'outcomes' | 'units' | 'proposals' | 'told'>): Step[] {
  if (thread.outcomes.length === 0) return []
  const steps: Step[] = [{ kind: 'outcomes', n: thread.outcomes.length }]
  const taught = new Set(thread.units.map((one) => one.id)).size
  steps.push(taught > 0 ? { kind: 'taught', n: taught } : { kind: 'not-taught' })
  for (const status of ['adopted', 'refused'] as const) {
    const at = latest(thread.proposals.flatMap((one) => (one.status === status && one.decidedAt ? [one.decidedAt] : [])))
    if (at) steps.push({ kind: status, at })
  }
  const open = thread.proposals.find((one) => ['in-opinion', 'in-vote', 'in-approval', 'returned'].includes(one.status))
  if (open) steps.push({ kind: 'under-way', number: open.number })
  const told = latest(thread.told.map((one) => one.at))
  if (told) steps.push({ kind: 'told', at: told })
  return steps
}
