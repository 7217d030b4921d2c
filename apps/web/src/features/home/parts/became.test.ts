import { expect, test } from 'vitest'
import { listSteps } from './became.ts'

type Given = Parameters<typeof listSteps>[0]
const outcome = { id: 'o' } as Given['outcomes'][number] // safe: only counted
const unit = { id: 'u' } as Given['units'][number] // safe: only counted
const proposal = (status: string, decidedAt: string | null) => ({ status, decidedAt, number: 'CP-1' }) as Given['proposals'][number] // safe: the rest is not read

test('a need that is no outcome yet has come nowhere', () =>
  expect(listSteps({ outcomes: [], units: [], proposals: [], told: [] })).toEqual([]))
test('an outcome that no unit carries says so', () =>
  expect(listSteps({ outcomes: [outcome], units: [], proposals: [], told: [] })).toEqual([
    { kind: 'outcomes', n: 1 },
    { kind: 'not-taught' },
  ]))
test('a unit for two cohorts counts once, and the last decision stands', () =>
  expect(
    listSteps({
      outcomes: [outcome],
      units: [unit, unit],
      proposals: [proposal('adopted', '2026-01-02'), proposal('adopted', '2026-03-02'), proposal('in-vote', null)],
      told: [{ at: '2026-03-03', proposalId: 'p' }],
    }),
  ).toEqual([
    { kind: 'outcomes', n: 1 },
    { kind: 'taught', n: 1 },
    { kind: 'adopted', at: '2026-03-02' },
    { kind: 'under-way', number: 'CP-1' },
    { kind: 'told', at: '2026-03-03' },
  ]))
