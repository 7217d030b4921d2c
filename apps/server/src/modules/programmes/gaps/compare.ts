import type { GapRow } from '@guildhall/contract/programmes'

/** One enterprise asked for one outcome, in so many needs. */
export type Voiced = Readonly<{ outcomeId: string; enterpriseId: string; needs: number; since: string; last: string }>
/** One unit carries one outcome, as a named person said. */
export type Place = Readonly<{ outcomeId: string; unitId: string; unit: string; courseVersionId: string; course: GapRow['places'][number]['course']; depth: 'touched' | 'taught' | 'assessed'; hours: number; recordedHours: number }>

type Compared = Omit<GapRow, 'outcome' | 'proposals'> & Readonly<{ outcomeId: string }>

/**
 * Asked against taught, outcome by outcome. Outcomes that a named person marked as the same speak for one another: an enterprise that
 * asked for both counts once, and a unit that carries one of them teaches the other. `touched` alone does not count as taught.
 * Most asked first, then gaps before the rest.
 */
export function compareAskedAndTaught(given: Readonly<{ voiced: readonly Voiced[]; places: readonly Place[]; equivalents: readonly (readonly [string, string])[] }>): Compared[] {
  const same = new Map<string, Set<string>>()
  for (const [one, other] of given.equivalents) {
    same.set(one, (same.get(one) ?? new Set([one])).add(other))
    same.set(other, (same.get(other) ?? new Set([other])).add(one))
  }
  const outcomeIds = [...new Set([...given.voiced.map((one) => one.outcomeId), ...given.places.map((one) => one.outcomeId)])]
  const rows = outcomeIds.map((outcomeId) => {
    const family = same.get(outcomeId) ?? new Set([outcomeId])
    const voiced = given.voiced.filter((one) => family.has(one.outcomeId))
    const places = given.places.filter((one) => family.has(one.outcomeId)).map(({ outcomeId: through, ...place }) => ({ ...place, throughOutcomeId: through === outcomeId ? null : through }))
    const asked = {
      enterprises: new Set(voiced.map((one) => one.enterpriseId)).size, needs: voiced.reduce((sum, one) => sum + one.needs, 0),
      since: smallest(voiced.map((one) => one.since)), last: smallest(voiced.map((one) => one.last), true),
    }
    const carrying = places.filter((one) => one.depth !== 'touched')
    const taught: GapRow['taught'] = carrying.some((one) => one.recordedHours > 0) ? 'recorded' : carrying.length ? 'planned' : 'not'
    const assessed = places.some((one) => one.depth === 'assessed')
    const state: GapRow['state'] = asked.enterprises === 0 ? 'unasked' : taught === 'not' ? 'gap' : assessed ? 'taught' : 'not-assessed'
    return { outcomeId, asked, taught, assessed, state, places }
  })
  const order = { gap: 0, 'not-assessed': 1, taught: 2, unasked: 3 }
  return rows.sort((a, b) => b.asked.enterprises - a.asked.enterprises || order[a.state] - order[b.state] || b.asked.needs - a.asked.needs || (a.outcomeId < b.outcomeId ? -1 : 1))
}

const smallest = (days: readonly string[], largest = false): string | null => (days.length ? days.reduce((a, b) => (a < b !== largest ? a : b)) : null)
