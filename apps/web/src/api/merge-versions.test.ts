import { expect, test } from 'vitest'
import { mergeVersions } from './merge-versions.ts'

const base = { name: { zh: '恒力', en: '' }, phone: '', address: 'A' }

test('what each changed alone is taken from them', () =>
  expect(mergeVersions(base, { ...base, address: 'B' }, { ...base, phone: '0512' })).toEqual({
    merged: { ...base, address: 'B', phone: '0512' },
    clashes: [],
  }))
test('what both changed differently is a clash, down to the language of a name', () =>
  expect(mergeVersions(base, { ...base, name: { zh: '恒砺', en: '' } }, { ...base, name: { zh: '恒立', en: 'Hengli' } })).toEqual({
    merged: { ...base, name: { zh: '恒砺', en: 'Hengli' } },
    clashes: ['name.zh'],
  }))
test('what both changed alike is none', () =>
  expect(mergeVersions(base, { ...base, phone: '1' }, { ...base, phone: '1' }).clashes).toEqual([]))
