/** Where each earlier page began, oldest first; the first page began nowhere. Kept in the history entry, so that reload keeps it and a copied link begins fresh. */
export type Trail = readonly (string | null)[]

export const toTrail = (value: unknown): Trail =>
  Array.isArray(value) && value.every((one) => one === null || typeof one === 'string') ? value : []

/** Going on: the page we leave joins the trail. */
export const goOn = (trail: Trail, after: string | undefined): Trail => [...trail, after ?? null]

/**
 * Going back: where the page before began, and the trail to it. Without a trail (a copied link) the page before is the first.
 * @example goBack([null, 'c1']) // { after: 'c1', trail: [null] }
 */
export function goBack(trail: Trail): { after: string | undefined; trail: Trail } {
  return { after: trail.at(-1) ?? undefined, trail: trail.slice(0, -1) }
}

/** The rows on this page, as numbers people can say: 51 to 100. Undefined where a copied link hides how many came before. */
export function rangeOf(trail: Trail, after: string | undefined, limit: number, shown: number): { from: number; to: number } | undefined {
  if (after !== undefined && trail.length === 0) return undefined
  const from = trail.length * limit + 1
  return { from, to: from + shown - 1 }
}
