import { accepted, type Reason, type Result, refused } from '@guildhall/kernel'

/** One action of a life cycle: in which states it is possible, where it leads, and to which relations it belongs. */
export type ActionRule<Status extends string> = Readonly<{ from: readonly Status[]; to: 'same' | readonly Status[]; by: readonly string[] }>

/** A life cycle as a table: server, web and tests read the same one. */
export type LifeCycle<Status extends string = string, Action extends string = string> = Readonly<{ kind: string; start: Status; statuses: readonly Status[]; actions: Readonly<Record<Action, ActionRule<Status>>> }>

export type StepRefusal = Reason<'not-in-this-state' | 'not-yours' | 'no-such-way'>

/** Declares a life cycle; the compiler checks that every state it names exists. */
export const defineLifeCycle = <const Status extends string, const Action extends string>(table: LifeCycle<Status, Action>): LifeCycle<Status, Action> => table

/**
 * Whether the action is possible now and to these relations, and where it leads. `to` picks one of several ways; needed only there.
 * @example step(cycle, { status: 'draft', action: 'submit', relations: ['author'], to: 'in-vote' }) // { ok: true, value: 'in-vote' }
 */
export function step<Status extends string, Action extends string>(
  cycle: LifeCycle<Status, Action>,
  asked: Readonly<{ status: Status; action: Action; relations: readonly string[]; to?: Status }>,
): Result<Status, StepRefusal> {
  const rule = cycle.actions[asked.action]
  if (!rule.by.some((relation) => asked.relations.includes(relation))) return refused({ code: 'not-yours', params: { action: asked.action } })
  if (!rule.from.includes(asked.status)) return refused({ code: 'not-in-this-state', params: { action: asked.action, status: asked.status } })
  if (rule.to === 'same') return accepted(asked.status)
  const to = asked.to ?? (rule.to.length === 1 ? rule.to[0] : undefined)
  if (to === undefined || !rule.to.includes(to)) return refused({ code: 'no-such-way', params: { action: asked.action, to: asked.to ?? '' } })
  return accepted(to)
}

/** What these relations may do in this state: the buttons. */
export function allowedActions<Status extends string, Action extends string>(cycle: LifeCycle<Status, Action>, status: Status, relations: readonly string[]): Action[] {
  return (Object.keys(cycle.actions) as Action[]).filter((action) => { // safe: the keys of the table are its actions
    const rule = cycle.actions[action]
    return rule.from.includes(status) && rule.by.some((relation) => relations.includes(relation))
  })
}

/** One kept action, as far as the status is concerned. */
export type KeptStep<Status extends string, Action extends string> = Readonly<{ action: Action; to: Status }>

/** The status that a list of kept actions leads to; undefined where the list is not a way through the table. */
export function fold<Status extends string, Action extends string>(cycle: LifeCycle<Status, Action>, steps: readonly KeptStep<Status, Action>[]): Status | undefined {
  let status = cycle.start
  for (const { action, to } of steps) {
    const rule = cycle.actions[action]
    const possible = rule?.from.includes(status) && (rule.to === 'same' ? to === status : rule.to.includes(to))
    if (!possible) return undefined
    status = to
  }
  return status
}
