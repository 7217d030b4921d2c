import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareAskedAndTaught, type Place, type Voiced } from './compare.ts'

const voiced = (outcomeId: string, enterpriseId: string, needs = 1): Voiced => ({ outcomeId, enterpriseId, needs, since: '2026-01-01', last: '2026-02-01' })
const place = (outcomeId: string, depth: Place['depth'] = 'taught', recordedHours = 0): Place => ({ outcomeId, unitId: `u-${outcomeId}`, unit: 'U', courseVersionId: 'c', course: { zh: '课' }, depth, hours: 8, recordedHours })
const stateOf = (rows: ReturnType<typeof compareAskedAndTaught>, id: string) => rows.find((row) => row.outcomeId === id)

describe('asked against taught', () => {
  test('ten adverts of one enterprise are one enterprise', () => expect(stateOf(compareAskedAndTaught({ voiced: [voiced('a', 'e', 10)], places: [], equivalents: [] }), 'a')?.asked).toMatchObject({ enterprises: 1, needs: 10 }))
  test('asked and carried by no unit is a gap', () => expect(stateOf(compareAskedAndTaught({ voiced: [voiced('a', 'e')], places: [], equivalents: [] }), 'a')?.state).toBe('gap'))
  test('touched in passing is still a gap', () => expect(stateOf(compareAskedAndTaught({ voiced: [voiced('a', 'e')], places: [place('a', 'touched')], equivalents: [] }), 'a')?.state).toBe('gap'))
  test('a unit that carries the same by another name teaches it, and says through which', () => {
    const row = stateOf(compareAskedAndTaught({ voiced: [voiced('a', 'e')], places: [place('b', 'assessed', 4)], equivalents: [['a', 'b']] }), 'a')
    expect(row).toMatchObject({ state: 'taught', taught: 'recorded', places: [{ throughOutcomeId: 'b' }] })
  })
  test('an enterprise that asked for both names counts once', () => expect(stateOf(compareAskedAndTaught({ voiced: [voiced('a', 'e'), voiced('b', 'e')], places: [], equivalents: [['a', 'b']] }), 'a')?.asked.enterprises).toBe(1))
  test('taught though nobody asks is shown as that', () => expect(stateOf(compareAskedAndTaught({ voiced: [], places: [place('a')], equivalents: [] }), 'a')?.state).toBe('unasked'))

  const id = fc.constantFrom('a', 'b', 'c', 'd')
  const given = fc.record({
    voiced: fc.array(fc.tuple(id, fc.constantFrom('e', 'f', 'g')).map(([outcome, enterprise]) => voiced(outcome, enterprise)), { maxLength: 8 }),
    places: fc.array(fc.tuple(id, fc.constantFrom('touched' as const, 'taught' as const, 'assessed' as const)).map(([outcome, depth]) => place(outcome, depth)), { maxLength: 8 }),
  })
  test('one more unit never makes a gap, one more need never takes an enterprise away', () => {
    fc.assert(
      fc.property(given, id, ({ voiced: asked, places }, extra) => {
        const before = compareAskedAndTaught({ voiced: asked, places, equivalents: [] })
        const taughtMore = compareAskedAndTaught({ voiced: asked, places: [...places, place(extra)], equivalents: [] })
        const askedMore = compareAskedAndTaught({ voiced: [...asked, voiced(extra, 'new')], places, equivalents: [] })
        return before.every((row) => (row.state === 'gap' || stateOf(taughtMore, row.outcomeId)?.state !== 'gap') && stateOf(askedMore, row.outcomeId)!.asked.enterprises >= row.asked.enterprises)
      }),
      { numRuns: 500 },
    )
  })
})
