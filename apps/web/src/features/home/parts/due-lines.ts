import type { InboxItem } from '@guildhall/contract/platform'

export const dueGroups = ['late', 'this-week', 'later', 'undated'] as const
export type DueGroup = (typeof dueGroups)[number]

/**
 * What waits, by its date: late, within seven days, later, without one. Groups that hold nothing are left out.
 * @example groupByDue([{ due: '2026-11-20' }], '2026-11-24') // [['late', [{ due: '2026-11-20' }]]]
 */
export function groupByDue<Item extends Pick<InboxItem, 'due'>>(items: readonly Item[], today: string): [DueGroup, Item[]][] {
  const weekOn = new Date(Date.parse(`${today}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10)
  const groupOf = ({ due }: Item): DueGroup => (due === null ? 'undated' : due < today ? 'late' : due <= weekOn ? 'this-week' : 'later')
  return dueGroups.flatMap((group): [DueGroup, Item[]][] => {
    const found = items.filter((item) => groupOf(item) === group)
    return found.length > 0 ? [[group, found]] : []
  })
}
