import type { Clause, Part, Voice } from './part.ts'

/** Neighbouring clauses of one voice, with what leans on them. */
export type Group = { voice: Voice; clauses: Clause[]; parts: Part[] }

/** Puts clauses together: what says nothing by itself leans on its neighbour, conditions on the task after them, standards on the one before. */
export function groupClauses(clauses: readonly Clause[]): Group[] {
  const groups: Group[] = []
  const offers = clauses.some((one) => one.voice === 'offer')
  let waiting: Clause[] = []
  for (const clause of clauses) {
    const last = groups[groups.length - 1]
    if (clause.voice === 'context' || leansOnOffer(last, clause) || (offers && isNominal(clause))) {
      if (last && waiting.length === 0) lean(last, clause)
      else waiting.push(clause)
      continue
    }
    const works = clause.voice === 'task' || clause.voice === 'requirement'
    // No German needed, the whole crew speaks English: why not, and no task of its own.
    if (works && last?.voice === 'unneeded' && waiting.length === 0 && !clause.asking && clause.parts.every((one) => !one.nominal)) {
      groups.push({ voice: 'noise', clauses: [clause], parts: [] })
      continue
    }
    const parts = clause.parts.map((one) => ({ ...one }))
    // Talk before a complaint stands for itself; a circumstance belongs to what it is the circumstance of.
    if (waiting.length > 0 && works && clause.lacking && waiting.every((one) => !one.leaning)) {
      groups.push({ voice: 'noise', clauses: waiting, parts: [] })
      waiting = []
    }
    const first = parts[0]
    if (first && waiting.length > 0) {
      first.start = waiting[0]!.start
      first.conditions.unshift(...waiting.flatMap((one) => one.conditions))
      first.standards.unshift(...waiting.flatMap((one) => one.standards))
    }
    const same = groups[groups.length - 1]
    if (same && same.voice === clause.voice && !(same.clauses.some((one) => one.lacking) !== Boolean(clause.lacking))) {
      same.clauses.push(...waiting, clause)
      join(same, parts)
    } else groups.push({ voice: clause.voice, clauses: [...waiting, clause], parts })
    waiting = []
  }
  if (waiting.length > 0) groups.push({ voice: 'context', clauses: waiting, parts: [] })
  return groups
}

// Cleaning, oiling and adjusting of machines: verbs in a row wait for the object that the last one names.
function join(group: Group, parts: Part[]): void {
  const last = group.parts[group.parts.length - 1]
  const first = parts[0]
  const bare = last !== undefined && last.end - last.start <= last.verb.end - last.verb.start + 1
  if (last && first?.object && ((last.nominal && first.nominal) || bare) && !last.object && !last.borrows && last.conditions.length + last.standards.length === 0) {
    group.parts.pop()
    first.start = last.start
  }
  // Teile zählen, wiegen und etikettieren: one object, said once, and one outcome.
  while (last && parts[0]?.shares && parts[0].conditions.length + parts[0].standards.length === 0) last.end = parts.shift()!.end
  group.parts.push(...parts)
}

// Further training and coaching, said among offers, are offers too.
const leansOnOffer = (last: Group | undefined, clause: Clause) =>
  last !== undefined && (last.voice === 'offer' || last.voice === 'trait') && isNominal(clause)
const isNominal = (clause: Clause) => clause.parts.length > 0 && clause.parts.every((one) => one.nominal)

function lean(group: Group, clause: Clause): void {
  group.clauses.push(clause)
  const last = group.parts[group.parts.length - 1]
  if (!last) return
  last.end = Math.max(last.end, clause.end)
  // sagt dem Kunden, was es kostet: what is told, not to whom.
  if (clause.clause && (!last.object || /^(?:explain|report|identify|ask)$/.test(last.verb.verb.id))) {
    last.object = clause.clause
    delete last.borrows
    return
  }
  if (clause.conditions.length + clause.standards.length > 0) {
    last.conditions.push(...clause.conditions)
    last.standards.push(...clause.standards)
  } else if (last.object && last.object.end === group.clauses[group.clauses.length - 2]!.end && clause.listed) last.object = { start: last.object.start, end: clause.end }
}
