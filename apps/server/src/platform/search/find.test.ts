import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../tests/town.ts'

let town: Town
let lead: Caller
let firm: string
beforeAll(async () => {
  town = await openTown()
  lead = await town.as('tanxi.lead')
  firm = (await lead.get('/api/v1/organisations?q=hengli')).body.items[0].id
})
afterAll(() => town.close())

type Hit = { id: string; kind: string }
const search = async (words: string, who = lead): Promise<Hit[]> => (await who.get(`/api/v1/search?q=${encodeURIComponent(words)}&limit=50`)).body.items
const needsWith = async (words: string, who = lead): Promise<Hit[]> => (await who.get(`/api/v1/needs?limit=200&q=${encodeURIComponent(words)}`)).body.items

describe('a word of two Chinese characters', () => {
  test('is found wherever it stands, and nowhere else: as a comparison of every entry says', async () => {
    const { rows } = await sql<{ pair: string }>`select distinct pair from search_entries, unnest(pairs) as pair order by pair limit 400`.execute(town.house.db)
    expect(rows.length).toBe(400)
    for (const { pair } of rows) {
      const [counted] = (await sql<{ byPair: number; byWords: number }>`select count(*) filter (where pairs @> array[${pair}])::int as by_pair, count(*) filter (where words like ${`%${pair}%`})::int as by_words from search_entries`.execute(town.house.db)).rows
      expect([pair, counted!.byPair]).toEqual([pair, counted!.byWords])
    }
  })

  test('is served by the index of pairs', async () => {
    const plan = await town.house.db.transaction().execute(async (trx) => {
      await sql`set local enable_seqscan = off`.execute(trx)
      return (await sql<{ 'QUERY PLAN': string }>`explain select id from search_entries where pairs @> array['停机']`.execute(trx)).rows
    })
    expect(JSON.stringify(plan)).toContain('search_entries_pairs')
  })

  test('follows the words of a thing when they change, and goes with it', async () => {
    const added = (await lead.post('/api/v1/needs', { text: '要会校准千分尺，懂蜗杆', enterpriseId: firm, post: '钳工' })).body
    expect([(await needsWith('蜗杆')).map((one) => one.id), await needsWith('尺懂')]).toEqual([[added.id], []])
    await town.house.db.updateTable('searchEntries').set({ words: '只有涡轮' }).where('id', '=', added.id).execute()
    expect([await needsWith('蜗杆'), (await needsWith('涡轮')).map((one) => one.id)]).toEqual([[], [added.id]])
    await lead.post(`/api/v1/needs/${added.id}/withdraw`, { reason: '记错了' })
    expect(await needsWith('涡轮')).toEqual([])
  })

  test('is read by those alone whom the entry names', async () => {
    const added = (await lead.post('/api/v1/needs', { text: '会调贯流风机', enterpriseId: firm })).body
    expect((await search('贯流')).map((one) => one.id)).toEqual([added.id])
    for (const who of ['lihu.lead', 'bosheng.hr', 'bureau.supervisor']) expect(await search('贯流', await town.as(who))).toEqual([])
  })
})

describe('other words', () => {
  test.each([['three characters', '减速机'], ['full pinyin', 'hengli'], ['initials', 'hlzn'], ['a character and a letter', '机a']])('%s are found as before', async (_, words) => {
    await lead.post('/api/v1/needs', { text: '减速机a型要会装', enterpriseId: firm })
    expect((await search(words)).length).toBeGreaterThan(0)
  })
})
