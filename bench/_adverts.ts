import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readTable } from '../apps/server/src/platform/exchange-io/read-table.ts'
import { shownText } from '../apps/server/src/platform/exchange-io/table.ts'
import { dataFolder } from './_harness.ts'
import type { OpenRegion } from './_region.ts'

export const adverts = path.join(dataFolder, 'bench/ad-occupation-en/hahu_dev.csv.gz')
export const esco = path.join(dataFolder, 'esco/en-1.1.0')

/** The adverts as a college's office would hold them in a sheet: spread over the enterprises of the region, text in English. */
export async function readAdverts(region: OpenRegion, wanted = 284): Promise<{ csv: string; rows: number }> {
  const table = readTable(gunzipSync(fs.readFileSync(adverts))).sheets[0]
  const [head, ...rows] = (table?.rows ?? []).map((row) => row.cells.map(shownText))
  const column = (name: string) => head?.indexOf(name) ?? -1
  const firms = await region.house.db.selectFrom('organisations').select('name').where('kind', '=', 'enterprise').orderBy('number').execute()
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  // More than there are: the same again as another post, so that no two rows are one need.
  const many = Array.from({ length: wanted }, (_, i) => ({ row: rows[i % rows.length] ?? [], again: i < rows.length ? '' : ` (post ${Math.floor(i / rows.length) + 1})` }))
  const lines = many.map(({ row, again }, i) => [Object.values(firms[i % firms.length]?.name ?? {})[0] ?? '', `${row[column('title')]}${again}. ${row[column('description')]}`, row[column('title')] ?? '', 'English'].map((one) => quoted(one.slice(0, 20_000))).join(','))
  return { csv: `企业,企业原话,岗位,语言\n${lines.join('\n')}\n`, rows: many.length }
}

export type Run = { id: string; state: string; taken: number; counts: { new: number; wrong: number } }
export type Suggested = { suggested: number; waiting: number; statements: number }

export async function ask<T>(region: OpenRegion, token: string, url: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(`${region.address}${url}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })
  if (!answer.ok) throw new Error(`${answer.status} ${(await answer.text()).slice(0, 300)}`)
  return (await answer.json()) as T // safe: the contract's answer
}
export function post(region: OpenRegion, token: string, url: string, body: unknown): Promise<unknown> {
  return ask(region, token, url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

export async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now()
  const answer = await work()
  return [answer, round((performance.now() - started) / 1000)]
}
export function round(value: number): number {
  return Math.round(value * 10) / 10
}

export async function until<T>(read: () => Promise<T>, isOver: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await read()
    if (isOver(answer)) return answer
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
