import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../../tests/town.ts'

let town: Town
const who: Record<string, Caller> = {}
let tanxi = ''
beforeAll(async () => {
  town = await openTown()
  for (const name of ['tanxi.lead', 'lihu.lead', 'hengli.hr', 'bosheng.hr', 'bureau.supervisor']) who[name] = await town.as(name)
  tanxi = (await who['tanxi.lead']!.get('/api/v1/organisations?q=tanxi')).body.items[0].id
})
afterAll(() => town.close())

const phrase = '会磨钻头'
/** One enterprise says the words, the lead decides; answers the id of the need. */
async function decide(enterprise: string, verdict: 'accepted' | 'rejected'): Promise<string> {
  const id = (await who[enterprise]!.post('/api/v1/needs', { text: phrase, givenTo: [tanxi] })).body.id
  const spans = [{ start: 0, end: phrase.length }]
  const outcome = { action: { zh: '刃磨' }, object: { zh: '钻头' }, level: 3, evidenceForm: 'observed' }
  const lead = who['tanxi.lead']!
  const answer = verdict === 'accepted' ? await lead.post(`/api/v1/needs/${id}/outcomes`, { spans, draft: null, outcome }) : await lead.post(`/api/v1/needs/${id}/rejections`, { spans, draft: null, reason: 'not-for-us' })
  expect(answer.status).toBe(200)
  return id
}
type Row = { id: string; needId: string; verdict: string; times: object; shared: boolean; outcome: { text: { zh: string } } | null; enterprise: { name: { zh: string } } }
const list = async (caller: string, query = '') => (await who[caller]!.get(`/api/v1/glossary?q=${encodeURIComponent(phrase)}${query}`)).body.items as Row[]

test('a college reads what it decided about the words of enterprises, counts the same words, and takes a decision back', async () => {
  await decide('hengli.hr', 'accepted')
  expect(await list('tanxi.lead')).toMatchObject([{ verdict: 'accepted', times: { accepted: 1, edited: 0, rejected: 0 }, shared: false, outcome: { text: { zh: '刃磨钻头' } }, mayUndo: true }])
  await decide('bosheng.hr', 'rejected')
  const [newest, before] = await list('tanxi.lead')
  expect([newest, before]).toMatchObject([{ verdict: 'rejected', times: { accepted: 1, rejected: 1 }, shared: true }, { verdict: 'accepted', shared: true }])
  expect(await list('tanxi.lead', '&verdict=rejected')).toHaveLength(1)
  expect((await who['tanxi.lead']!.post(`/api/v1/needs/${newest!.needId}/decisions/${newest!.id}/undo`)).status).toBe(200)
  expect(await list('tanxi.lead')).toMatchObject([{ verdict: 'accepted', times: { accepted: 1, rejected: 0 }, shared: false }])
})

test.each(['lihu.lead', 'hengli.hr', 'bureau.supervisor'])('another college, an enterprise or an authority reads nothing of it: %s', async (stranger) => {
  expect(await list(stranger)).toEqual([])
})
