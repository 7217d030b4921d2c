/** The share of each state at each place, from the definition: every path, its weight, and a sum. */
export function sharesByPaths(alone: readonly (readonly number[])[], change: number): number[][] {
  const shares = alone.map((own) => own.map(() => 0))
  const walk = (path: readonly number[], weight: number): void => {
    const place = path.length
    if (place === alone.length) {
      for (const [i, state] of path.entries()) shares[i]![state]! += weight
      return
    }
    for (const [state, own] of alone[place]!.entries())
      walk([...path, state], weight * own * (place > 0 && path[place - 1] !== state ? change : 1))
  }
  walk([], 1)
  return shares.map((row) => row.map((one) => one / row.reduce((a, b) => a + b, 0)))
}

/** The weight of the best path through each state at each place, from the definition. */
export function bestByPaths(alone: readonly (readonly number[])[], change: number): number[][] {
  const bests = alone.map((own) => own.map(() => 0))
  const walk = (path: readonly number[], weight: number): void => {
    const place = path.length
    if (place === alone.length) {
      for (const [i, state] of path.entries()) bests[i]![state] = Math.max(bests[i]![state]!, weight)
      return
    }
    for (const [state, own] of alone[place]!.entries())
      walk([...path, state], weight * own * (place > 0 && path[place - 1] !== state ? change : 1))
  }
  walk([], 1)
  return bests
}
