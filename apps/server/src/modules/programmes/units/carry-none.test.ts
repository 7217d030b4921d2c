import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../../tests/town.ts'

type Unit = { id: string; describedAt: string | null; describedBy: string | null; outcomes: unknown[] }
let town: Town
let lead: Caller
let teacher: Caller
let programmeId = ''
beforeAll(async () => {
  town = await openTown()
  ;[lead, teacher] = [await town.as('tanxi.lead'), await town.as('tanxi.teacher')]
  const all = (await lead.get('/api/v1/programmes?limit=50')).body.items as { id: string }[]
  for (const { id } of all) if ((await unitsOf(id)).filter(isOpen).length > 1) programmeId = id
})
afterAll(() => town.close())

const unitsOf = async (id: string): Promise<Unit[]> => (await lead.get(`/api/v1/programmes/${id}`)).body.courseList.flatMap((one: { units: Unit[] }) => one.units)
const isOpen = (one: Unit) => one.describedAt === null && one.outcomes.length === 0
const say = (caller: Caller, unitIds: readonly string[], none = true) => caller.post(`/api/v1/programmes/${programmeId}/units-without-outcomes`, { unitIds, none })

test('many units are said to carry none, under a name, and that can be taken back', async () => {
  const open = (await unitsOf(programmeId)).filter(isOpen).map((one) => one.id)
  expect(open.length).toBeGreaterThan(1)
  expect((await say(teacher, open)).status).toBe(200)
  const said = (await unitsOf(programmeId)).filter((one) => open.includes(one.id))
  expect(said.map((one) => [one.describedBy, one.outcomes])).toEqual(open.map(() => [expect.any(String), []]))
  expect((await say(teacher, open, false)).status).toBe(200)
  expect((await unitsOf(programmeId)).filter(isOpen).map((one) => one.id)).toEqual(open)
})

test('a unit of which somebody said more, or that is of another programme, spoils the whole list and nothing is written', async () => {
  const units = await unitsOf(programmeId)
  const open = units.filter(isOpen).map((one) => one.id)
  const [first] = open
  await lead.post(`/api/v1/programmes/${programmeId}/units-without-outcomes`, { unitIds: [first] })
  expect((await say(teacher, open)).body.faults).toMatchObject([{ at: '/unitIds', code: 'unit-is-described-otherwise' }])
  expect((await say(teacher, [...open.slice(1), programmeId])).body.faults).toMatchObject([{ at: '/unitIds', code: 'no-such-unit' }])
  expect((await unitsOf(programmeId)).filter(isOpen).map((one) => one.id)).toEqual(open.slice(1))
  expect((await say(await town.as('lihu.lead'), open.slice(1))).status).toBe(404)
})
