import { expect, test } from 'vitest'
import type { Entry } from './navigation.ts'
import { entriesOf, findCurrent, settingsOf } from './navigation.ts'

const entry = (url: string) => ({ url }) as Entry // safe: only the address is looked at
const all = [entry('/'), entry('/organisations'), entry('/organisations?kind=enterprise')]

test.each([
  ['/', {}, '/'],
  ['/organisations', {}, '/organisations'],
  ['/organisations', { kind: 'enterprise', q: 'x' }, '/organisations?kind=enterprise'],
  ['/organisations/1', {}, '/organisations'],
  ['/settings/sessions', {}, undefined],
])('at %s %o the entry %s is current', (path, search, url) => expect(findCurrent(all, path, search)?.url).toBe(url))

const acting = (organisationKind: 'college' | 'enterprise', roles: ('administrator' | 'hr' | 'office')[]) => ({ operator: false, actingFor: { organisationId: '1', organisation: { zh: '甲' }, organisationKind, roles } }) as unknown as Parameters<typeof entriesOf>[0] // safe: only kind and roles are looked at
test('whoever keeps the accounts of an enterprise finds nothing there that only a college has', () => {
  const urls = entriesOf(acting('enterprise', ['administrator', 'hr'])).map(({ url }) => url)
  expect(urls.slice(0, 2)).toEqual(['/', '/needs'])
  expect(urls).toEqual(expect.arrayContaining(['/people']))
  expect(urls).not.toEqual(expect.arrayContaining(['/classes']))
  expect(settingsOf(acting('enterprise', ['administrator'])).map(({ url }) => url)).toEqual(['/regions', '/settings/sessions'])
  expect(entriesOf(acting('college', ['administrator'])).map(({ url }) => url)).toEqual(expect.arrayContaining(['/classes', '/learners', '/majors']))
})
