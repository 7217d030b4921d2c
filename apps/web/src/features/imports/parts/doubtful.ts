/** Doubtful rows that the person takes all the same: all of them, or these by their number. */
export type Chosen = 'all' | ReadonlySet<number>

export const isChosen = (chosen: Chosen, row: number): boolean => chosen === 'all' || chosen.has(row)
export const countChosen = (chosen: Chosen, doubtful: number): number => (chosen === 'all' ? doubtful : chosen.size)

export function turnChosen(chosen: ReadonlySet<number>, row: number): ReadonlySet<number> {
  const next = new Set(chosen)
  if (!next.delete(row)) next.add(row)
  return next
}
