/** Level of an outcome, 1–8 as in the European Qualifications Framework. */
export const levels = [1, 2, 3, 4, 5, 6, 7, 8] as const
export type Level = (typeof levels)[number]

/** The nearest level to a number. */
export function toLevel(value: number): Level {
  return Math.min(8, Math.max(1, Math.round(value))) as Level // safe: clamped to whole numbers of the list
}
