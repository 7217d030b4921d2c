import { expect, test } from 'vitest'
import { fieldOfFault, pathOfPointer, sayMissing, toFaults } from './faults.ts'
import { registerOf } from './use-act.ts'

test.each([
  ['/name/zh', 'name.zh'],
  ['/body/creditCode', 'creditCode'],
  ['/', ''],
])('the pointer %s is the field %s', (pointer, path) => expect(pathOfPointer(pointer)).toBe(path))
test.each([
  ['name', 'name.zh'],
  ['name.zh', 'name.zh'],
  ['phone.0', 'phone'],
  ['secret', undefined],
])('a fault at %s is shown at %s', (path, field) => expect(fieldOfFault(path, ['kind', 'name.zh', 'name.en', 'phone'])).toBe(field))
test('a message that is a code names the fault better than "custom"', () =>
  expect(
    toFaults([
      { path: ['name'], code: 'custom', message: 'text-needed' },
      { path: [], code: 'too_small', message: 'Too small: expected' },
    ]),
  ).toEqual([
    { at: '/name', code: 'text-needed' },
    { at: '/', code: 'too_small' },
  ]))
test('a write makes its whole register old', () => expect(registerOf('/api/v1/organisations/:id/vetting')).toBe('/api/v1/organisations'))

test.each([
  [{ enterpriseId: '' }, 'too_small'],
  [{}, 'too_small'],
  [{ enterpriseId: 'Hengli' }, 'invalid_format'],
])('of %j it is said what is wrong with it', (body, code) =>
  expect(sayMissing([{ at: '/enterpriseId', code: 'invalid_format' }], body)).toEqual([{ at: '/enterpriseId', code }]),
)
