import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowedActions, countVote, defineLifeCycle, fold, step } from './index.ts'

const cycle = defineLifeCycle({
  kind: 'letter',
  start: 'draft',
  statuses: ['draft', 'sent', 'answered'],
  actions: {
    edit: { from: ['draft'], to: 'same', by: ['author'] },
    send: { from: ['draft'], to: ['sent'], by: ['author'] },
    answer: { from: ['sent'], to: ['answered'], by: ['reader'] },
  },
})
const actions = ['edit', 'send', 'answer'] as const

describe('a life cycle', () => {
  test('an action leads where the table says', () => expect(step(cycle, { status: 'draft', action: 'send', relations: ['author'] })).toEqual({ ok: true, value: 'sent' }))
  test('a stranger is refused before the state is told', () => expect(step(cycle, { status: 'sent', action: 'send', relations: ['reader'] })).toMatchObject({ ok: false, reason: { code: 'not-yours' } }))
  test('what is over is over', () => expect(step(cycle, { status: 'sent', action: 'send', relations: ['author'] })).toMatchObject({ ok: false, reason: { code: 'not-in-this-state' } }))
  test('buttons and steps agree, for every state, action and relation', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cycle.statuses), fc.subarray(['author', 'reader', 'stranger']), (status, relations) => {
        const buttons = allowedActions(cycle, status, relations)
        return actions.every((action) => buttons.includes(action) === step(cycle, { status, action, relations }).ok)
      }),
      { numRuns: 500 },
    )
  })
  test('kept steps fold to the state they led to, and nonsense to none', () => {
    expect(fold(cycle, [{ action: 'edit', to: 'draft' }, { action: 'send', to: 'sent' }])).toBe('sent')
    expect(fold(cycle, [{ action: 'answer', to: 'answered' }])).toBeUndefined()
  })
})

describe('a vote', () => {
  test.each([
    [{ members: 5, quorum: null, majority: 'simple' as const }, { yes: 2, no: 0, abstain: 0 }, 'no-quorum'],
    [{ members: 5, quorum: null, majority: 'simple' as const }, { yes: 2, no: 1, abstain: 0 }, 'carried'],
    [{ members: 5, quorum: 3, majority: 'simple' as const }, { yes: 1, no: 1, abstain: 1 }, 'lost'],
    [{ members: 6, quorum: 3, majority: 'two-thirds' as const }, { yes: 2, no: 1, abstain: 3 }, 'carried'],
    [{ members: 6, quorum: 3, majority: 'two-thirds' as const }, { yes: 3, no: 2, abstain: 0 }, 'lost'],
    [{ members: 3, quorum: 3, majority: 'two-thirds' as const }, { yes: 0, no: 0, abstain: 3 }, 'lost'],
  ])('%j with %j is %s', (rule, ballot, kind) => expect(countVote(rule, ballot).kind).toBe(kind))
  test('one more yes never turns carried into lost', () => {
    const n = fc.nat({ max: 30 })
    fc.assert(
      fc.property(n, n, n, fc.constantFrom('simple' as const, 'two-thirds' as const), (yes, no, abstain, majority) => {
        const rule = { members: 91, quorum: 1, majority }
        return countVote(rule, { yes, no, abstain }).kind !== 'carried' || countVote(rule, { yes: yes + 1, no, abstain }).kind === 'carried'
      }),
      { numRuns: 500 },
    )
  })
})
