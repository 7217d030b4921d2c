type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Two people edited the same thing: what each changed alone is taken from them; where both changed the same entry differently, it is a clash and mine stands for now.
 * @example mergeVersions({ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 3 }) // { merged: { a: 2, b: 3 }, clashes: [] }
 */
export function mergeVersions<V extends Fields>(base: V, mine: V, theirs: V, at = ''): { merged: V; clashes: string[] } {
  const merged: Record<string, unknown> = {}
  const clashes: string[] = []
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [b, m, t] = [base[name], mine[name], theirs[name]]
    if (isFields(m) && isFields(t)) {
      const inner = mergeVersions(isFields(b) ? b : {}, m, t, `${at}${name}.`)
      merged[name] = inner.merged
      clashes.push(...inner.clashes)
    } else if (isSame(m, b) || isSame(m, t)) merged[name] = t
    else {
      merged[name] = m
      if (!isSame(b, t)) clashes.push(`${at}${name}`)
    }
  }
  return { merged: merged as V, clashes } // safe: the same entries as both versions have
}
