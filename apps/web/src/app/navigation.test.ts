import { expect, test } from 'vitest'
import type { Entry } from './navigation.ts'
import { findCurrent } from './navigation.ts'

const entry = (url: string) => ({ url }) as Entry // safe: only the address is looked at
const all = [entry('/'), entry('/organisations'), entry('/organisations?kind=enterprise')]

test.each([
  ['/', {}, '/'],
  ['/organisations', {}, '/organisations'],
  ['/organisations', { kind: 'enterprise', q: 'x' }, '/organisations?kind=enterprise'],
  ['/organisations/1', {}, '/organisations'],
  ['/settings/sessions', {}, undefined],
])('at %s %o the entry %s is current', (path, search, url) => expect(findCurrent(all, path, search)?.url).toBe(url))
