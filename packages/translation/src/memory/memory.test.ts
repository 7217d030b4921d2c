import type { Instant } from '@guildhall/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMemory, type Decision, strengthOf } from './memory.ts'
import { dice, editRatio, phraseKey } from './phrase-key.ts'

const now = '2026-11-24T08:00:00.000Z' as Instant // safe: an ISO moment
const phrases = ['会看图', '看懂图纸', '能看懂零件图', '二保焊要过关', '倒班没问题'] as const
const enterprises = ['e1', 'e2', 'e3'] as const

const decision = fc.record({
  id: fc.uuid(),
  at: fc.constantFrom('2026-11-20T08:00:00.000Z' as Instant, '2024-01-10T08:00:00.000Z' as Instant), // safe: ISO moments
  phrase: fc.constantFrom(...phrases),
  language: fc.constant('zh' as const),
  enterprise: fc.constantFrom(...enterprises),
  concept: fc.constantFrom('c1', 'c2', 'c3'),
  verdict: fc.constantFrom('accepted' as const, 'edited' as const, 'rejected' as const),
})
const history = fc.uniqueArray(decision, { selector: (one) => one.id, maxLength: 12 })
const asker = fc.record({
  enterprise: fc.constantFrom(...enterprises),
  partners: fc.subarray([...enterprises]),
  language: fc.constant('zh' as const),
})
const law = { numRuns: 500 }

const decided = (id: string, enterprise: string, phrase: string, verdict: Decision['verdict'] = 'accepted', concept = 'c1'): Decision => ({
  id,
  at: now,
  phrase,
  language: 'zh',
  enterprise,
  concept,
  verdict,
})
const e2 = { enterprise: 'e2', partners: ['e1'], language: 'zh' } as const

describe('walls', () => {
  test('a phrase of one enterprise alone is never told to another', () => {
    fc.assert(
      fc.property(history, asker, fc.constantFrom(...phrases), (decisions, who, phrase) => {
        const foreign = decisions.map((one) => ({ ...one, enterprise: 'other' }))
        expect(createMemory(foreign, { now }).lookup(phrase, who)).toEqual([])
      }),
      law,
    )
  })

  test('one loud user does not make two organisations', () => {
    const memory = createMemory([decided('1', 'e1', '会看图'), decided('2', 'e1', '会看图'), decided('3', 'e1', '会看图')], { now })
    expect(memory.lookup('会看图', e2)).toEqual([])
  })

  test('two organisations that used a phrase make it known to all', () => {
    const memory = createMemory([decided('1', 'e1', '会看图'), decided('2', 'e3', '会看图')], { now })
    expect(memory.lookup('会看图', e2)).toMatchObject([{ concept: 'c1', scope: 'all', match: 'exact' }])
  })

  test('rejections count where acceptances do', () => {
    const accepted = createMemory([decided('1', 'e1', '会看图'), decided('2', 'e3', '会看图')], { now })
    const mixed = createMemory([decided('1', 'e1', '会看图'), decided('2', 'e3', '会看图', 'rejected')], { now })
    expect(mixed.lookup('会看图', e2)[0]!.strength).toBeLessThan(accepted.lookup('会看图', e2)[0]!.strength)
  })

  test('deleting an enterprise removes its phrases: not even itself hears of them again', () => {
    fc.assert(
      fc.property(history, asker, fc.constantFrom(...phrases), (decisions, who, phrase) => {
        const left = decisions.filter((one) => one.enterprise !== 'e3')
        for (const one of createMemory(left, { now }).lookup(phrase, { ...who, enterprise: 'e3' })) {
          expect(one.scope).not.toBe('enterprise')
          const known = left.filter((kept) => kept.concept === one.concept).length
          expect(one.counts.accepted + one.counts.edited + one.counts.rejected).toBeLessThanOrEqual(known)
        }
      }),
      law,
    )
  })
})

describe('strength', () => {
  test('lies between nought and one, and the order of decisions does not matter', () => {
    fc.assert(
      fc.property(history, asker, fc.constantFrom(...phrases), (decisions, who, phrase) => {
        const found = createMemory(decisions, { now }).lookup(phrase, who)
        expect(createMemory([...decisions].reverse(), { now }).lookup(phrase, who)).toEqual(found)
        for (const one of found) {
          expect(one.strength).toBeGreaterThan(0)
          expect(one.strength).toBeLessThan(1)
        }
      }),
      law,
    )
  })

  test('one acceptance does not override, two do', () => {
    const who = { enterprise: 'e1', partners: [], language: 'zh' } as const
    expect(createMemory([decided('1', 'e1', '会看图')], { now }).lookup('会看图', who)[0]!.overrides).toBe(false)
    expect(createMemory([decided('1', 'e1', '会看图'), decided('2', 'e1', '会看图')], { now }).lookup('会看图', who)[0]!.overrides).toBe(
      true,
    )
  })

  test('two acceptances of two are three quarters', () => expect(strengthOf({ accepted: 2, edited: 0, rejected: 0 })).toBe(0.75))

  test('an old decision counts less than a new one', () => {
    const old = { ...decided('1', 'e1', '会看图'), at: '2023-01-01T08:00:00.000Z' as Instant } // safe: an ISO moment
    const who = { enterprise: 'e1', partners: [], language: 'zh' } as const
    const of = (one: Decision) => createMemory([one], { now }).lookup('会看图', who)[0]!.strength
    expect(of(old)).toBeLessThan(of(decided('1', 'e1', '会看图')))
  })
})

describe('the key of a phrase', () => {
  test.each([
    ['偏差不超过2毫米', '偏差不超过5毫米'],
    ['Maß prüfen, ±0,02 mm', 'maß  prüfen ± 0,5 mm'],
    ['ＣＡＤ会用', 'cad会用'],
  ])('%s and %s are the same phrase', (a, b) => expect(phraseKey(a, 'de')).toBe(phraseKey(b, 'de')))

  test('a phrase much alike is found, a different one is not', () => {
    const memory = createMemory([decided('1', 'e1', '能看懂零件图纸')], { now })
    const who = { enterprise: 'e1', partners: [], language: 'zh' } as const
    expect(memory.lookup('会看懂零件图纸', who)).toMatchObject([{ match: 'fuzzy', concept: 'c1' }])
    expect(memory.lookup('倒班没问题', who)).toEqual([])
  })

  test('words that were decided are heard inside a longer sentence, a short word is not', () => {
    const memory = createMemory([decided('1', 'e1', '二保焊要过关'), decided('2', 'e1', '会看图', 'accepted', 'c2')], { now })
    const own = { enterprise: 'e1', partners: [], language: 'zh' } as const
    expect(memory.lookup('新来的二保焊要过关，不然别来', own)).toMatchObject([{ concept: 'c1', match: 'within', overrides: false }])
    expect(memory.lookup('他说会看图也没用，人品要好', own)).toEqual([])
    expect(memory.lookup('新来的二保焊要过关，不然别来', e2)).toEqual([])
  })

  test('likeness is symmetric, and one only for equals', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editRatio(a, b)).toBe(editRatio(b, a))
        expect(editRatio(a, b) === 1).toBe(a === b)
        expect(dice(new Set(a), new Set(b))).toBe(dice(new Set(b), new Set(a)))
      }),
      law,
    )
  })
})
