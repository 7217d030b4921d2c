import { expect, test } from 'vitest'
import { groupByDue } from './due-lines.ts'

test.each([
  ['2026-11-23', 'late'],
  ['2026-11-24', 'this-week'],
  ['2026-12-01', 'this-week'],
  ['2026-12-02', 'later'],
  [null, 'undated'],
])('what is due on %s is %s on 24 November', (due, group) => expect(groupByDue([{ due }], '2026-11-24')).toEqual([[group, [{ due }]]]))
