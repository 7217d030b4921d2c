import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

const bin = path.join(import.meta.dirname, '../../../../bin/guildhall.mjs')
const esco = 'http://data.europa.eu/esco/skill'
let dir = ''
beforeAll(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'guildhall-import-'))
  fs.chmodSync(dir, 0o755) // the embedded database runs as another user where the test is root
  fs.mkdirSync(path.join(dir, 'esco-1.1.0'))
  fs.writeFileSync(path.join(dir, 'esco-1.1.0/skills_en.csv.gz'), gzipSync(`conceptUri,preferredLabel\n${esco}/a,repair pumps\n${esco}/b,hydraulics\n`))
  fs.writeFileSync(path.join(dir, 'notes.csv'), 'a,b\n1,2\n')
  fs.writeFileSync(path.join(dir, 'broken.zip'), 'no archive at all')
})
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'import', ...args], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: '', GUILDHALL_DATA: path.join(dir, 'home') } })
  return { status, stdout, stderr }
}
const countsOf = (stdout: string) => (JSON.parse(stdout) as { concepts: unknown }).concepts

test('a dry run tells what would be new and keeps nothing; then the import; then nothing is new', () => {
  const folder = path.join(dir, 'esco-1.1.0')
  const [tried, taken, again] = [run(folder, '--dry-run'), run(folder), run(folder)]
  expect([tried.status, taken.status, again.status], tried.stderr).toEqual([0, 0, 0])
  expect([tried, taken, again].map((one) => countsOf(one.stdout))).toEqual([
    { new: 2, changed: 0, same: 0 },
    { new: 2, changed: 0, same: 0 },
    { new: 0, changed: 0, same: 2 },
  ])
  expect(taken.stderr).toContain('found esco 1.1.0 en: 1 files')
  expect(run(folder, '--version', '9.9', '--dry-run').stderr).toContain('found esco 9.9 en: 1 files')
  expect(fs.existsSync(path.join(dir, 'home/postgres/postmaster.pid'))).toBe(false)
}, 60_000)

test.each([
  [[], 'no path was given'],
  [['nowhere'], 'there is nothing at "nowhere"'],
  [['notes.csv'], 'give a folder, ZIP or table of ESCO'],
  [['broken.zip'], 'Save it again'],
  [['notes.csv', '--fast'], 'Use: guildhall import PATH'],
  [['notes.csv', '--version=1;2'], '"1;2" is no version'],
])('%j cannot be used: %s', (args, said) => {
  const { status, stdout, stderr } = run(...args.map((one) => (one.startsWith('-') || one === 'nowhere' ? one : path.join(dir, one))))
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain(said)
})
