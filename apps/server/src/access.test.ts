import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessTable, type Row } from '../../../tests/access/table.ts'
import { type Caller, openTown, type Town } from '../../../tests/town.ts'

const actors = [
  'nobody', 'tanxi.dean', 'tanxi.lead', 'tanxi.teacher', 'tanxi.office', 'tanxi.classteacher', 'lihu.lead', 'lihu.office', 'hengli.hr', 'hengli.mentor', 'bosheng.hr', 'fulin.owner', 'bureau.supervisor', 'certifier.examiner', 'association.delegate',
] as const
const canary = '只有恒砺和檀溪知道的话一二三四'
const secretWords = [canary, '恒砺私下说的评论五六七八', '恒砺的联系人九十']

let town: Town
const callers = new Map<string, Caller>()
const ids: Record<string, string> = {}

beforeAll(async () => {
  town = await openTown()
  callers.set('nobody', town.nobody)
  for (const name of actors.slice(1)) callers.set(name, await town.as(name))
  const lead = callers.get('tanxi.lead')!
  const first = async (url: string, pick: (row: Record<string, unknown>) => boolean = () => true): Promise<string> => {
    const found = (await lead.get(url)).body.items.find(pick)
    if (!found) throw new Error(`nothing at ${url}`)
    return found.id
  }
  ids['college'] = await first('/api/v1/organisations?q=tanxi')
  ids['foreignCollege'] = await first('/api/v1/organisations?q=lihu')
  ids['enterprise'] = await first('/api/v1/organisations?q=hengli')
  ids['foreignOrganisation'] = await first('/api/v1/organisations?q=certifier').catch(() => first('/api/v1/organisations?kind=certifier'))
  ids['need'] = (await callers.get('hengli.hr')!.post('/api/v1/needs', { text: canary, givenTo: [ids['college']] })).body.id
  await callers.get('hengli.hr')!.post('/api/v1/comments', { kind: 'need', id: ids['need'], text: secretWords[1] })
  ids['foreignNeed'] = (await town.house.db.selectFrom('needs').select('id').where('homeId', '<>', ids['enterprise']!).executeTakeFirstOrThrow()).id
  const bench = await callers.get('tanxi.teacher')!.post(`/api/v1/needs/${ids['need']}/outcomes`, { spans: [{ start: 0, end: 4 }], draft: null, outcome: { action: { zh: '识别' }, object: { zh: '普通的东西' }, level: 3, evidenceForm: 'observed' } })
  ids['outcome'] = bench.body.decisions[0].outcome.id
  ids['decision'] = bench.body.decisions[0].id
  ids['otherOutcome'] = await first('/api/v1/outcomes', (row) => row['id'] !== ids['outcome'])
  ids['link'] = (await callers.get('tanxi.office')!.post('/api/v1/contact-links', { enterpriseId: ids['enterprise'], contactName: secretWords[2] })).body.link.id
  ids['concept'] = await first('/api/v1/concepts')
  ids['visit'] = await first('/api/v1/visits')
  ids['major'] = await first('/api/v1/majors')
  ids['proposal'] = await first('/api/v1/change-proposals?status=in-vote')
  ids['programme'] = (await lead.get('/api/v1/programmes?limit=50')).body.items[0].id
  const one = async (table: 'units' | 'classes' | 'teachingRecords' | 'people' | 'inboxItems') => (await sql<{ id: string }>`select id from ${sql.table(table === 'teachingRecords' ? 'teaching_records' : table === 'inboxItems' ? 'inbox_items' : table)} ${table === 'people' ? sql`` : sql`where home_id = ${ids['college']}`} order by id limit 1`.execute(town.house.db)).rows[0]!.id
  ids['unit'] = await one('units')
  ids['class'] = await one('classes')
  ids['record'] = await one('teachingRecords')
  const office = callers.get('tanxi.office')!
  for (const [name, url] of [['member', '/api/v1/people?role=teacher'], ['campus', '/api/v1/campuses'], ['department', '/api/v1/departments'], ['schoolYear', '/api/v1/school-years']] as const) ids[name] = (await office.get(url)).body.items[0].id
  ids['learner'] = (await callers.get('tanxi.classteacher')!.get('/api/v1/learners')).body.items[0].id
  ids['foreignPerson'] = (await sql<{ id: string }>`select person_id as id from memberships where organisation_id = ${ids['enterprise']} limit 1`.execute(town.house.db)).rows[0]!.id
})
afterAll(() => town.close())

/** The object that a path is about, by the register it stands in. */
const objectOf: Record<string, string> = {
  organisations: 'college', needs: 'need', outcomes: 'outcome', 'contact-links': 'link', visits: 'visit', majors: 'major', programmes: 'programme', units: 'unit', 'teaching-records': 'record', 'change-proposals': 'proposal', concepts: 'concept', campuses: 'campus', departments: 'department', 'school-years': 'schoolYear', classes: 'class', learners: 'learner', memberships: 'member', inbox: 'foreignNeed', jobs: 'foreignNeed', imports: 'foreignNeed', taxonomies: 'foreignNeed', exports: 'foreignNeed', comments: 'foreignNeed', views: 'foreignNeed', sessions: 'foreignNeed', bridge: 'foreignNeed',
}
const fill = (value: unknown): unknown => (typeof value === 'string' && value.startsWith(':') ? (ids[value.slice(1)] ?? value) : Array.isArray(value) ? value.map(fill) : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one)])) : value)
const urlOf = (path: string, row: Row) => {
  const register = path.split('/')[3]!
  const filled = path.replace(':id', ids[objectOf[register] ?? '']!).replace(':otherId', ids['otherOutcome']!).replace(':decisionId', ids['decision']!).replace(':target', 'organisations')
  return row.query ? `${filled}?${row.query.replace(/:(\w+)/g, (_, name: string) => ids[name]!)}` : filled
}
const isLetIn = (row: Row, who: string) => row.reach === 'public' || (who !== 'nobody' && (row.reach === 'anyone' || row.reach === 'own' || row.reach.includes(who)))

const operations = () => town.app.mounted.map((one) => ({ key: `${one.method} ${one.path}`, method: one.method, path: one.path })).filter((one) => one.key in accessTable)

describe('the access sweep', () => {
  test('every operation has its row', () => expect(town.app.mounted.map((one) => `${one.method} ${one.path}`).filter((key) => !(key in accessTable))).toEqual([]))

  test('reading: who is let in is let in, everybody else is refused', async () => {
    const differences: string[] = []
    let cells = 0
    for (const { key, method, path } of operations()) {
      if (method !== 'GET') continue
      const row = accessTable[key]!
      for (const who of actors) {
        cells++
        const { status } = await callers.get(who)!.get(urlOf(path, row))
        const right = isLetIn(row, who) ? status === 200 : who === 'nobody' ? status === 401 : status === 404 || status === 403
        if (!right) differences.push(`${who} ${key}: ${status}`)
      }
    }
    expect(differences).toEqual([])
    expect(cells).toBeGreaterThan(500)
  })

  test('writing: everybody who is not let in is refused, and nothing is written', async () => {
    const before = await fingerprint()
    const differences: string[] = []
    for (const { key, method, path } of operations()) {
      if (method === 'GET') continue
      const row = accessTable[key]!
      if (row.reach === 'public' || row.reach === 'own' || row.reach === 'anyone') continue
      const url = urlOf(path, row)
      for (const who of actors) {
        if (isLetIn(row, who)) continue
        const caller = callers.get(who)!
        const body = fill(row.body)
        const { status } = method === 'DELETE' ? await caller.delete(url) : method === 'PATCH' ? await caller.patch(url, body) : method === 'PUT' ? await caller.put(url, body) : await caller.post(url, body)
        const right = who === 'nobody' ? status === 401 : [403, 404, 409, 415, 422].includes(status)
        if (!right) differences.push(`${who} ${key}: ${status}`)
      }
    }
    expect(differences).toEqual([])
    expect(await fingerprint()).toEqual(before)
  })

  test('no word of an enterprise and its college is in any answer to anybody else: lists, search, threads, timelines, comments', async () => {
    const leaks: string[] = []
    const strangers = actors.filter((one) => one !== 'nobody' && !one.startsWith('tanxi') && !one.startsWith('hengli'))
    const searches = secretWords.map((word) => `/api/v1/search?q=${encodeURIComponent(word.slice(0, 6))}`)
    for (const who of strangers) {
      const caller = callers.get(who)!
      const urls = [...operations().filter((one) => one.method === 'GET').map((one) => urlOf(one.path, accessTable[one.key]!)), ...searches, `/api/v1/timeline?kind=need&id=${ids['need']}`, '/api/v1/needs?limit=200', '/api/v1/inbox?box=others']
      for (const url of urls) {
        const text = JSON.stringify((await caller.get(url)).body)
        if (secretWords.some((word) => text.includes(word.slice(0, 8))) || text.includes(ids['need']!)) leaks.push(`${who} ${url}`)
      }
    }
    expect(leaks).toEqual([])
  })

  test('counts tell a stranger nothing: an outcome is asked by nobody that they know', async () => {
    const seen = (await callers.get('lihu.lead')!.get(`/api/v1/outcomes/${ids['outcome']}`)).body
    expect([seen.askedBy, seen.voices]).toEqual([0, []])
  })
})

describe('the second wall', () => {
  test('without the actor’s settings no row of a home table is there', async () => {
    const tables = (await sql<{ name: string }>`select c.relname as name from pg_class c join pg_policy p on p.polrelid = c.oid group by 1 order by 1`.execute(town.house.db)).rows
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables) {
      const n = await town.house.db.transaction().execute(async (trx) => {
        await sql`select set_config('role', 'guildhall_app', true)`.execute(trx)
        return (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}`.execute(trx)).rows[0]!.n
      })
      expect([name, n]).toEqual([name, 0])
    }
  })

  test('two actors who alternate on the same connections never see each other’s rows', async () => {
    const [one, other] = [callers.get('hengli.hr')!, callers.get('bosheng.hr')!]
    for (let round = 0; round < 60; round++) {
      const [mine, theirs] = await Promise.all([one.get('/api/v1/needs?limit=200'), other.get('/api/v1/needs?limit=200')])
      expect(new Set(mine.body.items.map((row: { enterprise: { id: string } }) => row.enterprise.id))).toEqual(new Set([ids['enterprise']]))
      expect(JSON.stringify(theirs.body)).not.toContain(ids['need'])
    }
  })

  test('the application’s role cannot change or delete what was kept', async () => {
    for (const statement of [sql`update actions set body = '{}'`, sql`delete from actions`, sql`delete from audit`, sql`truncate actions`]) {
      const attempt = town.house.db.transaction().execute(async (trx) => {
        await sql`select set_config('role', 'guildhall_app', true)`.execute(trx)
        await statement.execute(trx)
      })
      await expect(attempt).rejects.toThrow(/permission denied/)
    }
  })
})

/** What the tables hold, so that a refused write can be shown to have left nothing. Tries of signing in and uses of sessions may move. */
async function fingerprint(): Promise<Record<string, string>> {
  const names = (await sql<{ name: string }>`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('sessions', 'sign_in_tries', 'idempotency_keys') order by 1`.execute(town.house.db)).rows
  const prints: Record<string, string> = {}
  for (const { name } of names) prints[name] = (await sql<{ print: string }>`select coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as print from ${sql.table(name)} t`.execute(town.house.db)).rows[0]!.print
  return prints
}
