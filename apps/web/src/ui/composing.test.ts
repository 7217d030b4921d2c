import { expect, test } from 'vitest'
import { createComposingGuard } from './composing.ts'

const enter = { isComposing: false, keyCode: 13 }

test('an Enter belongs to the input method while it composes, and in the tick after', () => {
  let tick = () => {}
  const guard = createComposingGuard((then) => {
    tick = then
  })
  expect(guard.holds(enter)).toBe(false)
  guard.begin()
  expect(guard.holds(enter)).toBe(true)
  guard.end()
  expect(guard.holds(enter)).toBe(true)
  tick()
  expect(guard.holds(enter)).toBe(false)
})
test.each([
  { isComposing: true, keyCode: 13 },
  { isComposing: false, keyCode: 229 },
])('a key that says so itself belongs to it: %o', (key) => expect(createComposingGuard(() => {}).holds(key)).toBe(true))
