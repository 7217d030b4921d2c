import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../tests/town.ts'

let town: Town
const who: Record<string, Caller> = {}
beforeAll(async () => {
  town = await openTown()
  for (const name of ['tanxi.teacher', 'tanxi.classteacher', 'tanxi.lead', 'lihu.lead']) who[name] = await town.as(name)
})
afterAll(() => town.close())

/** Work that waits: the engine is asked to read needs, and nobody has begun. */
const ask = async (): Promise<string> => (await who['tanxi.teacher']!.post('/api/v1/needs/suggestions', {})).body.jobId
const cancel = async (caller: string, id: string) => (await who[caller]!.post(`/api/v1/jobs/${id}/cancel`)).status
const stateOf = async (id: string) => (await who['tanxi.lead']!.get(`/api/v1/jobs/${id}`)).body.state

test('work that was cancelled before it began never begins; cancelling twice and too late is told', async () => {
  const id = await ask()
  expect([await cancel('tanxi.teacher', id), await stateOf(id)]).toEqual([200, 'waiting'])
  await town.house.jobs.drain(town.house)
  expect(await stateOf(id)).toBe('cancelled')
  expect(await town.house.db.selectFrom('needReceipts').select('needId').where('suggestedAt', 'is not', null).execute()).toEqual([])
  expect(await cancel('tanxi.teacher', id)).toBe(409)
  expect((await town.house.db.selectFrom('audit').select('objectId').where('action', '=', 'job-cancelled').execute()).map((one) => one.objectId)).toEqual([id])
})

test('it is cancelled by who asked for it, or by who answers for the college: not by a colleague, not by another college', async () => {
  const id = await ask()
  for (const [caller, status] of [['tanxi.classteacher', 403], ['lihu.lead', 404], ['tanxi.lead', 200]] as const) expect([caller, await cancel(caller, id)]).toEqual([caller, status])
  await town.house.jobs.drain(town.house)
  expect(await stateOf(id)).toBe('cancelled')
})
