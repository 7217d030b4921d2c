import { expect, test } from 'vitest'
import { listStale } from './use-live.ts'

const state = { inbox: '1:a', jobs: 'x' }
test.each([
  ['the first state makes nothing old', undefined, state, []],
  ['the same state makes nothing old', state, { ...state }, []],
  ['a new line makes the inbox old', state, { ...state, inbox: '2:b' }, ['/api/v1/inbox']],
  ['a job that went on makes jobs and what they fill old', state, { ...state, jobs: 'y' }, ['/api/v1/jobs', '/api/v1/imports', '/api/v1/exports']],
])('%s', (_, before, after, stale) => expect(listStale(before, after)).toEqual(stale))
