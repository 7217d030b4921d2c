// What a page of needs costs over HTTP: on the demonstration region, then with 100,000 needs in one college.
import pg from 'pg'
import { writeResults } from './_harness.ts'
import { machine, type OpenRegion, openRegion, type Timed, timeRequests } from './_region.ts'

const rows = 100_000
const limits = { seed: 50, large: 150 }
const turns = 30

const region = await openRegion()
const results: Record<string, Timed> = {}
const over: string[] = []
try {
  console.log(machine())
  await measure('seed', limits.seed)
  const begun = performance.now()
  await fill(region)
  console.log(`${rows} needs made in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  await measure('large', limits.large)
  writeResults('lists', results)
} finally {
  await region.close()
}
if (over.length) console.log(`over the limit: ${over.join(', ')}`)
if (over.length && process.argv.includes('--strict')) process.exitCode = 1

async function measure(scale: 'seed' | 'large', limit: number): Promise<void> {
  const college = await region.tokenOf('lead@tanxi.example')
  const enterprise = await region.tokenOf('hr@hengli.example')
  const get = (token: string, query: string) => fetch(`${region.address}/api/v1/needs?${query}`, { headers: { authorization: `Bearer ${token}` } })
  const deep = await cursorAfter(college, get, scale === 'seed' ? 1 : 25)
  const majorId = (await region.house.db.selectFrom('majors').innerJoin('organisations', 'organisations.id', 'majors.homeId').select('majors.id').orderBy('organisations.number').limit(1).executeTakeFirst())?.id ?? ''
  const variants: Record<string, () => Promise<Response>> = {
    'first page': () => get(college, ''),
    'deep page': () => get(college, `limit=50${deep ? `&after=${deep}` : ''}`),
    'by the day it was said': () => get(college, 'sort=saidOn'),
    'one status': () => get(college, 'status=unread'),
    'a rare status': () => get(college, 'status=set-aside'),
    'one major': () => get(college, `majorId=${majorId}`),
    'one source': () => get(college, 'source=link'),
    'a time': () => get(college, 'from=2026-03-01&until=2026-03-31'),
    'search, common word': () => get(college, `q=${encodeURIComponent('停机')}`),
    'search, rare word': () => get(college, `q=${encodeURIComponent('第 77777 号')}`),
    'search, nothing found': () => get(college, 'q=zzzzzz'),
    'enterprise, first page': () => get(enterprise, ''),
    'enterprise, one status': () => get(enterprise, 'status=translated'),
  }
  for (const [name, ask] of Object.entries(variants)) {
    const timed = await timeRequests(turns, ask)
    results[`${scale}: ${name}`] = timed
    if (timed.p95 > limit) over.push(`${scale}: ${name}`)
    console.log(`${scale.padEnd(5)} ${name.padEnd(24)} n ${timed.n}  p50 ${timed.p50} ms  p95 ${timed.p95} ms  max ${timed.max} ms  ${(timed.bytes / 1000).toFixed(0)} kB  (limit ${limit})`)
  }
}

/** Where a page of 50 goes on after many of 200: the cursor is the same for both. */
async function cursorAfter(token: string, get: (token: string, query: string) => Promise<Response>, pages: number): Promise<string> {
  let after = ''
  for (let page = 0; page < pages; page++) {
    const { next } = (await (await get(token, `limit=200${after ? `&after=${after}` : ''}`)).json()) as { next: string | null } // safe: the contract's page
    if (!next) break
    after = next
  }
  return after
}

/** Made inside the database: half came in over five years, half by a few imports at one moment each. */
async function fill({ databaseUrl }: OpenRegion): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const organisationOf = async (email: string) => (await client.query<{ id: string }>('select m.organisation_id as id from accounts a join memberships m using (person_id) where a.email = $1', [email])).rows[0]!.id
  const both = [await organisationOf('hr@hengli.example'), await organisationOf('lead@tanxi.example')]
  await client.query('begin')
  await client.query(
    `create temp table made on commit drop as select n, gen_random_uuid() as id,
       '新来的学徒会看图纸，' || (array['停机前先断电', '换刀之后要对刀', '量具用完要校准', '会写交接班记录', '能和客户说清楚故障'])[1 + n % 5] || '，第 ' || n || ' 号说明' as text,
       case when n % 2 = 0 then timestamptz '2021-11-01' + n * interval '26 minutes' else timestamptz '2026-10-01' + (n / 20000) * interval '1 hour' end as at
     from generate_series(1, ${rows}) n`,
  )
  await client.query(
    `insert into needs (home_id, id, number, text, language, source, said_on, trust, text_key, recorded_by_organisation, recorded_at, updated_at, parties)
     select $1, id, 'N-2026-' || n, text, 'zh', (array['typed', 'pasted', 'file', 'link', 'visit'])[1 + n % 5], at::date, 'personnel', text, $1, at, at, array[$1, $2]::uuid[] from made`,
    both,
  )
  await client.query(
    `insert into need_receipts (home_id, id, need_id, enterprise_id, status, major_id, said_on, received_at, updated_at, parties)
     select $2, gen_random_uuid(), id, $1, case when n % 1000 = 0 then 'set-aside' else (array['unread', 'read', 'translated'])[1 + n % 3] end,
       case when n % 4 = 0 then (select id from majors where home_id = $2 order by id limit 1) end, at::date, at, at, array[$1, $2]::uuid[] from made`,
    both,
  )
  await client.query(
    `insert into search_entries (home_id, id, kind, number, title, words, url, parties, updated_at)
     select $1, id, 'need', 'N-2026-' || n, jsonb_build_object('zh', text), lower('N-2026-' || n || ' ' || text), '/needs/' || id, array[$1, $2]::uuid[], at from made`,
    both,
  )
  await client.query('commit')
  await client.query('vacuum analyze')
  await client.end()
}
